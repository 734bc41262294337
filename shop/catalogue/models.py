"""Tables of the catalogue.

Longer than the budget because the tables of one feature are read side by side.
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shop.catalogue.types import (
    AttributeType,
    CapacityLevel,
    CapacityPeriod,
    CertificateStatus,
    CertificateType,
    PhotoState,
    PriceBasis,
    ProductStatus,
    StockMode,
    UnitBase,
)
from shop.lib.clock import now
from shop.platform.db import JSON, Base, UtcDateTime, enum_of, fk, pk, public_id, unique_where
from shop.producers.models import Producer


class Category(Base):
    __tablename__ = "category"

    id: Mapped[int] = pk()
    slug: Mapped[str] = mapped_column(String(40), unique=True)
    name_id: Mapped[str] = mapped_column(String(60))
    name_en: Mapped[str] = mapped_column(String(60))
    intro_id: Mapped[str] = mapped_column(String(300), default="")
    intro_en: Mapped[str] = mapped_column(String(300), default="")
    picture: Mapped[str] = mapped_column(String(60), default="")
    position: Mapped[int] = mapped_column(default=0)


class Unit(Base):
    """A unit of sale: a base and an integer factor (kodi = 20 pieces)."""

    __tablename__ = "unit"
    __table_args__ = (CheckConstraint("factor > 0", name="factor_positive"),)

    id: Mapped[int] = pk()
    code: Mapped[str] = mapped_column(String(16), unique=True)
    name_id: Mapped[str] = mapped_column(String(24))
    name_en: Mapped[str] = mapped_column(String(24))
    plural_en: Mapped[str] = mapped_column(String(24))
    base: Mapped[UnitBase] = mapped_column(enum_of(UnitBase))
    factor: Mapped[int] = mapped_column(default=1)


class Kind(Base):
    """A kind of product: its words, rules, compulsory papers and the facts buyers ask."""

    __tablename__ = "kind"

    id: Mapped[int] = pk()
    code: Mapped[str] = mapped_column(String(32), unique=True)
    slug: Mapped[str] = mapped_column(String(40), unique=True)
    name_id: Mapped[str] = mapped_column(String(60))
    name_en: Mapped[str] = mapped_column(String(60))
    category_id: Mapped[int] = fk("category.id")
    default_unit_id: Mapped[int] = fk("unit.id")
    rules: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    customisation: Mapped[list[Any]] = mapped_column(JSON, default=list)
    position: Mapped[int] = mapped_column(default=0)
    active: Mapped[bool] = mapped_column(default=True)
    category: Mapped[Category] = relationship()
    default_unit: Mapped[Unit] = relationship()
    attributes: Mapped[list["KindAttribute"]] = relationship(order_by="KindAttribute.position")


class KindUnit(Base):
    """A unit in which products of a kind may be sold."""

    __tablename__ = "kind_unit"
    __table_args__ = (UniqueConstraint("kind_id", "unit_id"),)

    id: Mapped[int] = pk()
    kind_id: Mapped[int] = fk("kind.id", ondelete="CASCADE")
    unit_id: Mapped[int] = fk("unit.id")


class KindAttribute(Base):
    """A typed fact that buyers ask of a kind."""

    __tablename__ = "kind_attribute"
    __table_args__ = (UniqueConstraint("kind_id", "code"),)

    id: Mapped[int] = pk()
    kind_id: Mapped[int] = fk("kind.id", ondelete="CASCADE")
    code: Mapped[str] = mapped_column(String(40))
    name_id: Mapped[str] = mapped_column(String(60))
    name_en: Mapped[str] = mapped_column(String(60))
    type: Mapped[AttributeType] = mapped_column(enum_of(AttributeType))
    unit: Mapped[str] = mapped_column(String(16), default="")
    choices: Mapped[list[Any]] = mapped_column(JSON, default=list)
    required: Mapped[bool] = mapped_column(default=False)
    max_length: Mapped[int] = mapped_column(default=120)
    position: Mapped[int] = mapped_column(default=0)


class Product(Base):
    """One listing of one maker."""

    __tablename__ = "product"
    __table_args__ = (
        CheckConstraint("price IS NULL OR price > 0", name="price_positive"),
        CheckConstraint("price_max IS NULL OR price_max >= price", name="price_range_in_order"),
        CheckConstraint("moq >= 1 AND multiple >= 1", name="minimum_positive"),
        CheckConstraint("lead_days >= 0", name="lead_not_negative"),
        CheckConstraint("capacity_per_month IS NULL OR capacity_per_month >= 0", name="capacity_not_negative"),
        CheckConstraint("deposit_percent IS NULL OR deposit_percent BETWEEN 0 AND 100", name="deposit_percent"),
        CheckConstraint("stock_ready IS NULL OR stock_ready >= 0", name="stock_not_negative"),
        CheckConstraint("sample_price IS NULL OR sample_price > 0", name="sample_price_positive"),
        CheckConstraint("weight_g IS NULL OR weight_g > 0", name="weight_positive"),
        CheckConstraint("status <> 'published' OR price_on_request OR price IS NOT NULL", name="published_has_price"),
        Index("ix_product_newest", "status", "published_at", "id"),
        Index("ix_product_stall", "producer_id", "status", "id"),
        Index("ix_product_price", "status", "unit_price", "id"),
    )

    id: Mapped[int] = pk()
    public_id: Mapped[str] = public_id()
    slug: Mapped[str] = mapped_column(String(80), unique=True)
    producer_id: Mapped[int] = fk("producer.id", index=False)
    kind_id: Mapped[int] = fk("kind.id")
    name: Mapped[str] = mapped_column(String(90))
    description: Mapped[str] = mapped_column(Text, default="")
    language: Mapped[str] = mapped_column(String(2), default="id")
    status: Mapped[ProductStatus] = mapped_column(enum_of(ProductStatus), default=ProductStatus.DRAFT)
    unit_id: Mapped[int] = fk("unit.id")
    price: Mapped[int | None] = mapped_column(BigInteger)
    price_max: Mapped[int | None] = mapped_column(BigInteger)
    price_on_request: Mapped[bool] = mapped_column(default=False)
    price_basis: Mapped[PriceBasis] = mapped_column(enum_of(PriceBasis), default=PriceBasis.UNIT)
    unit_price: Mapped[int | None] = mapped_column(BigInteger)
    moq: Mapped[int] = mapped_column(default=1)
    multiple: Mapped[int] = mapped_column(default=1)
    lead_days: Mapped[int] = mapped_column(default=7)
    capacity_per_month: Mapped[int | None] = mapped_column()
    stock_mode: Mapped[StockMode] = mapped_column(enum_of(StockMode), default=StockMode.MADE_TO_ORDER)
    stock_ready: Mapped[int | None] = mapped_column()
    sold_out: Mapped[bool] = mapped_column(default=False)
    closed_until: Mapped[date | None] = mapped_column()
    attributes: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    customisation: Mapped[list[Any]] = mapped_column(JSON, default=list)
    size_chart: Mapped[list[Any]] = mapped_column(JSON, default=list)
    deposit_percent: Mapped[int | None] = mapped_column()
    sample_price: Mapped[int | None] = mapped_column(BigInteger)
    weight_g: Mapped[int | None] = mapped_column()
    papers_in_order: Mapped[bool] = mapped_column(default=True)
    last_confirmed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    submitted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    published_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    pending_changes: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    copied_from_id: Mapped[int | None] = fk("product.id", ondelete="SET NULL")
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now, onupdate=now)
    producer: Mapped[Producer] = relationship()
    kind: Mapped[Kind] = relationship()
    unit: Mapped[Unit] = relationship()
    tiers: Mapped[list["PriceTier"]] = relationship(order_by="PriceTier.min_quantity", cascade="all, delete-orphan")
    variants: Mapped[list["Variant"]] = relationship(order_by="Variant.position", cascade="all, delete-orphan")
    photos: Mapped[list["Photo"]] = relationship(order_by="Photo.position, Photo.id", cascade="all, delete-orphan")
    certificates: Mapped[list["Certificate"]] = relationship(order_by="Certificate.id", cascade="all, delete-orphan")


class ProductSlug(Base):
    """A slug that a product once had; it redirects for ever."""

    __tablename__ = "product_slug"

    slug: Mapped[str] = mapped_column(String(80), primary_key=True)
    product_id: Mapped[int] = fk("product.id", ondelete="CASCADE")


class PriceTier(Base):
    """From ``min_quantity`` units on, each costs ``price``."""

    __tablename__ = "price_tier"
    __table_args__ = (
        UniqueConstraint("product_id", "min_quantity"),
        CheckConstraint("min_quantity >= 1 AND price > 0", name="tier_positive"),
    )

    id: Mapped[int] = pk()
    product_id: Mapped[int] = fk("product.id", ondelete="CASCADE", index=False)
    min_quantity: Mapped[int] = mapped_column()
    price: Mapped[int] = mapped_column(BigInteger)


class Variant(Base):
    """A size or colour with its own price and stock."""

    __tablename__ = "variant"
    __table_args__ = (
        UniqueConstraint("product_id", "name"),
        CheckConstraint("price IS NULL OR price > 0", name="price_positive"),
        CheckConstraint("stock_ready IS NULL OR stock_ready >= 0", name="stock_not_negative"),
    )

    id: Mapped[int] = pk()
    public_id: Mapped[str] = public_id()
    product_id: Mapped[int] = fk("product.id", ondelete="CASCADE", index=False)
    name: Mapped[str] = mapped_column(String(40))
    price: Mapped[int | None] = mapped_column(BigInteger)
    stock_ready: Mapped[int | None] = mapped_column()
    position: Mapped[int] = mapped_column(default=0)
    active: Mapped[bool] = mapped_column(default=True)


class Photo(Base):
    """A photo of a product: the checked master and its renditions live in storage under ``key``."""

    __tablename__ = "photo"
    __table_args__ = (Index("ix_photo_product", "product_id", "position", "id"),)

    id: Mapped[int] = pk()
    public_id: Mapped[str] = public_id()
    product_id: Mapped[int] = fk("product.id", ondelete="CASCADE", index=False)
    key: Mapped[str] = mapped_column(String(60), index=True)
    state: Mapped[PhotoState] = mapped_column(enum_of(PhotoState), default=PhotoState.PENDING, index=True)
    alt: Mapped[str] = mapped_column(String(200), default="")
    width: Mapped[int] = mapped_column()
    height: Mapped[int] = mapped_column()
    formats: Mapped[list[Any]] = mapped_column(JSON, default=list)
    position: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)


class Certificate(Base):
    """A paper of a product; a claim shows only when verified and in date."""

    __tablename__ = "certificate"
    __table_args__ = (
        UniqueConstraint("product_id", "type"),
        CheckConstraint("status <> 'verified' OR number IS NOT NULL", name="verified_has_number"),
    )

    id: Mapped[int] = pk()
    public_id: Mapped[str] = public_id()
    product_id: Mapped[int] = fk("product.id", ondelete="CASCADE", index=False)
    type: Mapped[CertificateType] = mapped_column(enum_of(CertificateType))
    status: Mapped[CertificateStatus] = mapped_column(enum_of(CertificateStatus))
    number: Mapped[str | None] = mapped_column(String(60))
    file_key: Mapped[str | None] = mapped_column(String(120))
    issued_on: Mapped[date | None] = mapped_column()
    expires_on: Mapped[date | None] = mapped_column(index=True)
    verified_by_id: Mapped[int | None] = fk("user.id")
    verified_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class CapacityEntry(Base):
    """What of a product's (or a whole stall's) capacity is given away or open in a week or month."""

    __tablename__ = "capacity_entry"
    __table_args__ = (
        UniqueConstraint("producer_id", "product_id", "period", "starts_on"),
        unique_where("product_id IS NULL", "producer_id", "period", "starts_on"),  # of the whole stall
        CheckConstraint("reserved >= 0", name="reserved_not_negative"),
        CheckConstraint("total IS NULL OR total >= 0", name="total_not_negative"),
    )

    id: Mapped[int] = pk()
    producer_id: Mapped[int] = fk("producer.id", ondelete="CASCADE", index=False)
    product_id: Mapped[int | None] = fk("product.id", ondelete="CASCADE")
    period: Mapped[CapacityPeriod] = mapped_column(enum_of(CapacityPeriod))
    starts_on: Mapped[date] = mapped_column()
    level: Mapped[CapacityLevel | None] = mapped_column(enum_of(CapacityLevel))
    total: Mapped[int | None] = mapped_column()
    reserved: Mapped[int] = mapped_column(default=0)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now, onupdate=now)


class ViewCount(Base):
    """How often a product was looked at on a day; written once a minute from memory."""

    __tablename__ = "view_count"
    __table_args__ = (UniqueConstraint("product_id", "day"),)

    id: Mapped[int] = pk()
    product_id: Mapped[int] = fk("product.id", ondelete="CASCADE", index=False)
    day: Mapped[date] = mapped_column()
    views: Mapped[int] = mapped_column(default=0)
