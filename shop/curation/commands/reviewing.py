"""Cases of review: opened when a maker hands in or changes a product, decided once by staff."""

from collections.abc import Iterable, Sequence

from sqlalchemy import update

from shop.accounts.types import Actor
from shop.audit.commands import record
from shop.catalogue.commands import (
    edit_product,
    publish_reviewed,
    recheck_papers,
    return_reviewed,
    submit_product,
    take_back_product,
)
from shop.catalogue.facts import ProductFacts
from shop.catalogue.models import Product
from shop.catalogue.types import ProductStatus
from shop.curation.findings import Finding, findings
from shop.curation.messages import ReviewDecided
from shop.curation.models import ReviewCase
from shop.curation.policies import may_decide
from shop.curation.reviews import LOOKED_AT, face_of, waiting_case_of
from shop.curation.types import ReturnReason, ReviewCause, ReviewState
from shop.lib.clock import now
from shop.lib.errors import Conflict, Invalid, WrongState, require
from shop.lib.nik import refuse_nik
from shop.platform import outbox
from shop.platform.db import db
from shop.platform.holding import hold, refusing_twins

LONGEST_NOTE = 500
_LISTED = (ProductStatus.PUBLISHED, ProductStatus.PAUSED)


def submit_for_review(*, product: Product, actor: Actor) -> ReviewCase:
    """Hand a draft or a returned product in: it waits in the queue of its region."""
    submit_product(product=product, actor=actor)
    return open_review(product=product, cause=ReviewCause.NEW, found=findings(product), actor=actor)


def take_back_from_review(*, product: Product, actor: Actor) -> None:
    """The maker takes a waiting product back to change it: its case is over."""
    hold(product)
    take_back_product(product=product, actor=actor)
    case = waiting_case_of(product)
    if case is not None:
        _take(case, ReviewState.CANCELLED, actor)


def edit_listed_product(*, product: Product, facts: ProductFacts, actor: Actor) -> list[str]:
    """Change a product; words of a listed one go into the queue behind. Returns flagged words that hold them back."""
    hold(product)
    before = _words(product)
    flagged = edit_product(product=product, facts=facts, actor=actor)
    listed = product.status in _LISTED
    if listed and (flagged or _words(product) != before):
        cause = ReviewCause.FLAGGED if flagged else ReviewCause.CHANGED
        case = open_review(product=product, cause=cause, found=findings(product), actor=actor)
        case.words_before = case.words_before or before
        db.session.flush()
    else:
        _find_anew(product)
    return flagged


def _words(product: Product) -> dict[str, str]:
    return {"name": product.name, "description": product.description}


def note_photo_change(*, product: Product, actor: Actor) -> None:
    """Photos changed: those of a listed product staff look at behind."""
    if product.status in _LISTED:
        open_review(product=product, cause=ReviewCause.CHANGED, found=findings(product), actor=actor)
    else:
        _find_anew(product)


def _find_anew(product: Product) -> None:
    """The queue says of a product that waits what is seen in it now."""
    case = waiting_case_of(product)
    if case is not None:
        case.findings = [one.stored() for one in findings(product)]
        db.session.flush()


def open_review(*, product: Product, cause: ReviewCause, found: Iterable[Finding], actor: Actor) -> ReviewCase:
    """Put a product into the queue; one that waits already is looked at once, for what it waits for now."""
    stored = [one.stored() for one in found]
    case = waiting_case_of(product)
    if case is not None:
        return _looked_at_anew(case, cause, stored)
    case = ReviewCase(product=product, cause=cause, opened_by_id=actor.user_id, findings=stored)
    with refusing_twins(Conflict("review_waits_already")):
        db.session.add(case)
    record(actor=actor, action="review.opened", target=case, cause=str(cause))
    return case


def _looked_at_anew(case: ReviewCase, cause: ReviewCause, found: list[dict[str, object]]) -> ReviewCase:
    """Flagged words stay the cause as long as they are held; a product handed in anew has no words before."""
    new = cause is ReviewCause.NEW
    if new or case.cause is not ReviewCause.FLAGGED or case.product.pending_changes is None:
        case.cause = cause
    case.words_before = None if new else case.words_before
    case.findings = found
    db.session.flush()
    return case


def publish_case(*, case: ReviewCase, seen: str, actor: Actor) -> None:
    """Publish the product of a case as its ``face_of`` was seen; Conflict when it has another one by now.

    Of two who decide at once the second is told WrongState.
    """
    require(may_decide(actor, case))
    _refuse_moved_on(case)
    _take(case, ReviewState.PUBLISHED, actor)
    if face_of(case.product) != seen:
        raise Conflict("review_changed_meanwhile")
    recheck_papers(product=case.product)
    publish_reviewed(product=case.product, actor=actor)
    outbox.leave(ReviewDecided(case.id))


def return_case(*, case: ReviewCase, reasons: Sequence[ReturnReason], note: str = "", actor: Actor) -> None:
    """Give a product back with reasons; of a changed listing the words before the change are shown again."""
    require(may_decide(actor, case))
    if not reasons:
        raise Invalid("review_reason_missing", "reasons")
    if ReturnReason.OTHER in reasons and not note:
        raise Invalid("review_note_missing", "note")
    if len(note) > LONGEST_NOTE:
        raise Invalid("too_long", "note", most=LONGEST_NOTE)
    refuse_nik({"note": note})
    _refuse_moved_on(case)
    _take(case, ReviewState.RETURNED, actor, [str(reason) for reason in reasons], note)
    return_reviewed(product=case.product, words=case.words_before, actor=actor)
    outbox.leave(ReviewDecided(case.id))


def _refuse_moved_on(case: ReviewCase) -> None:
    """A product that its maker took back or withdrew meanwhile cannot be decided; from now on it waits."""
    hold(case.product)
    if case.product.status not in LOOKED_AT:
        raise WrongState("review_product_gone")


def _take(case: ReviewCase, state: ReviewState, actor: Actor, reasons: Sequence[str] = (), note: str = "") -> None:
    """Decide a case for good: only the one whose UPDATE finds it waiting has it."""
    waiting = (ReviewCase.id == case.id, ReviewCase.state == ReviewState.WAITING)
    values = {
        "state": state,
        "decided_at": now(),
        "decided_by_id": actor.user_id,
        "reasons": list(reasons),
        "note": note,
    }
    taken = db.session.execute(update(ReviewCase).where(*waiting).values(values).returning(ReviewCase.id)).first()
    if taken is None:
        raise WrongState("review_decided")
    db.session.refresh(case)
    region = case.product.producer.regency_code
    record(actor=actor, action=f"review.{state}", target=case, region_code=region, reasons=list(reasons))
