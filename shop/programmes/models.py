"""Tables of the restricted records; specific data is encrypted and stands apart.

Longer than the budget because the tables of one feature are read side by side.
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shop.accounts.models import Office
from shop.lib.clock import now
from shop.platform.crypt import Encrypted
from shop.platform.db import JSON, Base, UtcDateTime, enum_of, fk, pk, public_id
from shop.programmes.types import EnrolmentPhase, GraduationWay, IncomeSource, ProgrammeLevel, UnitType, VisitMethod


class PublicLabel(Base):
    """What the public reads instead of a programme or a training unit."""

    __tablename__ = "public_label"

    id: Mapped[int] = pk()
    slug: Mapped[str] = mapped_column(String(80), unique=True)
    name_id: Mapped[str] = mapped_column(String(120))
    name_en: Mapped[str] = mapped_column(String(120))
    intro_id: Mapped[str] = mapped_column(Text, default="")
    intro_en: Mapped[str] = mapped_column(Text, default="")
    region_code: Mapped[str | None] = fk("region.code")
    active: Mapped[bool] = mapped_column(default=True)


class Programme(Base):
    """A programme; disclosing by default, and such a one is named nowhere in public."""

    __tablename__ = "programme"

    id: Mapped[int] = pk()
    public_id: Mapped[str] = public_id()
    code: Mapped[str] = mapped_column(String(32), unique=True)
    name: Mapped[str] = mapped_column(String(160))
    level: Mapped[ProgrammeLevel] = mapped_column(enum_of(ProgrammeLevel))
    region_code: Mapped[str | None] = fk("region.code")
    public_label_id: Mapped[int | None] = fk("public_label.id")
    disclosing: Mapped[bool] = mapped_column(default=True)
    active: Mapped[bool] = mapped_column(default=True)
    public_label: Mapped[PublicLabel | None] = relationship()


class ProgrammeYear(Base):
    __tablename__ = "programme_year"
    __table_args__ = (
        UniqueConstraint("programme_id", "year"),
        CheckConstraint("quota >= 0", name="quota_not_negative"),
    )

    id: Mapped[int] = pk()
    programme_id: Mapped[int] = fk("programme.id", ondelete="CASCADE")
    year: Mapped[int] = mapped_column()
    quota: Mapped[int] = mapped_column(default=0)


class TrainingUnit(Base):
    __tablename__ = "training_unit"

    id: Mapped[int] = pk()
    public_id: Mapped[str] = public_id()
    code: Mapped[str] = mapped_column(String(32), unique=True)
    name: Mapped[str] = mapped_column(String(160))
    type: Mapped[UnitType] = mapped_column(enum_of(UnitType))
    office_id: Mapped[int | None] = fk("office.id")
    region_code: Mapped[str | None] = fk("region.code")
    public_label_id: Mapped[int | None] = fk("public_label.id")
    disclosing: Mapped[bool] = mapped_column(default=True)


class Beneficiary(Base):
    """A person in the programme records, known by an opaque number; no NIK, no family card."""

    __tablename__ = "beneficiary"

    id: Mapped[int] = pk()
    public_id: Mapped[str] = public_id()
    record_no: Mapped[str] = mapped_column(String(16), unique=True)
    full_name: Mapped[str] = mapped_column(String(120), index=True)
    office_id: Mapped[int] = fk("office.id")
    region_code: Mapped[str] = fk("region.code")
    district_code: Mapped[str | None] = fk("region.code")
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    office: Mapped[Office] = relationship()


class BeneficiarySpecific(Base):
    """Specific personal data (UU PDP): encrypted, scoped, each read logged."""

    __tablename__ = "beneficiary_specific"

    id: Mapped[int] = pk()
    beneficiary_id: Mapped[int] = fk("beneficiary.id", ondelete="CASCADE", unique=True)
    welfare_category: Mapped[str | None] = mapped_column(Encrypted)
    disability_type: Mapped[str | None] = mapped_column(Encrypted)
    birth_date: Mapped[str | None] = mapped_column(Encrypted)
    address: Mapped[str | None] = mapped_column(Encrypted)
    phone: Mapped[str | None] = mapped_column(Encrypted)
    notes: Mapped[str | None] = mapped_column(Encrypted)


class Enrolment(Base):
    __tablename__ = "enrolment"
    __table_args__ = (
        UniqueConstraint("beneficiary_id", "programme_id", "year"),
        CheckConstraint("grant_amount IS NULL OR grant_amount >= 0", name="grant_not_negative"),
    )

    id: Mapped[int] = pk()
    public_id: Mapped[str] = public_id()
    beneficiary_id: Mapped[int] = fk("beneficiary.id", ondelete="CASCADE")
    programme_id: Mapped[int] = fk("programme.id")
    unit_id: Mapped[int | None] = fk("training_unit.id")
    year: Mapped[int] = mapped_column()
    cohort: Mapped[str | None] = mapped_column(String(40))
    skill: Mapped[str | None] = mapped_column(String(80))
    decree_no: Mapped[str | None] = mapped_column(String(80))
    phase: Mapped[EnrolmentPhase] = mapped_column(enum_of(EnrolmentPhase), default=EnrolmentPhase.ASSISTED)
    grant_amount: Mapped[int | None] = mapped_column(BigInteger)
    graduated_on: Mapped[date | None] = mapped_column()
    graduation_way: Mapped[GraduationWay | None] = mapped_column(enum_of(GraduationWay))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    beneficiary: Mapped[Beneficiary] = relationship()
    programme: Mapped[Programme] = relationship()
    unit: Mapped[TrainingUnit | None] = relationship()


class Training(Base):
    """A training as it was held; who took part is a row of TrainingParticipant."""

    __tablename__ = "training"
    __table_args__ = (CheckConstraint("days > 0", name="days_positive"),)

    id: Mapped[int] = pk()
    public_id: Mapped[str] = public_id()
    title: Mapped[str] = mapped_column(String(120))
    unit_id: Mapped[int | None] = fk("training_unit.id")
    office_id: Mapped[int | None] = fk("office.id")
    starts_on: Mapped[date] = mapped_column()
    days: Mapped[int] = mapped_column()


class TrainingParticipant(Base):
    __tablename__ = "training_participant"
    __table_args__ = (UniqueConstraint("training_id", "enrolment_id"),)

    id: Mapped[int] = pk()
    public_id: Mapped[str] = public_id()
    training_id: Mapped[int] = fk("training.id", ondelete="CASCADE")
    enrolment_id: Mapped[int] = fk("enrolment.id", ondelete="CASCADE")
    certificate_no: Mapped[str | None] = mapped_column(String(80))
    completed: Mapped[bool] = mapped_column(default=True)
    training: Mapped[Training] = relationship()
    enrolment: Mapped[Enrolment] = relationship()


class EquipmentGrant(Base):
    """Aid in kind is a list of items, not an amount."""

    __tablename__ = "equipment_grant"
    __table_args__ = (CheckConstraint("quantity > 0", name="quantity_positive"),)

    id: Mapped[int] = pk()
    enrolment_id: Mapped[int] = fk("enrolment.id", ondelete="CASCADE")
    item: Mapped[str] = mapped_column(String(120))
    quantity: Mapped[int] = mapped_column(default=1)
    given_on: Mapped[date] = mapped_column()
    handover_no: Mapped[str | None] = mapped_column(String(80))


class CapitalGrant(Base):
    __tablename__ = "capital_grant"
    __table_args__ = (CheckConstraint("amount > 0", name="amount_positive"),)

    id: Mapped[int] = pk()
    enrolment_id: Mapped[int] = fk("enrolment.id", ondelete="CASCADE")
    amount: Mapped[int] = mapped_column(BigInteger)
    given_on: Mapped[date] = mapped_column()


class MonitoringVisit(Base):
    """A visit as monev fills it in; income answers are encrypted."""

    __tablename__ = "monitoring_visit"
    __table_args__ = tuple(
        CheckConstraint(f"{count} IS NULL OR {count} >= 0", name=f"{count}_not_negative")
        for count in ("workers", "helpers", "orders_month")
    )

    id: Mapped[int] = pk()
    public_id: Mapped[str] = public_id()
    enrolment_id: Mapped[int] = fk("enrolment.id", ondelete="CASCADE")
    visited_on: Mapped[date] = mapped_column(index=True)
    by_user_id: Mapped[int | None] = fk("user.id")
    method: Mapped[VisitMethod] = mapped_column(enum_of(VisitMethod))
    business_running: Mapped[bool] = mapped_column()
    equipment_present: Mapped[bool | None] = mapped_column()
    gross_month: Mapped[int | None] = mapped_column(Encrypted)
    net_month: Mapped[int | None] = mapped_column(Encrypted)
    income_source: Mapped[IncomeSource] = mapped_column(enum_of(IncomeSource), default=IncomeSource.SELF_REPORTED)
    workers: Mapped[int | None] = mapped_column()
    helpers: Mapped[int | None] = mapped_column()
    orders_month: Mapped[int | None] = mapped_column()
    channel: Mapped[str | None] = mapped_column(String(80))
    obstacles: Mapped[list[Any]] = mapped_column(JSON, default=list)
    follow_up: Mapped[str | None] = mapped_column(Text)
    next_visit_on: Mapped[date | None] = mapped_column()
    photo_key: Mapped[str | None] = mapped_column(String(120))
