"""One public product with everything its page shows, in three SELECTs whatever it has."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cache
from itertools import islice
from typing import Any

from sqlalchemy import ScalarSelect, Select, and_, bindparam, select
from sqlalchemy.orm import aliased

from shop.catalogue.book import KindFacts, UnitFacts, book
from shop.catalogue.capacity import free_of
from shop.catalogue.cards import (
    Picture,
    ProductCard,
    all_papers,
    all_pictures,
    cards,
    public_cards_query,
    read_cards,
    read_papers,
    read_pictures,
)
from shop.catalogue.facts import VariantFacts
from shop.catalogue.full_weeks import read_weeks, weeks_bound, weeks_within
from shop.catalogue.honesty import Paper, told
from shop.catalogue.models import CapacityEntry, PriceTier, Product, ProductSlug, Variant
from shop.catalogue.neighbours import neighbours
from shop.catalogue.packing import packed_rows, unpacked
from shop.catalogue.public_product import MonthFacts, PublicProduct
from shop.catalogue.types import CapacityPeriod, ProductStatus
from shop.catalogue.visibility import product_is_public
from shop.consent.queries import allowed
from shop.consent.types import Purpose
from shop.lib.clock import today_wib
from shop.platform.db import columns_of, db, kept_rows
from shop.producers.models import Producer, ReplyStats
from shop.producers.public import MAKER_COLUMNS, REPLIES_COLUMNS, PublicMaker, Replies
from shop.producers.queries import ProgrammeLine, public_programme_lines
from shop.producers.visibility import shown_portrait
from shop.regions.models import Region
from shop.regions.names import places

_INSTEAD = 4


_PRODUCT = len(fields(PublicProduct))
_MONTH = len(fields(MonthFacts))


@dataclass(frozen=True, slots=True)
class ProductDetails:
    """A public product; `district`, `portrait` and `lines` are there only as far as its maker agreed."""

    product: PublicProduct
    producer: PublicMaker
    kind: KindFacts
    unit: UnitFacts
    card: ProductCard
    district: str | None
    portrait: str | None
    stats: Replies | None
    capacity: int | None
    free: int | None
    tiers: Sequence[tuple[int, int]]
    variants: Sequence[VariantFacts]
    pictures: Sequence[Picture]
    papers: Sequence[Paper]
    lines: Sequence[ProgrammeLine]
    more: Sequence[ProductCard]
    alike: Sequence[ProductCard]


def product_details(slug: str) -> ProductDetails | None:
    """The public product of this slug, or None."""
    rows = kept_rows(_main, slug=slug, **weeks_bound(today_wib()))
    if not rows:
        return None
    row = iter(rows[0])
    product, producer = PublicProduct(*islice(row, _PRODUCT)), PublicMaker(*islice(row, len(MAKER_COLUMNS)))
    stats, entry = list(islice(row, len(REPLIES_COLUMNS))), list(islice(row, _MONTH))
    month = None if entry[1] is None else MonthFacts(*entry)
    district, portrait, weeks, photos, certificates, tiers, variants = row
    pictures, papers = read_pictures(photos), read_papers(certificates)
    near = read_cards(neighbours(product.id, product.producer_id, product.kind_id))
    return ProductDetails(
        product=product,
        producer=producer,
        kind=book().kind_by_id[product.kind_id],
        unit=book().unit_by_id[product.unit_id],
        card=_card(product, producer, pictures, papers),
        district=district,
        portrait=portrait,
        stats=None if stats[0] is None else Replies(*stats),
        capacity=month.total if month is not None and month.total is not None else product.capacity_per_month,
        free=0 if product.sold_out else free_of(product.capacity_per_month, month, read_weeks(weeks)),
        tiers=_read_tiers(tiers),
        variants=_read_variants(variants),
        pictures=pictures,
        papers=papers,
        lines=public_programme_lines(producer),
        more=[one for one in near if one.producer_slug == producer.slug],
        alike=_of_many_makers([one for one in near if one.producer_slug != producer.slug]),
    )


def moved_product(slug: str) -> str | None:
    """The slug under which a product that once had this one is public now."""
    return db.session.scalar(
        select(Product.slug)
        .join(ProductSlug, ProductSlug.product_id == Product.id)
        .join(Producer, Producer.id == Product.producer_id)
        .where(ProductSlug.slug == slug, product_is_public())
    )


def instead_of(slug: str) -> list[ProductCard]:
    """A few products of the kind of one that was public once; of one that never was, none."""
    kind_id = db.session.scalar(
        select(Product.kind_id).where(
            Product.slug == slug, Product.published_at.is_not(None), Product.status != ProductStatus.DRAFT
        )
    )
    if kind_id is None:
        return []
    return cards(public_cards_query().where(Product.kind_id == kind_id).order_by(Product.id.desc()).limit(_INSTEAD))


def _card(
    product: PublicProduct, producer: PublicMaker, pictures: Sequence[Picture], papers: Sequence[Paper]
) -> ProductCard:
    kind = book().kind_by_id[product.kind_id]
    return ProductCard(
        id=product.id,
        slug=product.slug,
        public_id=product.public_id,
        name=product.name,
        language=product.language,
        kind=kind,
        unit=book().unit_by_id[product.unit_id],
        price=product.price,
        price_max=product.price_max,
        price_basis=product.price_basis,
        unit_price=product.unit_price,
        moq=product.moq,
        lead_days=product.lead_days,
        stock_mode=product.stock_mode,
        sold_out=product.sold_out,
        last_confirmed_at=product.last_confirmed_at,
        published_at=product.published_at,
        **_of_producer(producer),
        picture=pictures[0] if pictures else None,
        told=tuple(told(kind.rules, papers, today_wib())),
    )


def _of_producer(producer: PublicMaker) -> dict[str, Any]:
    return {
        "producer_slug": producer.slug,
        "producer_name": producer.stall_name,
        "producer_language": producer.language,
        "producer_cloth": producer.cloth,
        "regency_code": producer.regency_code,
        "regency_name": places()[producer.regency_code].name,
    }


@cache
def _main() -> Select[*tuple[Any, ...]]:
    district = aliased(Region)
    query: Select[*tuple[Any, ...]] = (
        select(
            *columns_of(Product, PublicProduct),
            *MAKER_COLUMNS,
            *REPLIES_COLUMNS,
            *columns_of(CapacityEntry, MonthFacts),
            district.name.label("district"),
            shown_portrait().label("portrait"),
            weeks_within(Producer.id).label("weeks"),
            *(all_pictures(), all_papers(), _tiers(), _variants()),
        )
        .select_from(Product)
        .join(Producer, Producer.id == Product.producer_id)
        .outerjoin(district, and_(district.code == Producer.district_code, allowed(Producer.public_id, Purpose.PLACE)))
        .outerjoin(ReplyStats, ReplyStats.producer_id == Producer.id)
        .outerjoin(
            CapacityEntry,
            and_(
                CapacityEntry.product_id == Product.id,
                CapacityEntry.period == CapacityPeriod.MONTH,
                CapacityEntry.starts_on == bindparam("month"),
            ),
        )
        .where(Product.slug == bindparam("slug"), product_is_public())
    )
    return query


def _tiers() -> ScalarSelect[str]:
    rows = select(packed_rows(PriceTier.min_quantity, PriceTier.price)).where(PriceTier.product_id == Product.id)
    return rows.correlate(Product).scalar_subquery()


def _variants() -> ScalarSelect[str]:
    rows = select(packed_rows(Variant.position, Variant.name, Variant.price, Variant.stock_ready))
    return rows.where(Variant.product_id == Product.id, Variant.active).correlate(Product).scalar_subquery()


def _read_tiers(text: str | None) -> list[tuple[int, int]]:
    return sorted((int(least), int(price)) for least, price in unpacked(text))


def _read_variants(text: str | None) -> list[VariantFacts]:
    rows = sorted(unpacked(text), key=lambda row: int(row[0]))
    return [VariantFacts(name=name, price=_number(price), stock_ready=_number(stock)) for _, name, price, stock in rows]


def _number(text: str) -> int | None:
    return int(text) if text else None


def _of_many_makers(rows: Sequence[ProductCard]) -> list[ProductCard]:
    """At most four, one of each maker as far as there are so many makers."""
    seen: set[str] = set()
    first: list[ProductCard] = []
    later: list[ProductCard] = []
    for row in rows:
        (later if row.producer_slug in seen else first).append(row)
        seen.add(row.producer_slug)
    return [*first, *later][:_INSTEAD]
