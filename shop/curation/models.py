"""Tables of curation: review cases, featured makers, collections, bazaars."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shop.accounts.models import Office
from shop.catalogue.models import Product
from shop.curation.types import ReviewCause, ReviewState
from shop.lib.clock import now
from shop.platform.db import JSON, Base, UtcDateTime, enum_of, fk, pk, public_id
from shop.producers.models import Producer

_WAITING = text("state = 'waiting'")


class ReviewCase(Base):
    """One look by staff at one product; at most one waits for a product."""

    __tablename__ = "review_case"
    __table_args__ = (
        Index("uq_review_case_waiting", "product_id", unique=True, sqlite_where=_WAITING, postgresql_where=_WAITING),
        Index("ix_review_case_queue", "state", "opened_at", "id"),
    )

    id: Mapped[int] = pk()
    public_id: Mapped[str] = public_id()
    product_id: Mapped[int] = fk("product.id", ondelete="CASCADE")
    cause: Mapped[ReviewCause] = mapped_column(enum_of(ReviewCause))
    state: Mapped[ReviewState] = mapped_column(enum_of(ReviewState), default=ReviewState.WAITING)
    opened_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    opened_by_id: Mapped[int | None] = fk("user.id")
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    decided_by_id: Mapped[int | None] = fk("user.id")
    reasons: Mapped[list[Any]] = mapped_column(JSON, default=list)
    note: Mapped[str] = mapped_column(Text, default="")
    findings: Mapped[list[Any]] = mapped_column(JSON, default=list)
    words_before: Mapped[dict[str, Any] | None] = mapped_column(
        JSON
    )  # name and description; None: words did not change
    product: Mapped[Product] = relationship()


class FeaturedProducer(Base):
    """A maker shown first for a while, with the reason; an office features its own region."""

    __tablename__ = "featured_producer"
    __table_args__ = (
        CheckConstraint("ends_on >= starts_on", name="dates_in_order"),
        Index("ix_featured_producer_dates", "starts_on", "ends_on"),
    )

    id: Mapped[int] = pk()
    public_id: Mapped[str] = public_id()
    producer_id: Mapped[int] = fk("producer.id", ondelete="CASCADE")
    office_id: Mapped[int | None] = fk("office.id")
    starts_on: Mapped[date] = mapped_column()
    ends_on: Mapped[date] = mapped_column()
    reason: Mapped[str] = mapped_column(String(200))
    position: Mapped[int] = mapped_column(default=0)
    chosen_by_id: Mapped[int | None] = fk("user.id")
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    producer: Mapped[Producer] = relationship()
    office: Mapped[Office | None] = relationship()


class Collection(Base):
    __tablename__ = "collection"

    id: Mapped[int] = pk()
    public_id: Mapped[str] = public_id()
    slug: Mapped[str] = mapped_column(String(80), unique=True)
    title_id: Mapped[str] = mapped_column(String(80))
    title_en: Mapped[str] = mapped_column(String(80))
    intro_id: Mapped[str] = mapped_column(Text, default="")
    intro_en: Mapped[str] = mapped_column(Text, default="")
    published: Mapped[bool] = mapped_column(default=False)
    position: Mapped[int] = mapped_column(default=0)
    office_id: Mapped[int | None] = fk("office.id")


class CollectionItem(Base):
    __tablename__ = "collection_item"
    __table_args__ = (UniqueConstraint("collection_id", "product_id"),)

    id: Mapped[int] = pk()
    collection_id: Mapped[int] = fk("collection.id", ondelete="CASCADE")
    product_id: Mapped[int] = fk("product.id", ondelete="CASCADE")
    position: Mapped[int] = mapped_column(default=0)


class Bazaar(Base):
    __tablename__ = "bazaar"
    __table_args__ = (CheckConstraint("ends_on >= starts_on", name="dates_in_order"),)

    id: Mapped[int] = pk()
    public_id: Mapped[str] = public_id()
    slug: Mapped[str] = mapped_column(String(80), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    place: Mapped[str] = mapped_column(String(160))
    region_code: Mapped[str] = fk("region.code")
    office_id: Mapped[int | None] = fk("office.id")
    starts_on: Mapped[date] = mapped_column()
    ends_on: Mapped[date] = mapped_column()


class BazaarProducer(Base):
    __tablename__ = "bazaar_producer"
    __table_args__ = (UniqueConstraint("bazaar_id", "producer_id"),)

    id: Mapped[int] = pk()
    bazaar_id: Mapped[int] = fk("bazaar.id", ondelete="CASCADE")
    producer_id: Mapped[int] = fk("producer.id", ondelete="CASCADE")
