"""What staff write about programmes and people's records, as plain facts that commands take."""

from dataclasses import dataclass
from datetime import date

from shop.programmes.models import Programme, PublicLabel, Training, TrainingUnit
from shop.programmes.types import (
    DisabilityType,
    EnrolmentPhase,
    GraduationWay,
    IncomeSource,
    ProgrammeLevel,
    VisitMethod,
    WelfareCategory,
)


@dataclass(frozen=True, kw_only=True)
class ProgrammeFacts:
    code: str
    name: str
    level: ProgrammeLevel
    region_code: str | None
    label: PublicLabel | None
    disclosing: bool = True
    active: bool = True


@dataclass(frozen=True, kw_only=True)
class PersonFacts:
    """Who a record is about; the place down to kecamatan."""

    full_name: str
    district_code: str


@dataclass(frozen=True, kw_only=True)
class SpecificFacts:
    """Specific personal data, stored encrypted."""

    welfare_category: WelfareCategory | None = None
    disability_type: DisabilityType | None = None
    birth_date: date | None = None
    address: str = ""
    phone: str = ""
    notes: str = ""


@dataclass(frozen=True, kw_only=True)
class EnrolmentFacts:
    programme: Programme
    year: int
    unit: TrainingUnit | None = None
    cohort: str = ""
    skill: str = ""
    decree_no: str = ""
    phase: EnrolmentPhase = EnrolmentPhase.ASSISTED
    grant_amount: int | None = None
    graduated_on: date | None = None
    graduation_way: GraduationWay | None = None


@dataclass(frozen=True, kw_only=True)
class AttendanceFacts:
    """Part taken in a training: one known already, or a new one by title, day and length."""

    training: Training | None = None
    title: str = ""
    starts_on: date | None = None
    days: int | None = None
    certificate_no: str = ""
    completed: bool = True


@dataclass(frozen=True, kw_only=True)
class AidFacts:
    """Aid of one day: items in kind, or capital in whole rupiah."""

    given_on: date
    item: str = ""
    quantity: int = 1
    handover_no: str = ""
    amount: int | None = None


@dataclass(frozen=True, kw_only=True)
class VisitFacts:
    """What a monitoring visit found; turnover and net income a month in whole rupiah."""

    visited_on: date
    method: VisitMethod
    business_running: bool
    equipment_present: bool | None = None
    gross_month: int | None = None
    net_month: int | None = None
    income_source: IncomeSource = IncomeSource.SELF_REPORTED
    workers: int | None = None
    helpers: int | None = None
    orders_month: int | None = None
    channel: str = ""
    obstacles: tuple[str, ...] = ()
    follow_up: str = ""
    next_visit_on: date | None = None
