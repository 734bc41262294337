"""One person's record in words: enrolments, trainings, aid, visits; incomes stand on the restricted page alone."""

from collections.abc import Iterable
from typing import Any

from flask import url_for

from shop.producers.models import RecordLink
from shop.producers.queries import links_of_enrolments
from shop.programmes.models import Beneficiary, Enrolment, MonitoringVisit
from shop.programmes.queries import EnrolmentView, enrolments_of
from shop.regions.names import places
from shop.text.formats import date_long, date_short, number, rupiah
from shop.text.labels import label
from shop.text.language import gettext as _
from shop.text.language import ngettext


def record_view(person: Beneficiary) -> dict[str, Any]:
    """Everything that the page of one record takes."""
    views = enrolments_of(person)
    links = links_of_enrolments([view.enrolment.id for view in views])
    return {
        "person": person,
        "place": places()[person.region_code].name,
        "enrolments": [_enrolment(view, links.get(view.enrolment.id, [])) for view in views],
    }


def income_rows(visits: Iterable[MonitoringVisit]) -> list[list[Any]]:
    """Turnover and net income as people told them, visit by visit."""
    return [
        [
            date_short(visit.visited_on),
            rupiah(visit.gross_month) if visit.gross_month is not None else "",
            rupiah(visit.net_month) if visit.net_month is not None else "",
            label(visit.income_source),
        ]
        for visit in visits
        if visit.gross_month is not None or visit.net_month is not None
    ]


def _enrolment(view: EnrolmentView, links: list[RecordLink]) -> dict[str, Any]:
    row = view.enrolment
    return {
        "public_id": row.public_id,
        "title": f"{row.programme.name}, {row.year}",
        "phase": label(row.phase),
        "facts": _facts(row),
        "lines": _lines(view),
        "makers": list(dict.fromkeys(_maker(link) for link in links)),
    }


def _maker(link: RecordLink) -> tuple[str, str]:
    return link.producer.stall_name, url_for("staff.producers.show", public_id=link.producer.public_id)


def _facts(row: Enrolment) -> list[tuple[str, str]]:
    facts = [
        (_("Unit pelatihan"), row.unit.name if row.unit else ""),
        (_("Angkatan"), row.cohort or ""),
        (_("Keterampilan"), row.skill or ""),
        (_("Nomor SK"), row.decree_no or ""),
        (_("Nilai bantuan"), rupiah(row.grant_amount) if row.grant_amount else ""),
        (_("Graduasi"), date_long(row.graduated_on) if row.graduated_on else ""),
        (_("Cara graduasi"), label(row.graduation_way) if row.graduation_way else ""),
    ]
    return [(term, value) for term, value in facts if value]


def _lines(view: EnrolmentView) -> list[tuple[str, str, str]]:
    """Trainings, aid and visits as dated lines, newest first."""
    dated = [
        (one.training.starts_on, one.training.title, _days(one.training.days, one.certificate_no))
        for one in view.attended
    ]
    dated += [(one.given_on, f"{number(one.quantity)} {one.item}", one.handover_no or "") for one in view.equipment]
    dated += [(one.given_on, _("Modal %(sum)s", sum=rupiah(one.amount)), "") for one in view.capital]
    dated += [(one.visited_on, _("Pemantauan: %(way)s", way=label(one.method)), _visit(one)) for one in view.visits]
    newest = sorted(dated, key=lambda line: line[0], reverse=True)
    return [(date_long(day), title, detail) for day, title, detail in newest]


def _days(days: int, certificate: str | None) -> str:
    words = ngettext("%(num)s hari", "%(num)s hari", days)
    return f"{words} · {_('sertifikat %(number)s', number=certificate)}" if certificate else words


def _visit(visit: MonitoringVisit) -> str:
    words = [_("Usaha berjalan") if visit.business_running else _("Usaha berhenti")]
    if visit.equipment_present is not None:
        words.append(_("alat masih ada") if visit.equipment_present else _("alat tidak ada"))
    if visit.workers is not None:
        words.append(ngettext("%(num)s orang bekerja", "%(num)s orang bekerja", visit.workers))
    if visit.obstacles:
        words.append(_("hambatan: %(what)s", what=", ".join(str(one) for one in visit.obstacles)))
    if visit.follow_up:
        words.append(visit.follow_up)
    return " · ".join(words)
