"""A complaint in words: when somebody must hear next, what it is about, and what was written."""

from collections.abc import Sequence
from typing import Any

from flask import url_for

from shop.accounts.offices import names_of_users
from shop.impact.models import Complaint
from shop.impact.types import CaseState
from shop.lib.clock import now
from shop.text.formats import ago, date_long, date_short, datetime_wib
from shop.text.labels import label
from shop.text.language import gettext as _
from shop.web.staff.desk import opens

Facts = list[tuple[str, Any]]


def complaint_table(complaints: Sequence[Complaint]) -> dict[str, Any]:
    """Number, subject, state, next day and age, the office where there are several; no word, and no sender."""
    several = len({row.office_id for row in complaints}) > 1
    heads = [_("Nomor"), _("Tentang"), _("Keadaan"), _("Batas"), *([_("Ditangani")] if several else []), _("Masuk")]
    rows: list[list[Any]] = [
        [
            {"text": row.number, "url": url_for("staff.complaints.show", public_id=row.public_id)},
            label(row.about),
            label(row.state),
            due_words(row),
            *([office_words(row)] if several else []),
            ago(row.opened_at),
        ]
        for row in complaints
    ]
    return {"heads": heads, "rows": rows}


def due_words(complaint: Complaint) -> Any:
    """By when what is wanted next; marked once it is late."""
    if complaint.closed_at is not None:
        return _("Selesai %(day)s", day=date_short(complaint.closed_at))
    day = date_short(complaint.next_due)
    if complaint.next_due < now():
        late = (
            _("Hasil ditunggu sejak %(day)s", day=day) if complaint.replied_at else _("Balasan sejak %(day)s", day=day)
        )
        return {"text": late, "label_tone": "limit"}
    return _("Hasil sebelum %(day)s", day=day) if complaint.replied_at else _("Balas sebelum %(day)s", day=day)


def office_words(complaint: Complaint) -> str:
    """Whose complaint it is."""
    return complaint.office.name if complaint.office else _("Pengelola situs")


def complaint_view(complaint: Complaint) -> dict[str, Any]:
    """Everything that the page of one complaint shows."""
    return {
        "complaint": complaint,
        "due": due_words(complaint),
        "closed": complaint.state is CaseState.CLOSED,
        "facts": _facts(complaint),
        "links": _links(complaint),
        "replies": _replies(complaint),
    }


def _facts(complaint: Complaint) -> Facts:
    told: Facts = [
        (_("Tentang"), label(complaint.about)),
        (_("Keadaan"), label(complaint.state)),
        (_("Masuk"), datetime_wib(complaint.opened_at)),
        (_("Balasan pertama"), _promised(complaint.reply_due_at, complaint.replied_at)),
        (_("Hasil"), _promised(complaint.due_at, complaint.closed_at)),
        (_("Ditangani"), office_words(complaint)),
    ]
    if complaint.inquiry is not None:
        told.append((_("Permintaan"), complaint.inquiry.number))
    return told


def _promised(due: Any, done: Any) -> str:
    if done is not None:
        return _("Sudah, %(day)s", day=date_long(done))
    return _("Paling lambat %(day)s", day=datetime_wib(due))


def _links(complaint: Complaint) -> list[tuple[str, str, str]]:
    """Ways to what is spoken of, as far as this person may go there."""
    found = []
    product = complaint.product
    if product is not None:
        found.append((product.name, url_for("public.products.show", slug=product.slug), product.language))
        if opens("producers"):
            maker = product.producer
            found.append((maker.stall_name, url_for("staff.producers.show", public_id=maker.public_id), maker.language))
    return found


def _replies(complaint: Complaint) -> list[dict[str, Any]]:
    names = names_of_users(reply.user_id for reply in complaint.replies if reply.user_id is not None)
    return [
        {
            "author": names.get(reply.user_id or 0, _("Petugas")),
            "time_text": datetime_wib(reply.at),
            "time_iso": reply.at.isoformat(),
            "text": reply.body,
            "own": True,
            "note": _("Hasil pengaduan") if reply.final else None,
        }
        for reply in complaint.replies
    ]
