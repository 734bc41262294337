"""What waits for this office."""

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from shop.curation.featuring import features_from
from shop.impact.queries import ComplaintView, complaints_page
from shop.inquiries.queries.offices import Watch, office_parts
from shop.lib.clock import today_wib
from shop.programmes.queries import records_count
from shop.text.formats import number
from shop.text.language import gettext as _
from shop.web.guards import actor
from shop.web.staff.complaint_view import complaint_table
from shop.web.staff.desk import counters, opens
from shop.web.staff.lists import inquiry_rows

pages = Blueprint("home", __name__)
_SHOWN = 5


@pages.get("/dinas")
def index() -> ResponseReturnValue:
    """Figures of what waits, and the inquiries and complaints that are late."""
    late = office_parts(actor(), Watch.LATE).items[:_SHOWN] if opens("inquiries") else []
    overdue = complaints_page(actor(), ComplaintView.LATE).items[:_SHOWN] if opens("complaints") else []
    context = {"late": inquiry_rows(late), "overdue": complaint_table(overdue) if overdue else None}
    return render_template("staff/home/index.html", figures=_figures(), name=actor().name, **context)


def _figures() -> list[tuple[str, str, str]]:
    words = {
        "notices": _("kabar kantor belum dibaca"),
        "reviews": _("produk menunggu diperiksa"),
        "papers": _("surat izin menunggu dicek"),
        "inquiries": _("permintaan terlambat dijawab"),
        "complaints": _("pengaduan belum selesai"),
        "messages": _("pesan gagal terkirim"),
    }
    found = [(number(count), words[group], url_for(f"staff.{group}.index")) for group, count in counters().items()]
    if opens("featured"):
        running = len(features_from(actor(), today_wib()))
        found.append((number(running), _("produsen tampil sebagai unggulan"), url_for("staff.featured.index")))
    if opens("records"):
        found.append((number(records_count(actor())), _("orang di rekam program"), url_for("staff.records.index")))
    return found
