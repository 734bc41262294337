"""Reads for a maker's own side: its products in every state, their views, what to improve, its capacity."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, selectinload

from shop.catalogue.book import book
from shop.catalogue.models import CapacityEntry, Photo, Product, ViewCount
from shop.catalogue.pricing import is_out_of_date
from shop.catalogue.types import CapacityLevel, CapacityPeriod, PhotoState, PriceBasis, ProductStatus
from shop.lib.clock import month_start, today_wib
from shop.lib.errors import NotFound
from shop.platform.db import db
from shop.producers.models import Producer

FEW_PHOTOS = 3
SHORT_TEXT = 80
_LISTED = (ProductStatus.PUBLISHED, ProductStatus.PAUSED)
VIEW_DAYS = 30


def own_products(producer: Producer, status: ProductStatus | None = None) -> Sequence[Product]:
    """A maker's products with photos and prices, the last changed first; three SELECTs however many."""
    wanted = select(Product).where(Product.producer_id == producer.id)
    if status is not None:
        wanted = wanted.where(Product.status == status)
    wanted = wanted.options(joinedload(Product.unit), selectinload(Product.photos), selectinload(Product.certificates))
    return db.session.scalars(wanted.order_by(Product.updated_at.desc(), Product.id.desc())).all()


def stall_of_product(public_id: str) -> str | None:
    """The public id of the maker whose product this is."""
    wanted = select(Producer.public_id).join(Product, Product.producer_id == Producer.id)
    return db.session.scalar(wanted.where(Product.public_id == public_id))


def own_product(public_id: str, producer: Producer) -> Product:
    """One product of a maker with everything; raises NotFound, also for another maker's."""
    found = db.session.scalar(
        select(Product)
        .where(Product.public_id == public_id, Product.producer_id == producer.id)
        .options(
            joinedload(Product.producer),
            joinedload(Product.unit),
            selectinload(Product.tiers),
            selectinload(Product.variants),
            selectinload(Product.photos),
            selectinload(Product.certificates),
        )
    )
    if found is None:
        raise NotFound("product_unknown")
    return found


def own_photo(key: str, producers: Collection[str]) -> Photo:
    """A photo by its key, if one of these makers (public ids) has it on a product; raises NotFound."""
    found = db.session.scalar(
        select(Photo)
        .join(Product, Product.id == Photo.product_id)
        .join(Producer, Producer.id == Product.producer_id)
        .where(Photo.key == key, Producer.public_id.in_(producers))
    )
    if found is None:
        raise NotFound("not_found")
    return found


def first_photos(product_ids: Collection[int]) -> dict[int, Photo]:
    """The first photo of each product, ready or not; one SELECT."""
    found: dict[int, Photo] = {}
    wanted = select(Photo).where(Photo.product_id.in_(product_ids), Photo.state != PhotoState.FAILED)
    for photo in db.session.scalars(wanted.order_by(Photo.position, Photo.id)):
        found.setdefault(photo.product_id, photo)
    return found


def product_counts(producer: Producer) -> dict[ProductStatus, int]:
    """How many products of a maker stand in each state."""
    rows = db.session.execute(
        select(Product.status, func.count()).where(Product.producer_id == producer.id).group_by(Product.status)
    )
    return dict(rows.all())


def recent_views(product_ids: Collection[int]) -> dict[int, int]:
    """How often each product was looked at in the last 30 days."""
    since = today_wib() - timedelta(days=VIEW_DAYS)
    rows = db.session.execute(
        select(ViewCount.product_id, func.sum(ViewCount.views))
        .where(ViewCount.product_id.in_(product_ids), ViewCount.day > since)
        .group_by(ViewCount.product_id)
    )
    return {product_id: int(views) for product_id, views in rows}


def improvements(product: Product) -> list[str]:
    """What would make a listing better, as codes, the weightiest first."""
    kind = book().kind_by_id[product.kind_id]
    shown = [photo for photo in product.photos if photo.state is not PhotoState.FAILED]
    asked = [fact for fact in kind.attributes if product.attributes.get(fact.code) in (None, "", [])]
    checks = (
        (not shown, "photos_missing"),
        (any(photo.state is PhotoState.FAILED for photo in product.photos), "photo_failed"),
        (0 < len(shown) < FEW_PHOTOS, "photos_few"),
        (any(fact.required for fact in asked), "facts_required"),
        (product.price is None and not product.price_on_request, "price_missing"),
        (product.status in _LISTED and is_out_of_date(product.last_confirmed_at), "out_of_date"),
        (not product.papers_in_order, "papers_missing"),
        (any(not photo.alt for photo in shown), "alt_missing"),
        (len(product.description) < SHORT_TEXT, "text_short"),
        (product.capacity_per_month is None, "capacity_missing"),
        (any(not fact.required for fact in asked), "facts_more"),
    )
    return [code for is_so, code in checks if is_so]


@dataclass(frozen=True)
class StallHints:
    """What a maker could do for its listings, counted."""

    without_photo: int = 0
    out_of_date: int = 0
    returned: int = 0
    drafts: int = 0

    @property
    def any(self) -> bool:
        return bool(self.without_photo or self.out_of_date or self.returned or self.drafts)


def stall_hints(products: Sequence[Product]) -> StallHints:
    """The hints of loaded products (with photos)."""
    live = [one for one in products if one.status is not ProductStatus.WITHDRAWN]
    return StallHints(
        without_photo=sum(not one.photos for one in live),
        out_of_date=sum(
            one.status is ProductStatus.PUBLISHED and is_out_of_date(one.last_confirmed_at) for one in live
        ),
        returned=sum(one.status is ProductStatus.RETURNED for one in live),
        drafts=sum(one.status is ProductStatus.DRAFT for one in live),
    )


def price_bases(kind_code: str) -> list[PriceBasis]:
    """On what a price of this kind may rest."""
    return [PriceBasis(one) for one in book().kinds[kind_code].rules.get("price_bases") or (PriceBasis.UNIT,)]


def monday_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def weeks_ahead(day: date | None = None, number: int = 4) -> list[date]:
    """The Mondays of the next weeks: this one, or at the weekend the one to come, first."""
    day = day or today_wib()
    first = monday_of(day) + timedelta(days=7 if day.weekday() >= 5 else 0)
    return [first + timedelta(days=7 * place) for place in range(number)]


def week_levels(producer: Producer, mondays: Collection[date]) -> dict[date, CapacityLevel]:
    """What a maker said of whole weeks; weeks of which nothing was said are left out."""
    rows = db.session.scalars(
        select(CapacityEntry)
        .where(CapacityEntry.producer_id == producer.id, CapacityEntry.product_id.is_(None))
        .where(CapacityEntry.period == CapacityPeriod.WEEK, CapacityEntry.starts_on.in_(mondays))
        .order_by(CapacityEntry.id)
    )
    return {row.starts_on: row.level for row in rows if row.level is not None}


def month_entries(products: Sequence[Product]) -> dict[int, CapacityEntry]:
    """What of this month is given away, by product."""
    rows = db.session.scalars(
        select(CapacityEntry)
        .where(CapacityEntry.product_id.in_([one.id for one in products]))
        .where(CapacityEntry.period == CapacityPeriod.MONTH, CapacityEntry.starts_on == month_start(today_wib()))
        .order_by(CapacityEntry.id)
    )
    return {row.product_id: row for row in rows if row.product_id is not None}
