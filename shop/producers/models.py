"""Makers and who belongs to them; stories; links to programme records.

Longer than the budget because the tables of one feature are read side by side.
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shop.accounts.models import Office, User
from shop.lib.clock import now, today_wib
from shop.platform.crypt import Encrypted
from shop.platform.db import JSON, Base, UtcDateTime, enum_of, fk, pk, public_id, unique_where
from shop.producers.types import (
    Cloth,
    CompanionType,
    ContactVia,
    MemberRole,
    NibStatus,
    ProducerForm,
    ProducerStatus,
    StoryState,
)
from shop.programmes.models import Enrolment
from shop.regions.models import Region


def _cloth(row: Any) -> Cloth:
    return Cloth.of(row.get_current_parameters()["public_id"])


class Producer(Base):
    """A maker: a person, a group, a cooperative or a training unit's workshop."""

    __tablename__ = "producer"
    __table_args__ = (
        CheckConstraint("workers >= 0 AND helpers >= 0", name="workers_not_negative"),
        CheckConstraint("started_year IS NULL OR started_year BETWEEN 1900 AND 2200", name="started_year"),
        CheckConstraint("deposit_percent IS NULL OR deposit_percent BETWEEN 0 AND 100", name="deposit_percent"),
        CheckConstraint("(status = 'merged') = (merged_into_id IS NOT NULL)", name="merged_has_target"),
    )

    id: Mapped[int] = pk()
    public_id: Mapped[str] = public_id()
    slug: Mapped[str] = mapped_column(String(80), unique=True)
    form: Mapped[ProducerForm] = mapped_column(enum_of(ProducerForm))
    stall_name: Mapped[str] = mapped_column(String(80))
    about: Mapped[str] = mapped_column(Text, default="")
    language: Mapped[str] = mapped_column(String(2), default="id")
    skills: Mapped[str] = mapped_column(String(200), default="")
    regency_code: Mapped[str] = fk("region.code")
    district_code: Mapped[str | None] = fk("region.code")
    office_id: Mapped[int | None] = fk("office.id")
    workers: Mapped[int] = mapped_column(default=1)
    helpers: Mapped[int] = mapped_column(default=0)
    started_year: Mapped[int | None] = mapped_column()
    phone: Mapped[str | None] = mapped_column(String(20))
    contact_via: Mapped[ContactVia] = mapped_column(enum_of(ContactVia), default=ContactVia.SELF)
    nib_status: Mapped[NibStatus] = mapped_column(enum_of(NibStatus), default=NibStatus.NONE)
    nib_number: Mapped[str | None] = mapped_column(String(20))
    collects_vat: Mapped[bool] = mapped_column(default=False)
    status: Mapped[ProducerStatus] = mapped_column(enum_of(ProducerStatus), default=ProducerStatus.APPLIED, index=True)
    is_adult: Mapped[bool] = mapped_column(default=False)
    hidden_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    closed_until: Mapped[date | None] = mapped_column()
    cloth: Mapped[Cloth] = mapped_column(enum_of(Cloth), default=_cloth)
    photo_key: Mapped[str | None] = mapped_column(String(120))
    deposit_percent: Mapped[int | None] = mapped_column()
    ekatalog_url: Mapped[str | None] = mapped_column(String(300))
    padi_url: Mapped[str | None] = mapped_column(String(300))
    merged_into_id: Mapped[int | None] = fk("producer.id")
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now, onupdate=now)
    regency: Mapped[Region] = relationship(foreign_keys=[regency_code])
    district: Mapped[Region | None] = relationship(foreign_keys=[district_code])
    office: Mapped[Office | None] = relationship()

    @property
    def shut_until(self) -> date | None:
        """The last day of the closing of now; None while the stall is open."""
        return self.closed_until if self.closed_until is not None and self.closed_until >= today_wib() else None


class ProducerSlug(Base):
    """A slug that a maker once had; it redirects for ever."""

    __tablename__ = "producer_slug"

    slug: Mapped[str] = mapped_column(String(80), primary_key=True)
    producer_id: Mapped[int] = fk("producer.id", ondelete="CASCADE")


class ProducerClosure(Base):
    """A time in which a maker is or was closed: clocks of inquiries and orders stand still in it.

    Kept when the stall opens, as clocks that run later still subtract it; ``Producer.closed_until`` is what pages say.
    """

    __tablename__ = "producer_closure"
    __table_args__ = (CheckConstraint("ends_at >= starts_at", name="times_in_order"),)

    id: Mapped[int] = pk()
    producer_id: Mapped[int] = fk("producer.id", ondelete="CASCADE")
    starts_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ends_at: Mapped[datetime] = mapped_column(UtcDateTime)


