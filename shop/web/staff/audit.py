"""Who did and saw what in the region."""

from typing import Any

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from shop.accounts.reach import reached_codes
from shop.accounts.types import Role
from shop.audit.queries import RESTRICTED, events_page
from shop.programmes.policies import KEEPERS
from shop.text.language import gettext as _
from shop.web.guards import actor
from shop.web.staff.lists import audit_rows

pages = Blueprint("audit", __name__)
_READERS = (Role.PROVINCIAL, Role.HEAD, Role.ADMIN)


@pages.get("/dinas/jejak")
def index() -> ResponseReturnValue:
    """Newest first; on wish only looks at and changes of restricted data."""
    narrow = request.args.get("lihat") == "khusus"
    told: dict[str, Any] = {"lihat": "khusus"} if narrow else {}
    regions = reached_codes(actor(), *_READERS)
    specific = reached_codes(actor(), *KEEPERS)
    page = events_page(regions, RESTRICTED if narrow else (), request.args.get("lanjut"), specific=specific)
    further = url_for("staff.audit.index", **told, lanjut=page.next_cursor) if page.next_cursor else None
    views = [
        (_("Semua"), url_for("staff.audit.index"), not narrow, None),
        (_("Data khusus"), url_for("staff.audit.index", lihat="khusus"), narrow, None),
    ]
    return render_template("staff/audit/index.html", rows=audit_rows(page.items), views=views, further=further)
