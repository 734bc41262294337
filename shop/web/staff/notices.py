"""Word that was left for the office: whom to call, which complaint to answer."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from shop.accounts.commands import mark_office_notices_read
from shop.accounts.models import Notice
from shop.accounts.office_notices import office_notices_page, office_unread_count
from shop.text.language import gettext as _
from shop.text.notices import word_notice
from shop.web.forms import ActionForm
from shop.web.guards import actor
from shop.web.staff.desk import opens

pages = Blueprint("notices", __name__)


@pages.get("/dinas/pemberitahuan")
def index() -> ResponseReturnValue:
    """What nobody has read yet, or all, newest first."""
    told = _told()
    everything = bool(told)
    page = office_notices_page(actor(), request.args.get("lanjut"), unread=not everything)
    further = url_for("staff.notices.index", **told, lanjut=page.next_cursor) if page.next_cursor else None
    unread = office_unread_count(actor())
    views = [
        (_("Belum dibaca"), url_for("staff.notices.index"), not everything, unread),
        (_("Semua"), url_for("staff.notices.index", lihat="semua"), everything, None),
    ]
    rows = [_view(row) for row in page.items]
    shown = {"rows": rows, "views": views, "further": further, "unread": unread, "told": told}
    return render_template("staff/notices/index.html", **shown)


@pages.post("/dinas/pemberitahuan/dibaca")
def read_all() -> ResponseReturnValue:
    """All of them are read."""
    if ActionForm().validate_on_submit():
        mark_office_notices_read(actor())
        flash(_("Semua ditandai sudah dibaca."), "success")
    return redirect(url_for("staff.notices.index"))


@pages.post("/dinas/pemberitahuan/<public_id>/dibaca")
def read(public_id: str) -> ResponseReturnValue:
    """One of them is read, or taken care of."""
    if ActionForm().validate_on_submit():
        mark_office_notices_read(actor(), public_id)
    return redirect(url_for("staff.notices.index", **_told()))


def _told() -> dict[str, Any]:
    """Which list the person looks at."""
    return {"lihat": "semua"} if request.args.get("lihat") == "semua" else {}


def _view(row: Notice) -> dict[str, Any]:
    words = word_notice(row.kind, row.params)
    return {"row": row, "words": words, "way": _way(row, words.action, words.path, words.local_path)}


def _way(row: Notice, action: str, path: str, local_path: str) -> tuple[str, str] | None:
    """Where the office goes on: its own page of the thing, else the maker that is spoken of."""
    maker = row.params.get("producer")
    if path.startswith("/dinas/") and "desk" not in row.params:
        return action, local_path
    if maker and opens("producers"):
        return _("Buka produsen"), url_for("staff.producers.show", public_id=maker)
    return None
