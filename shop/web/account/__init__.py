"""A signed-in person's own pages (/akun)."""

from typing import Any

from flask import Blueprint, g, request, url_for

from shop.accounts.notices import unread_count
from shop.text.language import gettext as _
from shop.web.guards import guard
from shop.web.nesting import nest
from shop.web.sessions import sign_in_first

area = Blueprint("account", __name__)
guard(area, sign_in_first)


@area.context_processor
def ways() -> dict[str, Any]:
    """The ways between the pages of an account, with the number of unread notices."""
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
    groups = {"account.codes": "account.security"}
    current = groups.get(here, here)
    return {"account_ways": [(text, url_for(f"{name}.{page}"), name == current, n) for name, page, text, n in pages]}


nest(area, __path__, __name__)
