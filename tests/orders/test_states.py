"""The state of a whole inquiry is read from its parts and orders."""

import pytest

from shop.inquiries.types import PartState
from shop.orders.states import PartFacts, inquiry_state
from shop.orders.types import InquiryState, OrderState


def part(state: PartState, order: OrderState | None = None, *, declined: bool = False) -> PartFacts:
    return PartFacts(state, order, declined)


@pytest.mark.parametrize(
    ("parts", "state"),
    [
        ([part(PartState.SENT)], InquiryState.NEW),
        ([part(PartState.SEEN), part(PartState.SENT)], InquiryState.NEW),
        ([part(PartState.SENT), part(PartState.INFO_WANTED)], InquiryState.ANSWERED),
        ([part(PartState.INFO_GIVEN)], InquiryState.ANSWERED),
        ([part(PartState.SENT), part(PartState.QUOTED)], InquiryState.QUOTED),
        ([part(PartState.SENT), part(PartState.QUOTED, declined=True)], InquiryState.NEW),
        ([part(PartState.QUOTED, declined=True)], InquiryState.DECLINED),
        ([part(PartState.QUOTED, OrderState.ACCEPTED), part(PartState.QUOTED)], InquiryState.AGREED),
        ([part(PartState.QUOTED, OrderState.READY)], InquiryState.IN_PRODUCTION),
        ([part(PartState.QUOTED, OrderState.IN_PRODUCTION)], InquiryState.IN_PRODUCTION),
        ([part(PartState.QUOTED, OrderState.HANDED_OVER)], InquiryState.HANDED_OVER),
        ([part(PartState.QUOTED, OrderState.CHANGES_ASKED)], InquiryState.HANDED_OVER),
        ([part(PartState.QUOTED, OrderState.DONE)], InquiryState.DONE),
        ([part(PartState.QUOTED, OrderState.DONE), part(PartState.QUOTED, OrderState.ACCEPTED)], InquiryState.AGREED),
        ([part(PartState.QUOTED, OrderState.DONE), part(PartState.QUOTED, OrderState.CANCELLED)], InquiryState.DONE),
        ([part(PartState.QUOTED, OrderState.CANCELLED)], InquiryState.CANCELLED),
        ([part(PartState.QUOTED, OrderState.CANCELLED), part(PartState.QUOTED)], InquiryState.QUOTED),
        ([part(PartState.DECLINED), part(PartState.WITHDRAWN)], InquiryState.DECLINED),
        ([part(PartState.DECLINED), part(PartState.EXPIRED)], InquiryState.EXPIRED),
        ([part(PartState.WITHDRAWN)], InquiryState.CANCELLED),
    ],
)
def test_the_whole_stands_where_its_parts_stand(parts: list[PartFacts], state: InquiryState) -> None:
    assert inquiry_state(parts) is state
