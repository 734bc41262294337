"""Cases: opened when a maker hands in or changes a listing, decided once."""

from dataclasses import replace

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session, scoped_session

from shop.accounts.models import Notice
from shop.accounts.types import SYSTEM, Actor, OfficeRole, Role
from shop.catalogue.book import book
from shop.catalogue.commands import facts_of
from shop.catalogue.models import Product
from shop.catalogue.types import ProductStatus
from shop.curation.commands import (
    edit_listed_product,
    note_photo_change,
    publish_case,
    return_case,
    submit_for_review,
    take_back_from_review,
    tell_decision,
)
from shop.curation.findings import findings
from shop.curation.models import ReviewCase
from shop.curation.reviews import last_decision, waiting_case_of, waiting_cases, waiting_count
from shop.curation.types import ReturnReason, ReviewCause, ReviewState
from shop.lib.errors import Forbidden, Invalid, WrongState
from shop.platform.db import db
from tests.factories import make_office, make_producer, make_product

pytestmark = pytest.mark.usefixtures("db_session")
Db = scoped_session[Session]


def curator(region: str | None = "35.22", role: Role = Role.CURATOR) -> Actor:
    return Actor(user_id=None, roles=(OfficeRole(role, None, region),))


def draft() -> Product:
    """A draft with everything that publishing asks for."""
    product = make_product(public=False, producer=make_producer())
    kind = book().kind_by_id[product.kind_id]
    product.attributes = {
        fact.code: fact.choices[0]["code"] if fact.choices else "10" for fact in kind.attributes if fact.required
    }
    db.session.flush()
    return product


def test_what_is_handed_in_waits_until_it_is_decided_once() -> None:
    product = draft()
    case = submit_for_review(product=product, actor=SYSTEM)
    assert (product.status, case.state, case.cause) == (ProductStatus.IN_REVIEW, ReviewState.WAITING, ReviewCause.NEW)
    assert list(waiting_cases(curator())) == [case]
    publish_case(case=case, actor=curator())
    assert product.status is ProductStatus.PUBLISHED
    for again in (publish_case, return_case):
        told = {"reasons": [ReturnReason.PRICE_CHECK]} if again is return_case else {}
        with pytest.raises(WrongState) as refused:
            again(case=case, actor=curator(), **told)
        assert refused.value.code == "review_decided"


@pytest.mark.parametrize(
    ("actor", "allowed"),
    [
        (curator(), True),
        (curator("35", Role.PROVINCIAL), True),
        (curator(None), True),
        (curator("35.2"), False),
        (curator("32.04"), False),
        (curator(role=Role.OFFICER), False),
        (curator(role=Role.HEAD), False),
        (curator(role=Role.ADMIN), False),
        (Actor(), False),
    ],
)
def test_only_curators_and_provincial_staff_of_the_region_decide(actor: Actor, allowed: bool) -> None:
    case = submit_for_review(product=draft(), actor=SYSTEM)
    assert waiting_count(actor) == (1 if allowed else 0)
    if allowed:
        publish_case(case=case, actor=actor)
    else:
        with pytest.raises(Forbidden):
            publish_case(case=case, actor=actor)


def test_a_product_taken_back_leaves_the_queue_and_cannot_be_decided() -> None:
    product = draft()
    case = submit_for_review(product=product, actor=SYSTEM)
    take_back_from_review(product=product, actor=SYSTEM)
    assert waiting_case_of(product) is None
    with pytest.raises(WrongState):
        publish_case(case=case, actor=curator())


def test_changed_words_of_a_listing_go_live_and_into_the_queue_a_price_does_not() -> None:
    product = draft()
    product.status = ProductStatus.PUBLISHED
    edit_listed_product(product=product, facts=replace(facts_of(product), price=40_000), actor=SYSTEM)
    assert waiting_case_of(product) is None
    edit_listed_product(product=product, facts=replace(facts_of(product), name="Gantungan baru"), actor=SYSTEM)
    case = waiting_case_of(product)
    assert case is not None
    assert (product.name, case.cause) == ("Gantungan baru", ReviewCause.CHANGED)


def test_photos_of_a_listing_are_looked_at_behind_once() -> None:
    product = draft()
    note_photo_change(product=product, actor=SYSTEM)
    assert waiting_case_of(product) is None
    product.status = ProductStatus.PUBLISHED
    for _ in range(2):
        note_photo_change(product=product, actor=SYSTEM)
    assert len(db.session.scalars(select(ReviewCase)).all()) == 1


def test_giving_back_wants_reasons_and_a_note_for_other() -> None:
    case = submit_for_review(product=draft(), actor=SYSTEM)
    for reasons, note, code in (
        ([], "", "review_reason_missing"),
        ([ReturnReason.OTHER], "", "review_note_missing"),
        ([ReturnReason.OTHER], "x" * 501, "too_long"),
        ([ReturnReason.OTHER], "3522011234560001", "nik_not_stored"),
    ):
        with pytest.raises(Invalid) as refused:
            return_case(case=case, reasons=reasons, note=note, actor=curator())
        assert refused.value.code == code
    return_case(case=case, reasons=[ReturnReason.PHOTO_UNCLEAR], note="Foto siang hari", actor=curator())
    decided = last_decision(case.product)
    assert decided is not None
    assert (decided.reasons, decided.note) == (["photo_unclear"], "Foto siang hari")


def test_a_maker_without_users_is_told_through_its_office_once() -> None:
    product = draft()
    product.producer.office = make_office()
    case = submit_for_review(product=product, actor=SYSTEM)
    tell_decision(case.id)
    publish_case(case=case, actor=curator())
    for _ in range(2):
        tell_decision(case.id)
    assert list(db.session.scalars(select(Notice.kind))) == ["review.published.please_call"]


def test_worrying_findings_come_first() -> None:
    product = make_product(kind="jamu", price=500_000, description="Minuman ampuh", papers_in_order=False)
    codes = [(one.code, one.fine) for one in findings(product)]
    assert {code for code, fine in codes if not fine} == {
        "words_flagged",
        "papers_missing",
        "facts_missing",
        "price_out_of_band",
        "photos_missing",
    }
    assert [fine for _code, fine in codes] == sorted(fine for _code, fine in codes)
