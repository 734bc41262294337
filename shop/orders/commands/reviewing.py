"""A word of the buyer after a finished order."""

from collections.abc import Collection

from sqlalchemy import select

from shop.accounts.types import Actor
from shop.audit.commands import record
from shop.inquiries.policies import may_follow
from shop.lib.errors import Invalid, WrongState, require
from shop.lib.nik import refuse_nik
from shop.orders.messages import OrderReviewed
from shop.orders.models import Order, Review
from shop.orders.types import OrderState
from shop.platform import outbox
from shop.platform.db import db
from shop.platform.holding import hold

LONGEST_REVIEW = 1000
MOST_STARS = 5


def review_order(*, order: Order, stars: int, body: str, actor: Actor, organisations: Collection[int] = ()) -> Review:
    """A buyer's word after a finished order, once; sent again it answers with the first."""
    require(may_follow(actor, order.quote.part.inquiry, organisations))
    hold(order)
    if order.state is not OrderState.DONE:
        raise WrongState("order_not_done")
    if not 1 <= stars <= MOST_STARS:
        raise Invalid("stars_missing", "stars")
    if len(body) > LONGEST_REVIEW:
        raise Invalid("too_long", "body", most=LONGEST_REVIEW)
    refuse_nik({"body": body})
    earlier = db.session.scalar(select(Review).where(Review.order_id == order.id))
    if earlier is not None:
        return earlier
    review = Review(order_id=order.id, stars=stars, body=body.strip())
    db.session.add(review)
    db.session.flush()
    record(actor=actor, action="order.reviewed", target=order, region_code=order.producer.regency_code)
    outbox.leave(OrderReviewed(order.id))
    return review
