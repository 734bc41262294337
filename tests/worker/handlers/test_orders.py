"""The other side hears of every step of an order, also of one that was taken back."""

import pytest
from sqlalchemy import select

from shop.accounts.models import Notice
from shop.inquiries.types import Contact
from shop.orders.commands import Step, accept_quote, advance_order, review_order, undo_step
from shop.orders.types import OrderState
from shop.platform.db import db
from shop.text.language import using
from shop.text.notices import word_notice
from shop.worker.loop import run_all
from tests.factories import make_user
from tests.inquiries.makers import a_quote, an_inquiry, buyer, maker
from tests.web.selling.keeper import make_member

pytestmark = pytest.mark.usefixtures("db_session")
BY_MAIL = Contact(name="Ratna Widuri", email="ratna@contoh.example")


def test_the_buyer_reads_that_a_step_was_told_too_early() -> None:
    [part] = an_inquiry(contact=BY_MAIL).parts
    order = accept_quote(quote=a_quote(part), actor=buyer(part.inquiry))
    advance_order(order=order, step=Step(to=OrderState.IN_PRODUCTION), actor=maker(part))
    undo_step(order=order, taken=OrderState.IN_PRODUCTION, actor=maker(part))
    db.session.commit()
    run_all()
    notice = db.session.scalars(select(Notice).where(Notice.kind == "order.step_undone")).one()
    assert notice.email == "ratna@contoh.example"
    with using("id"):
        words = word_notice(notice.kind, notice.params)
    assert "ternyata belum" in words.subject
    assert "keliru mengabarkan: Sedang dikerjakan. Keadaan sekarang: Disepakati." in words.body


def test_the_maker_reads_what_the_buyer_wrote_after_the_order() -> None:
    [part] = an_inquiry().parts
    order = accept_quote(quote=a_quote(part), actor=buyer(part.inquiry))
    for state in (OrderState.IN_PRODUCTION, OrderState.READY, OrderState.HANDED_OVER):
        advance_order(order=order, step=Step(to=state), actor=maker(part))
    advance_order(order=order, step=Step(to=OrderState.DONE), actor=buyer(part.inquiry))
    make_member(part.producer, make_user())
    review_order(order=order, stars=4, body="Jahitan rapi", actor=buyer(part.inquiry))
    db.session.commit()
    run_all()
    notice = db.session.scalars(select(Notice).where(Notice.kind == "order.reviewed")).one()
    assert (notice.params["stars"], notice.params["words"]) == (4, "Jahitan rapi")
