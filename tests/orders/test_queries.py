"""Orders are found by those whose they are."""

import pytest

from shop.inquiries.queries import inquiry_for_buyer
from shop.lib.errors import NotFound
from shop.orders.commands import accept_quote
from shop.orders.models import Order
from shop.orders.queries import (
    order_for_stall,
    order_of_inquiry,
    order_of_part,
    orders_of_inquiry,
    stall_of_order,
    state_of,
    states_of,
)
from shop.orders.types import InquiryState
from shop.platform.db import db
from tests.inquiries.makers import a_product, a_quote, an_inquiry, buyer

pytestmark = pytest.mark.usefixtures("db_session")


def an_order(product: object = None) -> Order:
    inquiry = an_inquiry(*([product] if product else []))
    return accept_quote(quote=a_quote(inquiry.parts[0]), actor=buyer(inquiry))


def test_an_order_is_found_by_its_buyer_and_its_maker_only() -> None:
    mine, other = an_order(), an_order()
    inquiry = mine.quote.part.inquiry
    assert order_of_inquiry(inquiry, mine.public_id) is mine
    assert order_for_stall(mine.public_id, mine.producer) is mine
    assert stall_of_order(mine.public_id) == mine.producer.public_id
    assert orders_of_inquiry(inquiry) == {mine.part_id: mine}
    assert order_of_part(mine.quote.part) is mine
    assert order_of_part(an_inquiry().parts[0]) is None
    with pytest.raises(NotFound):
        order_of_inquiry(inquiry, other.public_id)
    with pytest.raises(NotFound):
        order_for_stall(other.public_id, mine.producer)


def test_states_of_many_are_those_of_each() -> None:
    agreed, waiting = an_order().quote.part.inquiry, an_inquiry(a_product(), a_product())
    a_quote(waiting.parts[0])
    db.session.expire_all()
    assert states_of([agreed, waiting]) == {agreed.id: InquiryState.AGREED, waiting.id: InquiryState.QUOTED}
    assert state_of(inquiry_for_buyer(agreed), orders_of_inquiry(agreed)) is InquiryState.AGREED
    assert state_of(inquiry_for_buyer(waiting), {}) is InquiryState.QUOTED
