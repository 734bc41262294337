"""Cases: opened when a maker hands in or changes a listing, decided once."""

from dataclasses import replace

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session, scoped_session

from shop.accounts.models import Notice
from shop.accounts.types import SYSTEM, Actor, OfficeRole, Role
from shop.catalogue.commands import reopen_product, withdraw_product
from shop.catalogue.facts import facts_of
from shop.catalogue.models import Product
from shop.catalogue.types import ProductStatus
from shop.curation.commands import (
    edit_listed_product,
    note_photo_change,
    publish_case,
    return_case,
    submit_for_review,
    take_back_from_review,
)
from shop.curation.messages import ReviewDecided
from shop.curation.models import ReviewCase
from shop.curation.reviews import face_of, last_decision, waiting_case_of, waiting_cases, waiting_count
from shop.curation.types import ReturnReason, ReviewCause, ReviewState
from shop.lib.errors import Conflict, Forbidden, Invalid, WrongState
from shop.platform.db import db
from shop.worker.handlers.curation import decision
from tests.factories import make_office, make_producer, make_product, required_facts

pytestmark = pytest.mark.usefixtures("db_session")
Db = scoped_session[Session]


def curator(region: str | None = "35.22", role: Role = Role.CURATOR) -> Actor:
    return Actor(user_id=None, roles=(OfficeRole(role, None, region),))


def draft() -> Product:
    """A draft with everything that publishing asks for."""
    return make_product(public=False, producer=make_producer(), attributes=required_facts("souvenir"))


def publish(case: ReviewCase, actor: Actor | None = None) -> None:
    """Publish what is there now."""
    publish_case(case=case, seen=face_of(case.product), actor=actor or curator())


def test_what_is_handed_in_waits_until_it_is_decided_once() -> None:
    product = draft()
    case = submit_for_review(product=product, actor=SYSTEM)
    assert (product.status, case.state, case.cause) == (ProductStatus.IN_REVIEW, ReviewState.WAITING, ReviewCause.NEW)
    assert list(waiting_cases(curator())) == [case]
    publish(case)
    assert product.status is ProductStatus.PUBLISHED
    for again in (publish, give_back):
        with pytest.raises(WrongState) as refused:
            again(case)
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
        publish(case, actor)
    else:
        with pytest.raises(Forbidden):
            publish(case, actor)


def test_a_product_taken_back_leaves_the_queue_and_cannot_be_decided() -> None:
    product = draft()
    case = submit_for_review(product=product, actor=SYSTEM)
    take_back_from_review(product=product, actor=SYSTEM)
    assert waiting_case_of(product) is None
    with pytest.raises(WrongState):
        publish(case)


def test_changed_words_of_a_listing_go_live_and_into_the_queue_a_price_does_not() -> None:
    product = draft()
    product.status = ProductStatus.PUBLISHED
    edit_listed_product(product=product, facts=replace(facts_of(product), price=40_000), actor=SYSTEM)
    assert waiting_case_of(product) is None
    edit_listed_product(product=product, facts=replace(facts_of(product), name="Gantungan baru"), actor=SYSTEM)
    case = waiting_case_of(product)
    assert case is not None
    assert (product.name, case.cause) == ("Gantungan baru", ReviewCause.CHANGED)


def listed(**facts: object) -> Product:
    """A product on the shelf whose kind holds back words of healing."""
    return make_product(kind="jamu", producer=make_producer(), attributes=required_facts("jamu"), **facts)


def edit(product: Product, **facts: object) -> ReviewCase:
    edit_listed_product(product=product, facts=replace(facts_of(product), **facts), actor=SYSTEM)
    case = waiting_case_of(product)
    assert case is not None
    return case


def give_back(case: ReviewCase) -> str:
    """Return a case; which notice follows."""
    return_case(case=case, reasons=[ReturnReason.TEXT_UNCLEAR], actor=curator())
    case.product.producer.office = make_office()
    decision(ReviewDecided(case.id))
    return db.session.scalars(select(Notice.kind).order_by(Notice.id.desc()).limit(1)).one()


