"""One public product with everything its page shows, in six SELECTs whatever it has."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import CompoundSelect, Integer, Select, and_, bindparam, cast, literal, null, select, union_all
from sqlalchemy.orm import aliased

from shop.catalogue.book import KindFacts, UnitFacts, book
from shop.catalogue.capacity import free_of
from shop.catalogue.cards import Picture, ProductCard, assembled, cards, papers_of, public_cards_query
from shop.catalogue.facts import VariantFacts
from shop.catalogue.full_weeks import read_weeks, weeks_bound, weeks_within
from shop.catalogue.honesty import Paper, told
from shop.catalogue.models import CapacityEntry, Photo, PriceTier, Product, ProductSlug, Variant
from shop.catalogue.neighbours import neighbours
from shop.catalogue.types import CapacityPeriod, PhotoState, ProductStatus
from shop.catalogue.visibility import product_is_public
from shop.consent.queries import allowed
from shop.consent.types import Purpose
from shop.lib.clock import today_wib
from shop.platform.db import db, plain_rows
from shop.producers.models import Producer, ReplyStats
from shop.producers.queries import ProgrammeLine, public_programme_lines
from shop.regions.models import Region
from shop.regions.names import places

_INSTEAD = 4


@dataclass(frozen=True)
class ProductDetails:
    """A public product; `district` and `lines` are there only as far as its maker agreed."""

    product: Product
    producer: Producer
    kind: KindFacts
    unit: UnitFacts
    card: ProductCard
    district: str | None
    stats: ReplyStats | None
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
    row = db.session.execute(_main(), {"slug": slug, **weeks_bound(today_wib())}).first()
    if row is None:
        return None
    product, producer, district, stats, entry, weeks = row
    tiers, variants = _prices(product.id)
    near = neighbours(product)
    ids = [product.id, *(one.id for one in near)]
    pictures, papers = _pictures(ids), papers_of(ids)
    first = {key: found[0] for key, found in pictures.items()}
    more = [one for one in near if one.producer_slug == producer.slug]
    alike = _of_many_makers([one for one in near if one.producer_slug != producer.slug])
    return ProductDetails(
        product=product,
        producer=producer,
        kind=book().kind_by_id[product.kind_id],
        unit=book().unit_by_id[product.unit_id],
        card=_card(product, producer, pictures.get(product.id), papers.get(product.id, [])),
        district=district,
        stats=stats,
        capacity=entry.total if entry is not None and entry.total is not None else product.capacity_per_month,
        free=0 if product.sold_out else free_of(product, entry, read_weeks(weeks)),
        tiers=tiers,
        variants=variants,
        pictures=pictures.get(product.id, ()),
        papers=papers.get(product.id, ()),
        lines=public_programme_lines(producer),
        more=assembled(more, first, papers),
        alike=assembled(alike, first, papers),
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
    product: Product, producer: Producer, pictures: Sequence[Picture] | None, papers: Sequence[Paper]
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


def _of_producer(producer: Producer) -> dict[str, Any]:
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
        select(Product, Producer, district.name, ReplyStats, CapacityEntry, weeks_within(Producer.id))
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


def _prices(product_id: int) -> tuple[list[tuple[int, int]], list[VariantFacts]]:
    """Tiers by quantity and variants in their order, in one SELECT."""
    rows = sorted(plain_rows(_tiers_and_variants(), product=product_id), key=lambda row: (row[1], row[3]))
    return (
        [(place, price) for what, place, price, _, _ in rows if what == "tier"],
        [
            VariantFacts(name=name, price=price, stock_ready=stock)
            for what, _, price, name, stock in rows
            if what == "variant"
        ],
    )


@cache
def _tiers_and_variants() -> CompoundSelect[*tuple[Any, ...]]:
    nothing = cast(null(), Integer)
    tiers = select(
        literal("tier").label("what"),
        PriceTier.min_quantity.label("place"),
        PriceTier.price,
        literal("").label("name"),
        nothing.label("stock"),
    ).where(PriceTier.product_id == bindparam("product"))
    variants = select(literal("variant"), Variant.position, Variant.price, Variant.name, Variant.stock_ready).where(
        Variant.product_id == bindparam("product"), Variant.active
    )
    return union_all(tiers, variants)


def _pictures(ids: Sequence[int]) -> Mapping[int, list[Picture]]:
    """Every ready photo of each product, in its order."""
    found: dict[int, list[Picture]] = {}
    for row in plain_rows(_ready_photos(), ids=ids):
        found.setdefault(row.product_id, []).append(
            Picture(row.key, row.width, row.height, row.alt, tuple(row.formats))
        )
    return found


@cache
def _ready_photos() -> Select[*tuple[Any, ...]]:
    query: Select[*tuple[Any, ...]] = (
        select(Photo.product_id, Photo.key, Photo.width, Photo.height, Photo.alt, Photo.formats)
        .where(Photo.product_id.in_(bindparam("ids", expanding=True)), Photo.state == PhotoState.READY)
        .order_by(Photo.product_id, Photo.position, Photo.id)
    )
    return query


def _of_many_makers(rows: Sequence[Any]) -> list[Any]:
    """At most four, one of each maker as far as there are so many makers."""
    seen: set[str] = set()
    first: list[Any] = []
    later: list[Any] = []
    for row in rows:
        (later if row.producer_slug in seen else first).append(row)
        seen.add(row.producer_slug)
    return [*first, *later][:_INSTEAD]
