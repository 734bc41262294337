"""What follows from answers and finished orders: help is no longer wanted, figures of the maker are counted anew."""

from shop.impact.commands import end_help_task
from shop.inquiries import messages as said
from shop.inquiries.models import InquiryPart
from shop.inquiries.queries import answers_of, inquiry_by_id, part_by_id, quote_by_id
from shop.orders.messages import OrderMoved
from shop.orders.queries import finished_orders, order_by_id
from shop.producers.commands import keep_reply_stats
from shop.worker.handling import handles

_AboutPart = said.InfoWanted | said.ThreadWritten | said.PartDeclined | said.PartWithdrawn | said.PartExpired


@handles(said.QuoteMade)
def follow_quote(message: said.QuoteMade) -> None:
    """A maker made an offer."""
    _follow(quote_by_id(message.quote_id).part)


@handles(said.InfoWanted, said.ThreadWritten, said.PartDeclined, said.PartWithdrawn, said.PartExpired)
def follow_word(message: _AboutPart) -> None:
    """A maker asked back, wrote or declined; or no answer is waited for any more."""
    _follow(part_by_id(message.part_id))


@handles(said.InquirySent)
def follow_inquiry(message: said.InquirySent) -> None:
    """Makers were asked."""
    for part in inquiry_by_id(message.inquiry_id).parts:
        count_answers(part.producer_id)


@handles(OrderMoved)
def follow_order(message: OrderMoved) -> None:
    """An order went a step on, perhaps its last."""
    count_answers(order_by_id(message.order_id).producer_id)


def _follow(part: InquiryPart) -> None:
    end_help_task(part=part)
    count_answers(part.producer_id)


def count_answers(producer_id: int) -> None:
    """Count anew how a maker answers and what it finished."""
    answers = answers_of(producer_id)
    keep_reply_stats(
        producer_id=producer_id,
        asked=answers.asked,
        waits=answers.waits,
        finished_orders=finished_orders(producer_id),
    )