def words(product: Product) -> tuple[str, str, object]:
    return product.name, product.description, product.pending_changes


def test_a_change_that_is_given_back_shows_the_words_before_all_changes() -> None:
    product = listed(name="Kunyit asam", description="Minuman segar.")
    edit(product, name="Kunyit asam murah")
    case = edit(product, description="Minuman.")
    assert give_back(case) == "review.change_refused.please_call"
    assert words(product) == ("Kunyit asam", "Minuman segar.", None)
    assert product.status is ProductStatus.PUBLISHED


def test_a_change_that_is_published_stays() -> None:
    product = listed(name="Kunyit asam")
    publish(edit(product, name="Kunyit asam murah"))
    assert product.name == "Kunyit asam murah"


def test_photos_that_are_given_back_promise_no_old_words() -> None:
    product = listed(name="Kunyit asam")
    note_photo_change(product=product, actor=SYSTEM)
    case = waiting_case_of(product)
    assert case is not None
    assert give_back(case) == "review.photos_refused.please_call"
    assert product.name == "Kunyit asam"


def test_held_words_go_on_waiting_while_only_a_price_changes() -> None:
    product = listed(name="Kunyit asam", description="Minuman segar.")
    case = edit(product, description="Menyembuhkan segala penyakit.")
    edit(product, price=12_000)
    assert (product.price, product.description, case.cause) == (12_000, "Minuman segar.", ReviewCause.FLAGGED)
    publish(case)
    assert words(product) == ("Kunyit asam", "Menyembuhkan segala penyakit.", None)


def test_other_words_take_the_place_of_held_ones_and_can_be_given_back_too() -> None:
    product = listed(name="Kunyit asam", description="Minuman segar.")
    edit(product, description="Menyembuhkan segala penyakit.")
    case = edit(product, description="Minuman dingin.")
    assert (words(product), case.cause) == (("Kunyit asam", "Minuman dingin.", None), ReviewCause.CHANGED)
    note_photo_change(product=product, actor=SYSTEM)
    assert give_back(case) == "review.change_refused.please_call"
    assert words(product) == ("Kunyit asam", "Minuman segar.", None)


def test_held_words_stay_the_cause_when_a_photo_changes_too() -> None:
    product = listed(name="Kunyit asam")
    case = edit(product, description="Menyembuhkan segala penyakit.")
    note_photo_change(product=product, actor=SYSTEM)
    assert case.cause is ReviewCause.FLAGGED


def test_a_listing_that_became_a_draft_again_and_is_handed_in_has_no_words_before() -> None:
    product = draft()
    product.status = ProductStatus.PUBLISHED
    case = edit(product, name="Gantungan baru")
    withdraw_product(product=product, actor=SYSTEM)
    reopen_product(product=product, actor=SYSTEM)
    edit_listed_product(product=product, facts=replace(facts_of(product), name="Gantungan lagi"), actor=SYSTEM)
    assert submit_for_review(product=product, actor=SYSTEM) is case
    assert give_back(case) == "review.returned.please_call"
    assert (product.name, product.status) == ("Gantungan lagi", ProductStatus.RETURNED)


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
    decision(ReviewDecided(case.id))
    publish(case)
    for _ in range(2):
        decision(ReviewDecided(case.id))
    assert list(db.session.scalars(select(Notice.kind))) == ["review.published.please_call"]


def test_of_two_cases_opened_at_once_the_second_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    product = make_product()
    note_photo_change(product=product, actor=SYSTEM)
    monkeypatch.setattr("shop.curation.commands.reviewing.waiting_case_of", lambda _product: None)
    with pytest.raises(Conflict, match="review_waits_already"):
        note_photo_change(product=product, actor=SYSTEM)
    waits = make_product(status=ProductStatus.IN_REVIEW)
    take_back_from_review(product=waits, actor=SYSTEM)
    assert waits.status is ProductStatus.DRAFT
