"""The maker's desk: piles that go on where a page ended, at the same cost however much lies on them."""

import pytest

from shop.inquiries.commands import decline_quote
from shop.inquiries.types import PartState
from shop.lib.clock import now
from shop.orders import stall
from shop.orders.stall import Desk, desk_counts, desk_page, dues
from shop.platform.db import db
from shop.producers.models import Producer
from tests.inquiries.makers import a_producer, a_product, a_quote, an_inquiry, buyer
from tests.statements import counted_selects

pytestmark = pytest.mark.usefixtures("db_session")


def read(producer_id: int, pile: Desk) -> int:
    """How many SELECTs a page of a pile costs when nothing is loaded yet."""
    db.session.flush()
    db.session.expunge_all()
    producer = db.session.get_one(Producer, producer_id)
    with counted_selects() as sent:
        page = desk_page(producer, pile)
        dues(page.items)
        assert all(one.part.inquiry.name and one.part.shares[0].line.product for one in page.items)
    return len(sent)


def test_a_pile_costs_the_same_for_one_part_and_for_many() -> None:
    few, many = a_producer(), a_producer()
    for producer, number in ((few, 1), (many, 6)):
        product = a_product(producer)
        for _ in range(number):
            an_inquiry(product)
    few_id, many_id = few.id, many.id
    assert read(few_id, Desk.WAITING) == read(many_id, Desk.WAITING)


def test_a_quote_that_was_not_taken_waits_for_nobody_until_there_is_a_newer_one() -> None:
    producer = a_producer()
    declined, gone = (an_inquiry(a_product(producer)).parts[0] for _ in range(2))
    a_quote(gone).expired_at = now()
    decline_quote(quote=a_quote(declined), actor=buyer(declined.inquiry))
    assert desk_counts(producer) == {Desk.WAITING: 0, Desk.BUYER: 0, Desk.WORK: 0, Desk.OVER: 2}
    assert [item.part for item in desk_page(producer, Desk.OVER).items] == [gone, declined]
    a_quote(declined)
    assert desk_counts(producer) == {Desk.WAITING: 0, Desk.BUYER: 1, Desk.WORK: 0, Desk.OVER: 1}


def test_what_is_over_lies_newest_first_from_page_to_page_and_is_not_due(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stall, "PAGE", 2)
    producer = a_producer()
    product = a_product(producer)
    parts = [an_inquiry(product).parts[0] for _ in range(4)]
    for part in parts:
        part.state, part.waiting_since = PartState.WITHDRAWN, None
    parts[3].inquiry.spam_at = now()
    db.session.flush()
    first = desk_page(producer, Desk.OVER)
    second = desk_page(producer, Desk.OVER, first.next_cursor)
    assert [item.part for item in (*first.items, *second.items)] == [parts[2], parts[1], parts[0]]
    assert second.next_cursor is None
    assert dues(first.items) == {}
    assert desk_counts(producer) == {Desk.WAITING: 0, Desk.BUYER: 0, Desk.WORK: 0, Desk.OVER: 3}
