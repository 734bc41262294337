"""An inquiry is sent once, to makers that may be asked, with the word for the worker beside it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session, scoped_session

from shop.accounts.types import VISITOR
from shop.audit.models import AuditEvent
from shop.inquiries.commands import Origin, send_inquiry
from shop.inquiries.commands.limits import MOST_BY_CONTACT
from shop.inquiries.models import Inquiry
from shop.inquiries.rules import AskedLine, Asking
from shop.inquiries.types import Contact, PartState, Source, StoredFile
from shop.lib.clock import now, today_wib
from shop.lib.errors import Conflict, Invalid, ShopError
from shop.lib.ids import read_reference
from shop.platform.outbox import OutboxMessage
from tests.inquiries.makers import RATNA, a_producer, a_product, an_asking

pytestmark = pytest.mark.usefixtures("db_session")
Db = scoped_session[Session]


def send(asking: Asking, key: str = "k1", **origin: Any) -> Inquiry:
    return send_inquiry(asking=asking, key=key, actor=VISITOR, origin=Origin(**origin))


def test_each_maker_gets_one_part_with_its_lines_only(db_session: Db) -> None:
    first, second = a_producer(), a_producer()
    vest, bag, cloth = a_product(first), a_product(first), a_product(second, unit="kodi", moq=1)
    inquiry = send(an_asking(vest, bag, cloth, quantity=100))
    assert {part.producer_id: [share.line.name for share in part.shares] for part in inquiry.parts} == {
        first.id: [vest.name, bag.name],
        second.id: [cloth.name],
    }
    assert [line.base_quantity for line in inquiry.lines] == [100, 100, 2000]
    assert all(part.state is PartState.SENT for part in inquiry.parts)


def test_a_line_remembers_what_the_page_said(db_session: Db) -> None:
    product = a_product()
    inquiry = send(an_asking(product))
    name = product.name
    product.name, product.price = "Nama baru", 99_000
    db_session.flush()
    assert (inquiry.lines[0].name, inquiry.lines[0].unit_price, inquiry.lines[0].unit_code) == (name, 39_000, "pcs")


def test_number_contact_word_and_audit_are_kept(db_session: Db) -> None:
    inquiry = send(an_asking(a_product(), contact=replace(RATNA, email=" Ratna@Contoh.example ")), language="en")
    assert read_reference(inquiry.number) == inquiry.number
    assert (inquiry.phone, inquiry.email, inquiry.language) == ("+6281234567890", "ratna@contoh.example", "en")
    word = db_session.scalars(select(OutboxMessage).where(OutboxMessage.name == "InquirySent")).one()
    assert word.payload == {"inquiry_id": inquiry.id}
    assert db_session.scalars(select(AuditEvent.action).where(AuditEvent.target_id == inquiry.public_id)).one()


def test_the_same_key_and_body_answer_with_the_first(db_session: Db) -> None:
    product = a_product()
    first = send(an_asking(product))
    product.moq = 500
    db_session.flush()
    assert send(an_asking(product, contact=replace(RATNA, phone="+62 812 3456 7890"))) is first
    assert db_session.scalar(select(func.count()).select_from(Inquiry)) == 1
    assert db_session.scalar(select(func.count()).where(OutboxMessage.name == "InquirySent")) == 1


def test_the_same_key_with_another_body_is_refused() -> None:
    product = a_product()
    first = send(an_asking(product))
    with pytest.raises(Conflict) as refused:
        send(an_asking(product, quantity=300))
    assert (refused.value.code, refused.value.params["number"]) == ("key_reused", first.number)


def test_a_number_that_is_taken_is_drawn_again(monkeypatch: pytest.MonkeyPatch) -> None:
    product = a_product()
    first = send(an_asking(product))
    drawn = iter([first.number, "PM-0000-0001"])
    monkeypatch.setattr("shop.inquiries.commands.sending.new_reference", lambda: next(drawn))
    assert send(an_asking(product), key="k2").number == "PM-0000-0001"


def test_one_is_found_when_another_request_was_faster(monkeypatch: pytest.MonkeyPatch) -> None:
    product = a_product()
    first = send(an_asking(product))
    answers = iter([None, first])
    monkeypatch.setattr("shop.inquiries.commands.sending.inquiry_by_key", lambda _key: next(answers))
    assert send(an_asking(product)) is first


def test_after_too_many_clashes_the_sender_is_asked_to_try_again(monkeypatch: pytest.MonkeyPatch) -> None:
    product = a_product()
    first = send(an_asking(product))
    monkeypatch.setattr("shop.inquiries.commands.sending.new_reference", lambda: first.number)
    with pytest.raises(Conflict, match="try_again"):
        send(an_asking(product), key="k2")


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"contact": Contact(name=" ", phone="0812-3456-7890")}, "name_missing", "name"),
        ({"contact": Contact(name="R" * 121, phone="0812-3456-7890")}, "too_long", "name"),
        ({"contact": Contact(name="Ratna")}, "phone_or_email", "phone"),
        ({"contact": Contact(name="Ratna", phone="0812 345")}, "phone_too_short", "phone"),
        ({"contact": Contact(name="Ratna", email="ratna")}, "email_invalid", "email"),
        ({"message": "x" * 2001}, "too_long", "message"),
        ({"lines": []}, "request_empty", None),
        (
            {"files": tuple(StoredFile(f"k{n}", "a.pdf", "application/pdf", 1) for n in range(6))},
            "too_many_files",
            "files",
        ),
        ({"needed_by": today_wib() - timedelta(days=1)}, "date_past", "needed_by"),
        ({"needed_by": today_wib() + timedelta(days=800)}, "date_far", "needed_by"),
    ],
)
def test_what_cannot_be_sent_is_refused_with_its_field(change: dict[str, Any], code: str, field: str | None) -> None:
    refuse(an_asking(a_product(), **change), code, field)


@pytest.mark.parametrize(
    ("quantity", "code"),
    [
        (0, "quantity_below_minimum"),
        (1_000_001, "quantity_huge"),
        (30, "quantity_below_minimum"),
        (55, "quantity_not_multiple"),
    ],
)
def test_a_quantity_that_the_maker_does_not_make_is_refused(quantity: int, code: str) -> None:
    refuse(an_asking(a_product(multiple=10), quantity=quantity), code, "quantity")


def test_sizes_must_add_up() -> None:
    product = a_product()
    sizes = ({"name": "M", "quantity": 20}, {"name": "L", "quantity": 20})
    good = AskedLine(product=product, quantity=50, sizes=(*sizes, {"name": "XL", "quantity": 10}))
    refuse(an_asking(lines=[replace(good, sizes=sizes)]), "sizes_do_not_add_up", "sizes")
    refuse(an_asking(lines=[replace(good, note="x" * 501)]), "too_long", "note")
    assert send(an_asking(lines=[good])).lines[0].sizes[2] == {"name": "XL", "quantity": 10}


def test_more_than_fifty_lines_are_refused() -> None:
    refuse(an_asking(*[a_product()] * 51), "request_too_long", None)


@pytest.mark.parametrize("key", ["", "k" * 81])
def test_a_key_that_is_none_is_refused(key: str) -> None:
    with pytest.raises(Invalid, match="key_invalid"):
        send(an_asking(a_product()), key=key)


@pytest.mark.parametrize("fact", ["hidden_at", "status"])
def test_a_maker_that_vanished_is_refused_with_its_line(db_session: Db, fact: str) -> None:
    stays, goes = a_product(), a_product()
    setattr(goes.producer, fact, now() if fact == "hidden_at" else "suspended")
    db_session.flush()
    with pytest.raises(Conflict) as refused:
        send(an_asking(stays, goes))
    assert (refused.value.code, refused.value.params["line"]) == ("line_vanished", 1)


def test_one_address_or_contact_cannot_flood_makers() -> None:
    product = a_product()
    for number in range(MOST_BY_CONTACT):
        send(an_asking(product), key=f"key-{number}", address="192.0.2.1")
    with pytest.raises(Invalid, match="too_many_inquiries"):
        send(an_asking(product), key="one-more", address="192.0.2.1")
    assert send(an_asking(product), key="one-more").number


def test_files_belong_to_the_whole_inquiry_and_staff_may_enter_one_for_a_caller() -> None:
    inquiry = send_inquiry(
        asking=an_asking(a_product(), files=(StoredFile("files/a", "logo.jpg", "image/jpeg", 10),)),
        key="k",
        actor=replace(VISITOR, user_id=None),
        origin=Origin(source=Source.PHONE),
    )
    assert inquiry.source is Source.PHONE
    assert inquiry.buyer_id is None


def refuse(asking: Asking, code: str, field: str | None) -> None:
    with pytest.raises(ShopError) as refused:
        send(asking)
    assert (refused.value.code, refused.value.field) == (code, field)
