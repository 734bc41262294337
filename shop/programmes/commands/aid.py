"""Aid that was given, and visits that saw what became of it."""

from datetime import date

from shop.accounts.types import Actor
from shop.audit.commands import record
from shop.lib.clock import today_wib
from shop.lib.errors import Invalid, require
from shop.lib.nik import refuse_nik
from shop.platform.db import db
from shop.programmes.facts import AidFacts, VisitFacts
from shop.programmes.models import CapitalGrant, Enrolment, EquipmentGrant, MonitoringVisit
from shop.programmes.policies import may_keep_record

MOST_ITEMS = 1000
MOST_PEOPLE = 10_000


def give_aid(*, enrolment: Enrolment, facts: AidFacts, actor: Actor) -> EquipmentGrant | CapitalGrant:
    """Note one item given in kind, or capital; exactly one of the two."""
    require(may_keep_record(actor, enrolment.beneficiary))
    refuse_nik({"item": facts.item, "handover_no": facts.handover_no})
    _refuse_future(facts.given_on, "given_on")
    if bool(facts.item) == (facts.amount is not None):
        raise Invalid("aid_one_of_two", "item")
    grant = _equipment(enrolment, facts) if facts.item else _capital(enrolment, facts)
    db.session.add(grant)
    db.session.flush()
    record(actor=actor, action="aid.given", target=grant, region_code=enrolment.beneficiary.region_code)
    return grant


def _equipment(enrolment: Enrolment, facts: AidFacts) -> EquipmentGrant:
    if not 1 <= facts.quantity <= MOST_ITEMS:
        raise Invalid("number_range", "quantity", least=1, most=MOST_ITEMS)
    return EquipmentGrant(
        enrolment_id=enrolment.id,
        item=facts.item,
        quantity=facts.quantity,
        given_on=facts.given_on,
        handover_no=facts.handover_no or None,
    )


def _capital(enrolment: Enrolment, facts: AidFacts) -> CapitalGrant:
    if not facts.amount:
        raise Invalid("amount_missing", "amount")
    return CapitalGrant(enrolment_id=enrolment.id, amount=facts.amount, given_on=facts.given_on)


def record_visit(*, enrolment: Enrolment, facts: VisitFacts, actor: Actor) -> MonitoringVisit:
    """Note a monitoring visit; turnover and net income are stored encrypted."""
    require(may_keep_record(actor, enrolment.beneficiary))
    refuse_nik({"channel": facts.channel, "follow_up": facts.follow_up, "obstacles": " / ".join(facts.obstacles)})
    _refuse_future(facts.visited_on, "visited_on")
    for name in ("workers", "helpers", "orders_month"):
        value = getattr(facts, name)
        if value is not None and not 0 <= value <= MOST_PEOPLE:
            raise Invalid("number_range", name, least=0, most=MOST_PEOPLE)
    if facts.next_visit_on is not None and facts.next_visit_on <= facts.visited_on:
        raise Invalid("next_visit_before", "next_visit_on")
    values = {
        **vars(facts),
        "obstacles": list(facts.obstacles),
        "channel": facts.channel or None,
        "follow_up": facts.follow_up or None,
    }
    visit = MonitoringVisit(enrolment_id=enrolment.id, by_user_id=actor.user_id, **values)
    db.session.add(visit)
    db.session.flush()
    record(actor=actor, action="visit.recorded", target=visit, region_code=enrolment.beneficiary.region_code)
    return visit


def _refuse_future(day: date, field: str) -> None:
    if day > today_wib():
        raise Invalid("date_future", field)
