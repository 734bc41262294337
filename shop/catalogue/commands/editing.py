"""Making, changing and copying of products."""

import dataclasses

from sqlalchemy import select

from shop.accounts.types import Actor
from shop.audit.commands import record
from shop.catalogue.book import book
from shop.catalogue.facts import PLAIN, ProductFacts, check_facts, facts_of
from shop.catalogue.honesty import flagged_words, papers_in_order
from shop.catalogue.messages import ProductChanged
from shop.catalogue.models import PriceTier, Product, ProductSlug, Variant
from shop.catalogue.papers import papers_of_product
from shop.catalogue.policies import may_list, may_manage
from shop.catalogue.pricing import unit_price
from shop.catalogue.types import ProductStatus
from shop.lib.clock import now, today_wib
from shop.lib.errors import Conflict, Invalid, require
from shop.lib.ids import new_public_id
from shop.lib.slugs import free_slug, slugify
from shop.platform import outbox
from shop.platform.db import db
from shop.platform.holding import hold, refusing_twins
from shop.producers.models import Producer


def create_product(
    *, producer: Producer, kind_code: str, facts: ProductFacts, actor: Actor, public_id: str | None = None
) -> Product:
    """Make a draft, under a public id if it was promised one; what publishing needs may still be missing."""
    require(may_list(actor, producer))
    kind = book().kinds.get(kind_code)
    if kind is None or not kind.active:
        raise Invalid("choose_one", "kind")
    attributes = check_facts(kind, facts, complete=False)
    product = Product(
        public_id=public_id or new_public_id(),
        producer=producer,
        kind_id=kind.id,
        unit_id=facts.unit.id,
        slug=_free_slug(facts.name, kind.slug),
        name=facts.name,
        description=facts.description,
        attributes=attributes,
        customisation=list(facts.customisation),
        papers_in_order=papers_in_order(kind.rules, [], today_wib()),
        last_confirmed_at=now(),
    )
    _set_plain(product, facts)
    _set_prices(product, facts)
    _add(product)
    done(product, actor, "product.created")
    return product


def _add(product: Product) -> None:
    with refusing_twins(Conflict("product_just_saved")):  # the same form, or one of the same name, in the same moment
        db.session.add(product)


def edit_product(*, product: Product, facts: ProductFacts, actor: Actor) -> list[str]:
    """Change a product; returns the flagged words for which a published text waits for staff.

    Price, stock, lead time and capacity change at once. Name and text change at once too, except where a
    flagged word stands in them: then the old words stay until staff decide. Words that wait for staff go on
    waiting until others are written: a price that is saved with the old words says nothing of them.
    What staff look at, or buyers, stays complete.
    """
    require(may_manage(actor, product))
    hold(product)
    kind = book().kind_by_id[product.kind_id]
    published = product.status in (ProductStatus.PUBLISHED, ProductStatus.PAUSED)
    waiting = product.status is ProductStatus.IN_REVIEW
    attributes = check_facts(kind, facts, complete=published or waiting)
    flagged: list[str] = []
    if published:
        flagged = flagged_words(kind.rules, papers_of_product(product), today_wib(), facts.name, facts.description)
    if flagged:
        product.pending_changes = {"name": facts.name, "description": facts.description, "flagged": flagged}
    elif not published or (facts.name, facts.description) != (product.name, product.description):
        product.name, product.description, product.pending_changes = facts.name, facts.description, None
    product.unit_id = facts.unit.id
    product.attributes, product.customisation = attributes, list(facts.customisation)
    _set_plain(product, facts)
    _set_prices(product, facts)
    product.last_confirmed_at = now()
    done(product, actor, "product.edited")
    return flagged


def copy_product(*, product: Product, actor: Actor) -> Product:
    """A draft with the same facts; photos and papers are not copied."""
    require(may_manage(actor, product))
    kind = book().kind_by_id[product.kind_id]
    facts = dataclasses.replace(facts_of(product), name=product.name)
    twin = create_product(producer=product.producer, kind_code=kind.code, facts=facts, actor=actor)
    twin.copied_from_id = product.id
    twin.size_chart = list(product.size_chart)
    db.session.flush()
    return twin


def _set_plain(product: Product, facts: ProductFacts) -> None:
    for name in PLAIN:
        setattr(product, name, getattr(facts, name))


def _set_prices(product: Product, facts: ProductFacts) -> None:
    wanted = dict(facts.tiers)
    kept = {tier.min_quantity: tier for tier in product.tiers}
    product.tiers = [_tier(kept.get(least), least, price) for least, price in sorted(wanted.items())]
    named = {variant.name: variant for variant in product.variants}
    product.variants = [
        _variant(named.get(given.name), given.name, given.price, given.stock_ready, place)
        for place, given in enumerate(facts.variants)
    ]
    product.unit_price = unit_price(facts.price, facts.tiers, facts.unit.factor)


def _tier(row: PriceTier | None, least: int, price: int) -> PriceTier:
    row = row or PriceTier(min_quantity=least)
    row.price = price
    return row


def _variant(row: Variant | None, name: str, price: int | None, stock: int | None, place: int) -> Variant:
    row = row or Variant(name=name)
    row.price, row.stock_ready, row.position = price, stock, place
    return row


def done(product: Product, actor: Actor, action: str) -> None:
    """Close a change: flush, audit, leave word."""
    db.session.flush()
    record(actor=actor, action=action, target=product)
    outbox.leave(ProductChanged(product.id))


def _free_slug(name: str, fallback: str) -> str:
    def taken(slug: str) -> bool:
        product = select(Product.id).where(Product.slug == slug)
        former = select(ProductSlug.product_id).where(ProductSlug.slug == slug)
        return db.session.scalar(product.union_all(former).limit(1)) is not None

    return free_slug(slugify(name, fallback), taken)
