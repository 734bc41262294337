"""A quote answers every line, adds up, and is never edited."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session, scoped_session

from shop.accounts.types import VISITOR
from shop.inquiries.commands import decline_part, decline_quote, make_quote
from shop.inquiries.models import Demand, InquiryPart, Quote
from shop.inquiries.queries import is_open, newest_quote
from shop.inquiries.types import DeclineReason, DemandCause, LineAnswer, Offer, OfferedLine, PartState
from shop.lib.clock import now, today_wib
from shop.lib.errors import Conflict, Forbidden, Invalid, WrongState
from shop.producers.types import Right
from tests.inquiries.makers import a_producer, a_product, a_quote, an_inquiry, an_offer, buyer, maker

pytestmark = pytest.mark.usefixtures("db_session")
Db = scoped_session[Session]


def a_part(*prices: int) -> InquiryPart:
    producer = a_producer()
    return an_inquiry(*[a_product(producer) for _ in prices or (0,)]).parts[0]


def lines(part: InquiryPart, *answers: dict[str, Any]) -> tuple[OfferedLine, ...]:
    ids = [share.line.public_id for share in part.shares]
    return tuple(OfferedLine(line=line, **answer) for line, answer in zip(ids, answers, strict=True))


def quote(part: InquiryPart, offer: Offer, key: str | None = None) -> Quote:
    return make_quote(part=part, offer=offer, key=key, actor=maker(part))


AS_ASKED = {"answer": LineAnswer.AS_ASKED, "unit_price": 37_000}
CANNOT = {"answer": LineAnswer.CANNOT, "unit_price": 5}


def test_the_total_is_every_line_and_delivery_once() -> None:
    part = a_part()
    made = a_quote(part)
    assert (made.version, made.total) == (1, 200 * 37_000 + 180_000)
    assert made.valid_until == today_wib() + timedelta(days=14)
    assert (part.state, part.waiting_since) == (PartState.QUOTED, None)
    assert part.first_answer_at is not None


def test_each_answer_keeps_what_was_offered_and_the_rest_is_unmet_demand(db_session: Db) -> None:
    part = a_part(1, 2, 3, 4)
    less = {"answer": LineAnswer.LESS, "unit_price": 1_000, "quantity": 150}
    other = {"answer": LineAnswer.ALTERNATIVE, "unit_price": 2_000, "description": "Bahan drill", "quantity": 210}
    made = quote(part, an_offer(part, lines=lines(part, AS_ASKED, less, other, CANNOT), delivery_cost=None))
    assert [(line.quantity, line.unit_price) for line in made.lines] == [
        (200, 37_000),
        (150, 1_000),
        (210, 2_000),
        (0, None),
    ]
    assert made.total == 200 * 37_000 + 150_000 + 420_000
    assert made.lines[2].product_id is None
    assert sorted(db_session.scalars(select(Demand.quantity).where(Demand.cause == DemandCause.PARTIAL))) == [50, 200]
    quote(part, an_offer(part))
    assert db_session.scalars(select(Demand)).all() == []


def test_a_newer_version_supersedes_the_older() -> None:
    part = a_part()
    first, second = a_quote(part, 37_000), a_quote(part, 35_000)
    assert (second.version, newest_quote(part)) == (2, second)
    assert not is_open(first, second)
    assert is_open(second, second)


def test_the_same_key_answers_with_the_first_and_belongs_to_one_part() -> None:
    part, other = a_part(), a_part()
    first = quote(part, an_offer(part), "q1")
    assert quote(part, an_offer(part, 1_000), "q1") is first
    with pytest.raises(Conflict, match="key_reused"):
        quote(other, an_offer(other), "q1")
    with pytest.raises(Invalid, match="key_invalid"):
        quote(other, an_offer(other), "q" * 81)


def test_a_version_that_came_in_at_the_same_time_is_not_doubled(monkeypatch: pytest.MonkeyPatch) -> None:
    part = a_part()
    quote(part, an_offer(part), "q1")
    monkeypatch.setattr("shop.inquiries.commands.quoting._by_key", lambda *_: None)
    with pytest.raises(Conflict, match="try_again"):
        quote(part, an_offer(part), "q1")


@pytest.mark.parametrize(
    ("terms", "code", "field"),
    [
        ({"lead_days": 366}, "number_range", "lead_days"),
        ({"lead_days": -1}, "number_range", "lead_days"),
        ({"valid_until": today_wib() - timedelta(days=1)}, "date_past", "valid_until"),
        ({"valid_until": today_wib() + timedelta(days=200)}, "date_far", "valid_until"),
        ({"deposit_percent": 101}, "number_range", "deposit_percent"),
        ({"delivery_cost": -1}, "money_huge", "delivery_cost"),
        ({"note": "x" * 2001}, "too_long", "note"),
        ({"lines": ()}, "quote_lines_missing", "lines"),
    ],
)
def test_terms_that_cannot_be_are_refused(terms: dict[str, Any], code: str, field: str) -> None:
    part = a_part()
    refuse(part, an_offer(part, **terms), code, field)


@pytest.mark.parametrize(
    ("answer", "code", "field"),
    [
        (CANNOT, "quote_all_cannot", "lines"),
        ({"answer": LineAnswer.AS_ASKED}, "money_missing", "lines-0-unit_price"),
        ({"answer": LineAnswer.AS_ASKED, "unit_price": 0}, "money_missing", "lines-0-unit_price"),
        ({"answer": LineAnswer.AS_ASKED, "unit_price": 10**13}, "money_huge", "lines-0-unit_price"),
        ({"answer": LineAnswer.AS_ASKED, "unit_price": 10**11}, "money_huge", "lines"),
        ({"answer": LineAnswer.LESS, "unit_price": 1, "quantity": 0}, "quantity_zero", "lines-0-quantity"),
        ({"answer": LineAnswer.LESS, "unit_price": 1}, "quantity_missing", "lines-0-quantity"),
        ({"answer": LineAnswer.LESS, "unit_price": 1, "quantity": 200}, "quantity_not_less", "lines-0-quantity"),
        ({"answer": LineAnswer.ALTERNATIVE, "unit_price": 1, "quantity": 10**7}, "quantity_huge", "lines-0-quantity"),
        ({"answer": LineAnswer.ALTERNATIVE, "unit_price": 1}, "alternative_not_described", "lines-0-description"),
        ({**AS_ASKED, "description": "x" * 301}, "too_long", "lines-0-description"),
    ],
)
def test_an_answer_that_says_nothing_is_refused(answer: dict[str, Any], code: str, field: str) -> None:
    part = a_part()
    refuse(part, an_offer(part, lines=lines(part, answer)), code, field)


def test_a_line_is_answered_once() -> None:
    part = a_part()
    one = lines(part, AS_ASKED)[0]
    refuse(part, an_offer(part, lines=(one, one)), "quote_lines_missing", "lines")
    refuse(part, an_offer(part, lines=(replace(one, line="x"),)), "quote_lines_missing", "lines")


def test_only_who_may_quote_quotes_and_only_while_it_is_open() -> None:
    part = a_part()
    for stranger in (VISITOR, buyer(part.inquiry), maker(part, Right.ANSWER)):
        with pytest.raises(Forbidden):
            make_quote(part=part, offer=an_offer(part), key=None, actor=stranger)
    part.agreed_at = now()
    with pytest.raises(WrongState, match="part_agreed"):
        a_quote(part)
    part.agreed_at = None
    decline_part(part=part, reason=DeclineReason.FULL, actor=maker(part))
    with pytest.raises(WrongState, match="part_moved_on"):
        a_quote(part)


def test_what_a_companion_typed_is_marked() -> None:
    part = a_part()
    assert make_quote(part=part, offer=an_offer(part), key=None, actor=maker(part, on_behalf=True)).on_behalf


def test_the_buyer_declines_a_quote_once_and_the_maker_may_try_again() -> None:
    part = a_part()
    made = a_quote(part)
    with pytest.raises(Forbidden):
        decline_quote(quote=made, actor=VISITOR)
    for _ in range(2):
        decline_quote(quote=made, actor=buyer(part.inquiry))
    assert not is_open(made, made)
    newer = a_quote(part, 30_000)
    part.agreed_at = now()
    with pytest.raises(WrongState, match="part_agreed"):
        decline_quote(quote=newer, actor=buyer(part.inquiry))


def refuse(part: InquiryPart, offer: Offer, code: str, field: str) -> None:
    with pytest.raises(Invalid) as refused:
        quote(part, offer)
    assert (refused.value.code, refused.value.field) == (code, field)
