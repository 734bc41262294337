"""One maker as its office sees it: figures, people, record links, consents."""

from typing import Any

from flask import url_for

from shop.catalogue.stall import product_counts
from shop.catalogue.types import ProductStatus
from shop.consent.models import Consent
from shop.consent.queries import latest_answers
from shop.consent.types import ConsentState, Purpose
from shop.curation.featuring import is_public
from shop.inquiries.queries import stall_counts
from shop.inquiries.types import MAKERS_TURN
from shop.producers.contact import contact_of
from shop.producers.models import CompanionAssignment, Producer, ProducerMember, RecordLink
from shop.producers.queries import assignments_of, links_of, members_of
from shop.producers.stall import RecordLine, record_lines
from shop.producers.types import Right
from shop.text.formats import date_long, date_short, join_words, number
from shop.text.labels import label
from shop.text.language import gettext as _
from shop.text.names import name_of
from shop.web.cards import initials
from shop.web.staff.desk import opens
from shop.web.staff.lists import place_words

_ELSEWHERE = (Purpose.PROGRAMME_LINE, Purpose.DISABILITY)
"""Lines stand with their links; what a person answered about a disability behind a button whose use is logged."""


def maker_view(maker: Producer) -> dict[str, Any]:
    """Everything that the page of one maker takes."""
    answers = latest_answers(maker.public_id)
    return {
        "maker": maker,
        "mark": {"initials": initials(maker.stall_name), "cloth": maker.cloth},
        "place": place_words(maker),
        "is_public": is_public(maker),
        "figures": _figures(maker),
        "facts": _facts(maker),
        "members": [_member(row) for row in members_of(maker)],
        "companions": [_companion(maker, row) for row in assignments_of(maker)],
        "links": _links(maker, answers) if opens("links") else None,
        "consents": _consents(answers),
    }


def _figures(maker: Producer) -> list[tuple[str, str, str | None]]:
    products, parts = product_counts(maker), stall_counts(maker)
    listed = products.get(ProductStatus.PUBLISHED, 0)
    waiting = sum(count for state, count in parts.items() if state in MAKERS_TURN)
    return [
        (number(listed), _("produk terbit"), None),
        (number(sum(products.values())), _("produk seluruhnya"), None),
        (number(sum(parts.values())), _("permintaan diterima"), None),
        (number(waiting), _("menunggu jawabannya"), None),
    ]


def _facts(maker: Producer) -> list[tuple[str, str]]:
    facts = [
        (_("Bentuk"), label(maker.form)),
        (_("Keadaan"), label(maker.status)),
        (_("Keterampilan"), maker.skills),
        (_("Orang yang bekerja"), number(maker.workers)),
        (_("Keluarga yang membantu"), number(maker.helpers)),
        (_("Pembeli menghubungi"), label(contact_of(maker).via)),
        (_("NIB"), label(maker.nib_status)),
        (_("Dinas"), maker.office.name if maker.office else ""),
        (_("Usia 18 tahun atau lebih"), _("Sudah dipastikan") if maker.is_adult else _("Belum dipastikan")),
        (_("Terdaftar"), date_long(maker.created_at)),
    ]
    return [(term, value) for term, value in facts if value]


def _member(row: ProducerMember) -> list[Any]:
    way = _("Bisa masuk") if row.user else _("Menunggu jawabannya") if row.invited_id else _("Tanpa akun")
    url = url_for("staff.members.show", public_id=row.producer.public_id, member_id=row.public_id)
    return [
        {"text": row.name, "url": url},
        label(row.role),
        _("Keluar %(day)s", day=date_short(row.ends_on)) if row.ends_on else way,
    ]


def _companion(maker: Producer, row: CompanionAssignment) -> dict[str, Any]:
    scopes = join_words(label(Right(scope)) for scope in row.scopes)
    return {
        "name": row.companion.user.name,
        "scopes": scopes,
        "granted": row.granted_at is not None,
        "until": date_long(row.ends_on) if row.ends_on else "",
        "end": url_for("staff.people.end_companion", public_id=maker.public_id, assignment_id=row.id),
    }


def _links(maker: Producer, answers: dict[tuple[Purpose, str], Consent]) -> list[dict[str, Any]]:
    lines = {line.public_id: line for line in record_lines(maker)}
    return [_link(row, lines[row.public_id], answers) for row in links_of(maker)]


def _link(row: RecordLink, line: RecordLine, answers: dict[tuple[Purpose, str], Consent]) -> dict[str, Any]:
    answer = answers.get((Purpose.PROGRAMME_LINE, row.public_id))
    return {
        "public_id": row.public_id,
        "programme": row.enrolment.programme.name,
        "label": name_of(line) or _("Tanpa label: tidak tampil umum"),
        "year": row.enrolment.year,
        "about": f"{line.training or row.enrolment.programme.name}, {row.enrolment.year}",
        "verified": date_long(row.verified_on) if row.verified_on else "",
        "allowed": answer is not None and answer.state is ConsentState.GIVEN,
        "record": url_for("staff.links.record", public_id=row.public_id),
    }


def _consents(answers: dict[tuple[Purpose, str], Consent]) -> list[list[Any]]:
    return [_consent(purpose, answers.get((purpose, ""))) for purpose in Purpose if purpose not in _ELSEWHERE]


def _consent(purpose: Purpose, answer: Consent | None) -> list[Any]:
    if answer is None:
        return [label(purpose), _("Belum ditanyakan"), ""]
    given = answer.state is ConsentState.GIVEN
    state: Any = {"text": label(answer.state), "label_tone": "verified"} if given else label(answer.state)
    return [label(purpose), state, f"{date_short(answer.at)} · {label(answer.channel)}"]


def line_choices(maker: Producer) -> list[tuple[str, str]]:
    """The record lines of a maker to consent to, by the label that would show and year; never the programme's name."""
    return [
        (line.public_id, f"{name_of(line) or _('Tanpa label: tidak tampil umum')}, {line.year}")
        for line in record_lines(maker)
    ]
