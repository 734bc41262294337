"""An accepted quote on its way to the buyer."""

import pytest

from shop.accounts.models import Notice
from shop.orders.commands import Step, accept_quote, advance_order, review_order
from shop.orders.models import Order
from shop.orders.types import CancelReason, OrderState
from shop.platform.db import db
from shop.producers.models import ProducerMember
from tests.factories import make_product
from tests.inquiries.makers import a_quote, an_inquiry, buyer
from tests.person import Page, Person
from tests.web.selling.keeper import errors_of, keep_stall

pytestmark = pytest.mark.usefixtures("db_session")


def agreed(client: Person) -> tuple[Order, Page]:
    maker = keep_stall(client)
    inquiry = an_inquiry(make_product(producer=maker, name="Rompi pelampung"))
    order = accept_quote(quote=a_quote(inquiry.parts[0]), actor=buyer(inquiry))
    return order, client.visit(f"/lapak/pesanan/{order.public_id}")


def test_word_of_an_order_is_read_once_its_page_is_opened(client: Person) -> None:
    order, page = agreed(client)
    reader = db.session.query(ProducerMember.user_id).scalar()
    db.session.add(Notice(user_id=reader, language="id", kind="quote.accepted", params={"order": order.public_id}))
    db.session.commit()
    page.person.visit(page.path)
    assert db.session.query(Notice).one().read_at is not None


def state_of(order: Order) -> OrderState:
    db.session.rollback()
    db.session.refresh(order)
    return order.state


def test_one_button_leads_from_agreed_to_handed_over(client: Person) -> None:
    order, page = agreed(client)
    assert "Rp7.580.000" in page.text
    for button, state in (
        ("Mulai kerjakan", OrderState.IN_PRODUCTION),
        ("Sudah siap", OrderState.READY),
        ("Ya, sudah diserahkan", OrderState.HANDED_OVER),
    ):
        page = page.form("/langkah").fill(note="Kabar baik").send(button)
        assert state_of(order) is state
        assert "Pembeli tidak menulis e-mail: kabari lewat WhatsApp." in page.text
    assert "Menunggu pembeli memastikan" in page.text
    assert "Kabar baik" in page.text
    assert not page.soup.select("form[action$='/langkah']")


def test_changes_that_the_buyer_asked_are_said_and_handed_over_again(client: Person) -> None:
    order, page = agreed(client)
    for button in ("Mulai kerjakan", "Sudah siap", "Ya, sudah diserahkan"):
        page = page.form("/langkah").send(button)
    db.session.rollback()
    step = Step(to=OrderState.CHANGES_ASKED, note="Dua jahitan lepas")
    advance_order(order=db.session.merge(order), step=step, actor=buyer(order.quote.part.inquiry))
    page = client.visit(f"/lapak/pesanan/{order.public_id}")
    assert "Pembeli minta perbaikan" in page.text
    page.form("/langkah").send("Ya, sudah diserahkan")
    assert state_of(order) is OrderState.HANDED_OVER


def test_a_step_tapped_twice_is_taken_once_and_a_wrong_one_is_refused(client: Person) -> None:
    order, page = agreed(client)
    form = page.form("/langkah")
    form.send("Mulai kerjakan")
    form.send("Mulai kerjakan")
    assert state_of(order) is OrderState.IN_PRODUCTION
    form.values["to"] = "done"
    assert form.send("Mulai kerjakan", 422).heading
    assert state_of(order) is OrderState.IN_PRODUCTION


def test_a_note_too_long_is_said_beside_its_box(client: Person) -> None:
    _order, page = agreed(client)
    page = page.form("/langkah").fill(note="a" * 501).send("Mulai kerjakan", 422)
    assert any("Terlalu panjang" in text for text in errors_of(page))


def test_cancelling_wants_a_reason(client: Person) -> None:
    order, page = agreed(client)
    page = page.form("/batal").fill(cancel_note="Maaf").send("Ya, batalkan", 422)
    assert "Pilih alasannya." in errors_of(page)
    assert page.form("/batal").values["cancel_note"] == "Maaf"
    page = page.form("/batal").fill(reason="cannot_make").send("Ya, batalkan")
    assert "Dibatalkan: Produsen tidak bisa mengerjakan" in page.text
    assert state_of(order) is OrderState.CANCELLED
    assert order.cancel_reason is CancelReason.CANNOT_MAKE


def test_another_makers_order_is_not_there(client: Person) -> None:
    keep_stall(client)
    inquiry = an_inquiry(make_product())
    order = accept_quote(quote=a_quote(inquiry.parts[0]), actor=buyer(inquiry))
    client.visit(f"/lapak/pesanan/{order.public_id}", 404)


def test_what_is_made_stands_above_the_step_and_the_handover_is_asked_once_more(client: Person) -> None:
    _order, page = agreed(client)
    order_of_page = page.texts("main")[0]
    assert order_of_page.index("Janji selesai") < order_of_page.index("Mulai kerjakan")
    for button in ("Mulai kerjakan", "Sudah siap"):
        page = page.form("/langkah").send(button)
    assert page.texts("details.confirm > summary")[0] == "Sudah diserahkan"
    assert "Ya, sudah diserahkan" in page.texts("details.confirm button")


def test_a_step_pressed_by_mistake_is_taken_back_and_the_buyer_reads_so(client: Person) -> None:
    order, page = agreed(client)
    assert not page.soup.select("form[action$='/mundur']")
    for button in ("Mulai kerjakan", "Sudah siap", "Ya, sudah diserahkan"):
        page = page.form("/langkah").send(button)
    form = page.form("/mundur")
    page = form.send("Kembali ke “Siap diserahkan”")
    assert state_of(order) is OrderState.READY
    assert "Ditarik kembali: Sudah diserahkan." in page.text
    assert not page.soup.select("form[action$='/mundur']")
    form.send("Kembali ke “Siap diserahkan”")
    assert state_of(order) is OrderState.READY


def test_what_the_buyer_has_confirmed_is_not_taken_back(client: Person) -> None:
    order, page = agreed(client)
    for button in ("Mulai kerjakan", "Sudah siap", "Ya, sudah diserahkan"):
        page = page.form("/langkah").send(button)
    form = page.form("/mundur")
    db.session.rollback()
    advance_order(order=db.session.merge(order), step=Step(to=OrderState.DONE), actor=buyer(order.quote.part.inquiry))
    db.session.commit()
    page = form.send(status=422)
    assert "Pesanan ini sudah sampai di langkah lain." in page.text
    assert state_of(order) is OrderState.DONE
    review_order(order=order, stars=4, body="Rapi sekali.", actor=buyer(order.quote.part.inquiry))
    assert "4 dari 5" in (read := client.visit(f"/lapak/pesanan/{order.public_id}").text)
    assert "Rapi sekali." in read
