"""A signed-in person's own pages (/akun)."""

from typing import Any

from flask import Blueprint, g, request, url_for

from shop.accounts.notices import unread_count
from shop.text.language import gettext as _
from shop.web.frames import frame_of
from shop.web.guards import guard
from shop.web.nesting import nest
from shop.web.sessions import sign_in_first

area = Blueprint("account", __name__)
guard(area, sign_in_first)


@area.context_processor
def ways() -> dict[str, Any]:
    """The frame in which this person works, and the ways between the pages of an account."""
    here = (request.endpoint or "").rpartition(".")[0]
    unread = unread_count(g.actor.user_id) if g.get("actor") else 0
    pages = [
        ("account.home", "index", _("Ringkasan"), None),
        ("account.inquiries", "index", _("Permintaan"), None),
        ("account.notices", "index", _("Pemberitahuan"), unread or None),
        ("account.profile", "edit", _("Profil"), None),
        ("account.security", "index", _("Keamanan"), None),
        ("account.devices", "index", _("Perangkat"), None),
    ]
    groups = {"account.codes": "account.security", "account.invitations": "account.home"}
    current = groups.get(here, here)
    tabs = [(text, url_for(f"{name}.{page}"), name == current, n) for name, page, text, n in pages]
    frame = frame_of("staff", "selling") if g.get("actor") else frame_of()
    return {**frame, "account_ways": tabs}


nest(area, __path__, __name__)
