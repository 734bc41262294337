"""How the makers of the region answer: numbers, states and ages, never what was said."""

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from shop.inquiries.queries.offices import Watch, late_count, office_parts
from shop.text.language import gettext as _
from shop.web.guards import actor
from shop.web.staff.lists import inquiry_rows

pages = Blueprint("inquiries", __name__)


@pages.get("/dinas/permintaan")
def index() -> ResponseReturnValue:
    """Late ones first, then all that wait, then all."""
    told = request.args.get("lihat", "")
    which = Watch(told) if told in {str(one) for one in Watch} else Watch.LATE
    page = office_parts(actor(), which, request.args.get("lanjut"))
    words = {Watch.LATE: _("Terlambat"), Watch.WAITING: _("Menunggu produsen"), Watch.ALL: _("Semua")}
    late = {Watch.LATE: late_count(actor())}
    views = [
        (text, url_for("staff.inquiries.index", lihat=one), one is which, late.get(one)) for one, text in words.items()
    ]
    further = url_for("staff.inquiries.index", lihat=which, lanjut=page.next_cursor) if page.next_cursor else None
    return render_template("staff/inquiries/index.html", rows=inquiry_rows(page.items), views=views, further=further)
