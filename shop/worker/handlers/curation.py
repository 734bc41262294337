"""Word for makers about what staff decided."""

from dataclasses import replace

from shop.curation.featuring import feature_by_id
from shop.curation.messages import ProducerFeatured, ReviewDecided
from shop.curation.models import ReviewCase
from shop.curation.reviews import case_by_id
from shop.curation.types import ReviewCause, ReviewState
from shop.producers.models import Producer
from shop.producers.types import Right
from shop.worker.handling import handles
from shop.worker.routing import Word, tell_stall


@handles(ReviewDecided)
def decision(message: ReviewDecided) -> None:
    """The people who list products for the maker hear that one was published or returned."""
    case = case_by_id(message.case_id)
    if case is None or case.state not in (ReviewState.PUBLISHED, ReviewState.RETURNED):
        return
    producer = case.product.producer
    facts = {
        "product": case.product.name,
        "public_id": case.product.public_id,
        "maker": producer.stall_name,
        "reasons": case.reasons,
        "note": case.note,
    }
    kind, key = _kind_of(case), f"review:{case.public_id}"
    desk = f"/lapak/produk/{case.product.public_id}"
    right = Right.LIST
    _tell(producer, Word(kind=kind, key=key, facts=lambda: facts, right=right, desk=desk, helpers=frozenset({right})))


@handles(ProducerFeatured)
def featured(message: ProducerFeatured) -> None:
    """All people of the maker hear that it is shown first."""
    shown = feature_by_id(message.featured_id)
    if shown is None:
        return
    facts = {"maker": shown.producer.stall_name, "slug": shown.producer.slug}
    _tell(shown.producer, Word(kind="maker.featured", key=f"featured:{shown.public_id}", facts=lambda: facts))


def _tell(producer: Producer, word: Word) -> None:
    tell_stall(producer, replace(word, call=f"{word.kind}.please_call"))


def _kind_of(case: ReviewCase) -> str:
    if case.state is ReviewState.PUBLISHED:
        return "review.published"
    if case.cause is ReviewCause.NEW:
        return "review.returned"
    only_photos = case.cause is ReviewCause.CHANGED and case.words_before is None
    return "review.photos_refused" if only_photos else "review.change_refused"
