"""Moves of products between draft, review, shelves and back; and what changes at once."""

from collections.abc import Mapping
from datetime import date

from shop.accounts.types import Actor
from shop.catalogue.book import book
from shop.catalogue.commands.editing import done
from shop.catalogue.facts import check_facts, facts_of, missing_facts
from shop.catalogue.honesty import papers_in_order
from shop.catalogue.messages import ProductChanged
from shop.catalogue.models import Product
from shop.catalogue.papers import papers_of_product
from shop.catalogue.policies import may_manage
from shop.catalogue.types import NEXT_STATUS, ProductStatus
from shop.lib.clock import now, today_wib
from shop.lib.errors import Invalid, WrongState, require
from shop.platform import outbox


def submit_product(*, product: Product, actor: Actor) -> None:
    """Send a draft or a returned product for review; refuses what is not complete."""
    require(may_manage(actor, product))
    kind = book().kind_by_id[product.kind_id]
    check_facts(kind, facts_of(product), complete=True)
    _move(product, ProductStatus.IN_REVIEW)
    product.submitted_at = now()
    done(product, actor, "product.submitted")


def take_back_product(*, product: Product, actor: Actor) -> None:
    """The maker takes a waiting product back to change it."""
    require(may_manage(actor, product))
    _move(product, ProductStatus.DRAFT)
    done(product, actor, "product.taken_back")


def pause_product(*, product: Product, actor: Actor) -> None:
    """Take a product from the shelves for a while; its open inquiries stay open."""
    require(may_manage(actor, product))
    _move(product, ProductStatus.PAUSED)
    done(product, actor, "product.paused")


def resume_product(*, product: Product, actor: Actor) -> None:
    """Put a paused product back; the maker thereby confirms its price."""
    require(may_manage(actor, product))
    if product.status is not ProductStatus.PAUSED:
        raise WrongState("wrong_state")
    _move(product, ProductStatus.PUBLISHED)
    product.last_confirmed_at = now()
    done(product, actor, "product.resumed")


def withdraw_product(*, product: Product, actor: Actor) -> None:
    """Take a product off the catalogue; its open inquiries stay open."""
    require(may_manage(actor, product))
    _move(product, ProductStatus.WITHDRAWN)
    done(product, actor, "product.withdrawn")


def reopen_product(*, product: Product, actor: Actor) -> None:
    """Make a withdrawn product a draft again."""
    require(may_manage(actor, product))
    _move(product, ProductStatus.DRAFT)
    done(product, actor, "product.reopened")


def confirm_product(*, product: Product, actor: Actor) -> None:
    """The maker says that price and facts still hold."""
    require(may_manage(actor, product))
    product.last_confirmed_at = now()
    done(product, actor, "product.confirmed")


def sell_out_product(*, product: Product, actor: Actor) -> None:
    """Nothing of it is left; a day until which it is closed stays."""
    require(may_manage(actor, product))
    product.sold_out = True
    done(product, actor, "product.availability")


def close_product(*, product: Product, until: date, actor: Actor) -> None:
    """Take no orders for a product until the end of a day."""
    require(may_manage(actor, product))
    if until < today_wib():
        raise Invalid("date_past", "closed_until")
    product.closed_until = until
    done(product, actor, "product.availability")


def open_product(*, product: Product, actor: Actor) -> None:
    """It can be ordered again: neither sold out nor closed."""
    require(may_manage(actor, product))
    product.sold_out, product.closed_until = False, None
    done(product, actor, "product.availability")


def publish_reviewed(*, product: Product, actor: Actor) -> None:
    """Called by curation once staff decided: first publication, or changed words taken over."""
    if product.pending_changes is not None:
        product.name = product.pending_changes["name"]
        product.description = product.pending_changes["description"]
        product.pending_changes = None
    if product.status is ProductStatus.IN_REVIEW:
        _refuse_incomplete(product)
        _move(product, ProductStatus.PUBLISHED)
        product.published_at = product.published_at or now()
    done(product, actor, "product.published")


def _refuse_incomplete(product: Product) -> None:
    """What is published for the first time has a price and every fact that its kind asks for today."""
    missing = missing_facts(book().kind_by_id[product.kind_id], facts_of(product))
    if missing:
        facts = [one.params["name"] for one in missing if "name" in one.params]
        code = "product_without_facts" if len(facts) == len(missing) else "product_without_price"
        raise WrongState(code, names=facts)


def return_reviewed(*, product: Product, words: Mapping[str, str] | None, actor: Actor) -> None:
    """Called by curation: back to the maker, or a listing back to these words; held ones are dropped."""
    product.pending_changes = None
    if product.status is ProductStatus.IN_REVIEW:
        _move(product, ProductStatus.RETURNED)
    elif words is not None:
        product.name, product.description = words["name"], words["description"]
    done(product, actor, "product.returned")


def recheck_papers(*, product: Product) -> bool:
    """Set whether compulsory papers are in order today; returns whether that changed."""
    kind = book().kind_by_id[product.kind_id]
    fine = papers_in_order(kind.rules, papers_of_product(product), today_wib())
    changed = fine != product.papers_in_order
    product.papers_in_order = fine
    if changed:
        outbox.leave(ProductChanged(product.id))
    return changed


def _move(product: Product, to: ProductStatus) -> None:
    if to not in NEXT_STATUS[product.status]:
        raise WrongState("wrong_state")
    product.status = to
