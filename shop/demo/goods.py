"""Products with prices in tiers, variants, papers and photos."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from shop.catalogue.honesty import Paper, papers_in_order
from shop.catalogue.models import Certificate, Kind, Photo, PriceTier, Product, Unit, Variant
from shop.catalogue.pricing import unit_price
from shop.catalogue.types import CapacityLevel, CertificateStatus, CertificateType, PhotoState, ProductStatus
from shop.demo.content import content
from shop.demo.pictures import SIDE, made_formats, picture_key
from shop.demo.world import Booked, Good, World
from shop.lib.clock import month_start
from shop.platform.db import db

IN_REVIEW = 5  # of the drafts, so many wait for the dinas; the others are still being written


@dataclass(frozen=True)
class Shelf:
    """Kinds and units by code, as the reference data has them."""

    kinds: Mapping[str, Kind]
    units: Mapping[str, Unit]


def read_shelf() -> Shelf:
    """Kinds and units of the database."""
    kinds, units = db.session.scalars(select(Kind)).all(), db.session.scalars(select(Unit)).all()
    return Shelf({kind.code: kind for kind in kinds}, {unit.code: unit for unit in units})


def add_goods(world: World) -> None:
    """The 240 products."""
    shelf = read_shelf()
    written = [row["number"] for row in content("products") if row["status"] == "draft"]
    waiting = set(world.dice.sample(written, IN_REVIEW))
    for facts in content("products"):
        status = ProductStatus.IN_REVIEW if facts["number"] in waiting else ProductStatus(facts["status"])
        _add_good(world, shelf, facts, status)


def _add_good(world: World, shelf: Shelf, facts: dict[str, Any], status: ProductStatus) -> None:
    maker, kind, unit = world.makers[facts["producer"]], shelf.kinds[facts["kind"]], shelf.units[facts["unit"]]
    tiers = [(tier["min_qty"], tier["price"]) for tier in facts["tiers"]]
    in_order = papers_in_order(kind.rules, papers_of_content(world, facts), world.today)
    public_id, slug = world.dice.public_id(), world.slug("product", facts["name"], kind.slug)
    number = world.rows.add(
        Product,
        public_id=public_id,
        slug=slug,
        producer_id=maker.id,
        kind_id=kind.id,
        status=status,
        unit_id=unit.id,
        unit_price=unit_price(facts["price"], tiers, unit.factor),
        papers_in_order=in_order,
        price_on_request=False,
        sold_out=facts.get("sold_out", False),
        language="id",
        size_chart=[],
        stock_ready=facts["ready_stock"] if facts["stock_mode"] == "ready" else None,
        **{name: facts[name] for name in _COPIED},
        **_moments(world, facts, status),
    )
    public = status is ProductStatus.PUBLISHED and in_order and not maker.facts["hidden_by_withdrawal"]
    world.goods[facts["number"]] = Good(number, public_id, slug, maker, facts, status, public)
    _add_parts(world, number, facts, tiers)
    _add_papers(world, number, facts)
    if facts["out_of_capacity"]:
        world.booked[number, month_start(world.today)] = Booked(facts["capacity_per_month"], CapacityLevel.FULL)


_COPIED = (
    "name description price price_max price_basis moq multiple lead_days capacity_per_month stock_mode attributes "
    "customisation deposit_percent sample_price weight_g"
).split()


def _moments(world: World, facts: dict[str, Any], status: ProductStatus) -> dict[str, Any]:
    """When a listing was made, sent, published and last confirmed."""
    confirmed = facts["days_since_confirmed"]
    began = confirmed + world.dice.choice((2, 12, 30, 60, 120, 200))
    published = status is ProductStatus.PUBLISHED
    sent = began - 1 if published else world.dice.randint(0, 2)
    return {
        "created_at": world.ago(began),
        "submitted_at": None if status is ProductStatus.DRAFT else world.ago(sent),
        "published_at": world.ago(began - 2) if published else None,
        "last_confirmed_at": world.ago(confirmed if published else began),
        "updated_at": world.ago(confirmed),
    }


def _add_parts(world: World, product: int, facts: dict[str, Any], tiers: list[tuple[int, int]]) -> None:
    for least, price in tiers:
        world.rows.add(PriceTier, product_id=product, min_quantity=least, price=price)
    for place, row in enumerate(facts["variants"]):
        world.rows.add(
            Variant,
            public_id=world.dice.public_id(),
            product_id=product,
            name=row["label"],
            price=row["price"],
            stock_ready=row["stock"],
            position=place,
            active=True,
        )
    for place, row in enumerate(facts["photos"]):
        add_photo(world, product, row["file"], row["alt"], place)


def add_photo(world: World, product: int, file: str, alt: str, place: int) -> None:
    """A photo of a product; several products may show one stored picture."""
    world.rows.add(
        Photo,
        public_id=world.dice.public_id(),
        product_id=product,
        key=picture_key(file),
        state=PhotoState.READY,
        alt=alt[:200],
        width=SIDE,
        height=SIDE,
        formats=made_formats(world.formats),
        position=place,
        created_at=world.now,
    )


def papers_of_content(world: World, facts: dict[str, Any]) -> list[Paper]:
    """The papers of a product of the content, with days counted from today."""
    return [
        Paper(
            CertificateType(row["type"]),
            CertificateStatus(row["status"]),
            row["number"],
            world.day(row["expires_in_days"]) if row["expires_in_days"] is not None else None,
        )
        for row in facts["certificates"]
    ]


def _add_papers(world: World, product: int, facts: dict[str, Any]) -> None:
    office = world.makers[facts["producer"]].facts["office"]
    for row, paper in zip(facts["certificates"], papers_of_content(world, facts), strict=True):
        checked = row["verified_days_ago"]
        world.rows.add(
            Certificate,
            public_id=world.dice.public_id(),
            product_id=product,
            type=paper.type,
            status=paper.status,
            number=paper.number,
            expires_on=paper.expires_on,
            verified_by_id=world.curator(office) if checked is not None else None,
            verified_at=world.ago(checked) if checked is not None else None,
        )
