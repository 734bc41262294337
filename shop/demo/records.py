"""The restricted programme records: programmes, units, beneficiaries, enrolments, trainings, aid, visits, links."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy import select, update

from shop.consent.types import ConsentState, Purpose
from shop.demo.content import content
from shop.demo.makers import answer
from shop.demo.names import Names
from shop.demo.world import Maker, World
from shop.platform.db import db
from shop.producers.models import RecordLink
from shop.programmes.models import (
    Beneficiary,
    BeneficiarySpecific,
    CapitalGrant,
    Enrolment,
    EquipmentGrant,
    MonitoringVisit,
    Programme,
    ProgrammeYear,
    PublicLabel,
    Training,
    TrainingParticipant,
    TrainingUnit,
)
from shop.programmes.types import DisabilityType, EnrolmentPhase, GraduationWay, WelfareCategory

_DISABILITY = {
    "UPT-RSBRW": DisabilityType.DEAF,
    "UPT-RSBN": DisabilityType.BLIND,
    "UPT-RSBD": DisabilityType.PHYSICAL,
    "UPT-RSBL-alumni": DisabilityType.PSYCHOSOCIAL,
    "PPSGHD": DisabilityType.PHYSICAL,
    "LBK": DisabilityType.PHYSICAL,
    "ASPD-keluarga": DisabilityType.MULTIPLE,
}
_VULNERABLE = frozenset({"KIP-JAWARA", "PRSE"})
_YOUTH = frozenset({"UPT-PSBR", "PPSBR"})
_GRADUATED = frozenset({EnrolmentPhase.GRADUATED, EnrolmentPhase.INDEPENDENT})


def add_programmes(world: World) -> None:
    """Programmes by year with their quotas, training units; the public labels get their introductions."""
    labels = _labels()
    for facts in content("programmes")["programmes"]:
        world.programmes[facts["code"]] = programme = world.rows.add(
            Programme,
            public_id=world.dice.public_id(),
            code=facts["code"],
            name=facts["name"],
            level=facts["level"],
            region_code=facts["region_code"],
            public_label_id=labels.get(facts["label"]),
            disclosing=facts["disclosing"],
            active=True,
        )
        for year in facts["years"]:
            number = world.today.year - year["years_ago"]
            world.rows.add(ProgrammeYear, programme_id=programme, year=number, quota=year["quota"])
    for facts in content("training_units"):
        world.units[facts["code"]] = world.rows.add(
            TrainingUnit,
            public_id=world.dice.public_id(),
            code=facts["code"],
            name=facts["name"],
            type=facts["type"],
            office_id=world.offices[facts["office"]],
            region_code=facts["region_code"],
            public_label_id=labels[facts["label"]],
            disclosing=facts["disclosing"],
        )


def _labels() -> dict[str, int]:
    """The labels of the provinces by the code that the content gives them."""
    found = {}
    for facts in content("programmes")["labels"]:
        own = PublicLabel.region_code == facts["region_code"]
        words = {"intro_id": facts["intro_id"], "intro_en": facts["intro_en"]}
        db.session.execute(update(PublicLabel).where(own).values(words))
        found[facts["code"]] = db.session.scalars(select(PublicLabel.id).where(own)).one()
    return found


def add_records(world: World, names: Names) -> None:
    """The record of every maker, with its trainings linked to the stall."""
    for maker in world.makers.values():
        beneficiary = _add_beneficiary(world, maker, maker.facts["contact"] or names.next())
        enrolments = [_add_enrolment(world, beneficiary, maker, facts) for facts in maker.facts["enrolments"]]
        world.enrolments[maker.facts["number"]] = enrolments
        for number, facts in enumerate(maker.facts["trainings"]):
            _add_training(world, maker, world.dice.turn(enrolments, number), facts)


def _add_beneficiary(world: World, maker: Maker, name: str) -> int:
    facts, dice = maker.facts, world.dice
    code = facts["enrolments"][0]["programme"]
    beneficiary = world.rows.add(
        Beneficiary,
        public_id=dice.public_id(),
        record_no=f"RP-{dice.letters(8)}",
        full_name=name,
        office_id=world.offices[facts["office"]],
        region_code=facts["region_code"],
        district_code=facts["district_code"],
        created_at=world.ago(dice.randint(800, 1100)),
    )
    born = date(world.today.year - dice.randint(24, 56), dice.randint(1, 12), dice.randint(1, 28))
    world.rows.add(
        BeneficiarySpecific,
        beneficiary_id=beneficiary,
        welfare_category=_category(code),
        disability_type=_DISABILITY.get(code),
        birth_date=born.isoformat(),
        address=f"Kecamatan {facts['district_name']}, {facts['region_name']}",
        phone=facts["phone"],
        notes=None,
    )
    return beneficiary


def _category(programme: str) -> WelfareCategory:
    if programme in _DISABILITY:
        return WelfareCategory.PERSON_WITH_DISABILITY
    if programme in _VULNERABLE:
        return WelfareCategory.VULNERABLE_WOMAN
    return WelfareCategory.PSYCHOSOCIAL_FAMILY if programme in _YOUTH else WelfareCategory.POOR


def _add_enrolment(world: World, beneficiary: int, maker: Maker, facts: dict[str, Any]) -> int:
    year, phase = world.today.year - facts["years_ago"], EnrolmentPhase(facts["phase"])
    left = facts["graduated_days_ago"]
    return world.rows.add(
        Enrolment,
        public_id=world.dice.public_id(),
        beneficiary_id=beneficiary,
        programme_id=world.programmes[facts["programme"]],
        unit_id=world.units[facts["unit"]] if facts["unit"] else None,
        year=year,
        cohort=str(facts["cohort"]),
        skill=maker.facts["skills"].partition(";")[0].rstrip(".")[:80],
        decree_no=f"SK/CONTOH/{world.dice.randint(101, 989)}/{year}",
        phase=phase,
        grant_amount=None,
        graduated_on=world.day(-left) if left is not None else None,
        graduation_way=GraduationWay.BETTER_OFF if left is not None and phase in _GRADUATED else None,
        created_at=world.ago(min(1000, 365 * facts["years_ago"] + 60)),
    )


def _add_training(world: World, maker: Maker, enrolment: int, facts: dict[str, Any]) -> None:
    checked, dice = facts["verified_days_ago"], world.dice
    began = checked + facts["days"] if checked is not None else 365 * facts["years_ago"] + facts["days"]
    starts_on = world.day(-began - dice.randint(20, 60))
    training = world.rows.add(
        Training,
        public_id=dice.public_id(),
        title=facts["title"],
        unit_id=_unit(world, maker),
        office_id=world.offices[maker.facts["office"]],
        starts_on=starts_on,
        days=facts["days"],
    )
    world.rows.add(
        TrainingParticipant,
        public_id=dice.public_id(),
        training_id=training,
        enrolment_id=enrolment,
        certificate_no=f"SERT/CONTOH/{training:03d}" if checked is not None else None,
        completed=True,
    )
    item = _add_link(world, maker, enrolment, training, checked)
    _answer_line(world, maker, item, ConsentState(facts["line_consent"]), max(1, (checked or 9) - 3))


def _add_link(world: World, maker: Maker, enrolment: int, training: int, checked: int | None) -> str:
    item = world.dice.public_id()
    world.rows.add(
        RecordLink,
        public_id=item,
        producer_id=maker.id,
        enrolment_id=enrolment,
        training_id=training,
        linked_by_id=world.staff[maker.facts["office"], "officer"],
        linked_at=world.ago(checked or world.dice.randint(10, 20)),
        verified_on=world.day(-checked) if checked is not None else None,
    )
    return item


def _unit(world: World, maker: Maker) -> int | None:
    code = maker.facts["enrolments"][0]["unit"]
    return world.units[code] if code else None


def _answer_line(world: World, maker: Maker, item: str, state: ConsentState, days: int) -> None:
    answer(world, maker, Purpose.PROGRAMME_LINE, ConsentState.ASKED, days + 1, item=item)
    if state is not ConsentState.ASKED:
        live = state is ConsentState.GIVEN
        answer(world, maker, Purpose.PROGRAMME_LINE, state, days, item=item, live=live)


def add_aid_and_visits(world: World) -> None:
    """Tools and capital given, and what the visits found."""
    listed = content("records")
    for facts in listed["grants"]:
        enrolment, given = world.enrolments[facts["producer"]][0], world.day(-facts["given_days_ago"])
        for item in facts["items"]:
            row = {"item": item["item"], "quantity": item["quantity"], "handover_no": facts["handover_no"]}
            world.rows.add(EquipmentGrant, enrolment_id=enrolment, given_on=given, **row)
        if facts["capital_amount"]:
            world.rows.add(CapitalGrant, enrolment_id=enrolment, amount=facts["capital_amount"], given_on=given)
    for facts in listed["visits"]:
        _add_visit(world, facts)


def _add_visit(world: World, facts: dict[str, Any]) -> None:
    told = "business_running equipment_present gross_month net_month income_source workers helpers orders_month".split()
    number, day = facts["producer"], world.day(-facts["days_ago"])
    office = world.makers[number].facts["office"]
    world.rows.add(
        MonitoringVisit,
        enrolment_id=world.enrolments[number][0],
        visited_on=day,
        by_user_id=world.companion_of.get(number, world.staff[office, "officer"]),
        method=facts["method"],
        **{name: facts[name] for name in told},
        channel="Situs ini, WhatsApp, tetangga",
        obstacles=facts["obstacles"],
        follow_up=facts["follow_up"],
        next_visit_on=day + timedelta(days=120),
    )