class ProducerMember(Base):
    """A person of a maker; only one with a user signs in.

    ``invited`` is an account that was there before and whose owner has not yet accepted: it holds no right here.
    ``account_made`` says that the user was made by this very invitation.
    """

    __tablename__ = "producer_member"
    __table_args__ = (
        CheckConstraint("ends_on IS NULL OR ends_on >= starts_on", name="dates_in_order"),
        unique_where("ends_on IS NULL", "producer_id", "user_id"),
    )

    id: Mapped[int] = pk()
    public_id: Mapped[str] = public_id()
    producer_id: Mapped[int] = fk("producer.id", ondelete="CASCADE")
    user_id: Mapped[int | None] = fk("user.id")
    invited_id: Mapped[int | None] = fk("user.id")
    account_made: Mapped[bool] = mapped_column(default=False)
    name: Mapped[str] = mapped_column(String(120))
    role: Mapped[MemberRole] = mapped_column(enum_of(MemberRole))
    rights: Mapped[list[str]] = mapped_column(JSON, default=list)
    starts_on: Mapped[date] = mapped_column()
    ends_on: Mapped[date | None] = mapped_column()
    producer: Mapped[Producer] = relationship()
    user: Mapped[User | None] = relationship(foreign_keys=[user_id])
    invited: Mapped[User | None] = relationship(foreign_keys=[invited_id])


class Companion(Base):
    """A companion (pendamping) of an office."""

    __tablename__ = "companion"

    id: Mapped[int] = pk()
    public_id: Mapped[str] = public_id()
    user_id: Mapped[int] = fk("user.id", unique=True)
    office_id: Mapped[int] = fk("office.id")
    type: Mapped[CompanionType] = mapped_column(enum_of(CompanionType))
    active: Mapped[bool] = mapped_column(default=True)
    user: Mapped[User] = relationship()


class CompanionAssignment(Base):
    """A companion helps a maker for a period, within the scopes that the maker granted."""

    __tablename__ = "companion_assignment"
    __table_args__ = (
        CheckConstraint("ends_on IS NULL OR ends_on >= starts_on", name="dates_in_order"),
        unique_where("ends_on IS NULL", "producer_id", "companion_id"),
    )

    id: Mapped[int] = pk()
    companion_id: Mapped[int] = fk("companion.id")
    producer_id: Mapped[int] = fk("producer.id", ondelete="CASCADE")
    scopes: Mapped[list[str]] = mapped_column(JSON, default=list)
    starts_on: Mapped[date] = mapped_column()
    ends_on: Mapped[date | None] = mapped_column()
    granted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    companion: Mapped[Companion] = relationship()
    producer: Mapped[Producer] = relationship()


class RecordLink(Base):
    """Links a maker to a training of an enrolment; shown only with consent for this link's public id."""

    __tablename__ = "record_link"
    __table_args__ = (
        UniqueConstraint("producer_id", "enrolment_id", "training_id"),
        unique_where("training_id IS NULL", "producer_id", "enrolment_id"),  # the enrolment as a whole, once
    )

    id: Mapped[int] = pk()
    public_id: Mapped[str] = public_id()
    producer_id: Mapped[int] = fk("producer.id", ondelete="CASCADE")
    enrolment_id: Mapped[int] = fk("enrolment.id", ondelete="CASCADE")
    training_id: Mapped[int | None] = fk("training.id")
    linked_by_id: Mapped[int | None] = fk("user.id")
    linked_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    verified_on: Mapped[date | None] = mapped_column()
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    producer: Mapped[Producer] = relationship()
    enrolment: Mapped[Enrolment] = relationship()


class Story(Base):
    """A maker's story in its own words; versioned, shown with consent, asked again after a year."""

    __tablename__ = "story"
    __table_args__ = (UniqueConstraint("producer_id", "version"),)

    id: Mapped[int] = pk()
    public_id: Mapped[str] = public_id()
    producer_id: Mapped[int] = fk("producer.id", ondelete="CASCADE")
    version: Mapped[int] = mapped_column(default=1)
    state: Mapped[StoryState] = mapped_column(enum_of(StoryState), default=StoryState.DRAFT)
    quote: Mapped[str] = mapped_column(String(240))
    body: Mapped[str] = mapped_column(Text)
    told_by: Mapped[str] = mapped_column(String(120), default="")
    language: Mapped[str] = mapped_column(String(2), default="id")
    written_on: Mapped[date] = mapped_column()
    photo_key: Mapped[str | None] = mapped_column(String(120))
    producer: Mapped[Producer] = relationship()


class OwnWords(Base):
    """What a person wishes to say of a disability; specific personal data, so encrypted like the records.

    Nothing of it comes from them. It shows only with the consent ``disability``, which ends when it changes, and it
    stands apart, so that nothing that is told of the maker itself, as the day of its last change, moves with it.
    """

    __tablename__ = "own_words"
    __table_args__ = (CheckConstraint("length(words) <= 4000", name="short"),)  # encrypted; 240 letters at the most

    id: Mapped[int] = pk()
    producer_id: Mapped[int] = fk("producer.id", ondelete="CASCADE", unique=True)
    words: Mapped[str] = mapped_column(Encrypted)


class ReplyStats(Base):
    """How a maker answers, from real data; kept by the worker."""

    __tablename__ = "reply_stats"

    id: Mapped[int] = pk()
    producer_id: Mapped[int] = fk("producer.id", ondelete="CASCADE", unique=True)
    asked: Mapped[int] = mapped_column(default=0)
    answered: Mapped[int] = mapped_column(default=0)
    median_reply_minutes: Mapped[int | None] = mapped_column()
    finished_orders: Mapped[int] = mapped_column(default=0)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now, onupdate=now)
