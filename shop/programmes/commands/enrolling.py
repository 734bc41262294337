"""People in programmes and in trainings."""

from shop.accounts.types import Actor
from shop.audit.commands import record
from shop.lib.clock import today_wib
from shop.lib.errors import Conflict, Invalid, require
from shop.lib.nik import refuse_nik
from shop.platform.db import db
from shop.platform.holding import refusing_twins
from shop.programmes.commands.programmes import check_year
from shop.programmes.disclosing import discloses, names_what_discloses
from shop.programmes.facts import AttendanceFacts, EnrolmentFacts
from shop.programmes.models import Beneficiary, Enrolment, Training, TrainingParticipant
from shop.programmes.policies import may_keep_record
from shop.programmes.types import EnrolmentPhase

MOST_DAYS = 1000


def enrol(*, beneficiary: Beneficiary, facts: EnrolmentFacts, actor: Actor) -> Enrolment:
    """Enter a person in a programme for a year, once."""
    require(may_keep_record(actor, beneficiary))
    values = _checked(facts)
    if not facts.programme.active:
        raise Invalid("programme_closed", "programme")
    enrolment = Enrolment(beneficiary=beneficiary, **values)
    _keep(enrolment)
    record(actor=actor, action="enrolment.created", target=enrolment, region_code=beneficiary.region_code)
    return enrolment


def edit_enrolment(*, enrolment: Enrolment, facts: EnrolmentFacts, actor: Actor) -> None:
    """Correct an enrolment, or say where the person stands now."""
    require(may_keep_record(actor, enrolment.beneficiary))
    values = _checked(facts)
    with refusing_twins(Conflict("already_enrolled", "year")):
        for name, value in values.items():
            setattr(enrolment, name, value)
    region = enrolment.beneficiary.region_code
    record(actor=actor, action="enrolment.edited", target=enrolment, region_code=region, phase=str(facts.phase))


def attend_training(*, enrolment: Enrolment, facts: AttendanceFacts, actor: Actor) -> TrainingParticipant:
    """Note that somebody took part in a training: one known already, or a new one."""
    require(may_keep_record(actor, enrolment.beneficiary))
    refuse_nik({"title": facts.title, "certificate_no": facts.certificate_no})
    training = facts.training or _new_training(enrolment, facts)
    row = TrainingParticipant(
        training=training,
        enrolment=enrolment,
        certificate_no=facts.certificate_no or None,
        completed=facts.completed,
    )
    with refusing_twins(Conflict("already_attended", "training")):
        db.session.add(row)
    region = enrolment.beneficiary.region_code
    record(actor=actor, action="training.attended", target=row, region_code=region, training=training.public_id)
    return row


def _new_training(enrolment: Enrolment, facts: AttendanceFacts) -> Training:
    if not facts.title:
        raise Invalid("training_missing", "title")
    if discloses(facts.title) or names_what_discloses(facts.title):
        raise Invalid("title_discloses", "title")
    if facts.starts_on is None:
        raise Invalid("required", "starts_on")
    if facts.starts_on > today_wib():
        raise Invalid("date_future", "starts_on")
    if facts.days is None or not 1 <= facts.days <= MOST_DAYS:
        raise Invalid("number_range", "days", least=1, most=MOST_DAYS)
    training = Training(
        title=facts.title,
        unit_id=enrolment.unit_id,
        office_id=enrolment.beneficiary.office_id,
        starts_on=facts.starts_on,
        days=facts.days,
    )
    db.session.add(training)
    db.session.flush()
    return training


def _keep(enrolment: Enrolment) -> None:
    with refusing_twins(Conflict("already_enrolled", "year")):
        db.session.add(enrolment)


def _checked(facts: EnrolmentFacts) -> dict[str, object]:
    refuse_nik({"cohort": facts.cohort, "skill": facts.skill, "decree_no": facts.decree_no})
    check_year(facts.year)
    graduated = facts.phase is EnrolmentPhase.GRADUATED
    if graduated and (facts.graduated_on is None or facts.graduation_way is None):
        raise Invalid("graduation_incomplete", "graduated_on")
    if facts.graduated_on is not None and facts.graduated_on > today_wib():
        raise Invalid("date_future", "graduated_on")
    return {
        "programme": facts.programme,
        "unit": facts.unit,
        "year": facts.year,
        "cohort": facts.cohort or None,
        "skill": facts.skill or None,
        "decree_no": facts.decree_no or None,
        "phase": facts.phase,
        "grant_amount": facts.grant_amount,
        "graduated_on": facts.graduated_on if graduated else None,
        "graduation_way": facts.graduation_way if graduated else None,
    }
