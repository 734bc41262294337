"""Reads take a fixed number of SELECTs and show nobody what is another's."""

from collections.abc import Callable

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session, scoped_session

from shop.accounts.models import BuyingMember, BuyingOrganisation, User
from shop.accounts.queries import organisation_ids
from shop.accounts.types import Actor, BuyerType, OfficeRole, Role, SecretKind
from shop.inquiries.commands import Word, write_message
from shop.inquiries.models import Inquiry
from shop.inquiries.queries import (
    askable_product,
    attachment_for_stall,
    attachment_of_inquiry,
    buyer_inquiries,
    inquiry_by_public_id,
    inquiry_for_buyer,
    offices,
    part_for_stall,
    part_of_inquiry,
    quote_of_inquiry,
    stall_counts,
    was_public,
)
from shop.inquiries.types import PartState, StoredFile
from shop.lib.clock import now
from shop.lib.errors import NotFound
from shop.platform.db import db
from tests.inquiries.makers import a_producer, a_product, a_quote, an_inquiry, maker

pytestmark = pytest.mark.usefixtures("db_session")
Db = scoped_session[Session]
FILE = StoredFile("files/a", "logo.jpg", "image/jpeg", 9)


def selects(read: Callable[[], object]) -> int:
    """How many statements a read sends when nothing is loaded yet."""
    db.session.commit()
    db.session.expire_all()
    db.session.expunge_all()
    seen: list[str] = []

    def note(*arguments: object) -> None:
        seen.append(str(arguments[2]))

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        read()
    finally:
        event.remove(db.engine, "before_cursor_execute", note)
    return len([one for one in seen if one.lstrip().upper().startswith("SELECT")])


def talk(inquiry: Inquiry) -> Inquiry:
    for part in inquiry.parts:
        write_message(part=part, word=Word(body="Halo", files=(FILE,)), actor=maker(part))
        a_quote(part)
        a_quote(part)
    return inquiry


def read_whole(public_id: str) -> None:
    inquiry = inquiry_by_public_id(public_id)
    for view in inquiry_for_buyer(inquiry):
        assert view.newest is not None
        assert [line.line.name for line in view.newest.lines]
        assert [file.name for message in view.messages for file in message.attachments] == ["logo.jpg"]
        assert view.part.producer.regency.name


def test_the_buyers_page_costs_the_same_for_two_parts_and_for_eight() -> None:
    two = talk(an_inquiry(*[a_product() for _ in range(2)])).public_id
    eight = talk(an_inquiry(*[a_product() for _ in range(8)])).public_id
    assert selects(lambda: read_whole(two)) == selects(lambda: read_whole(eight)) <= 9


def test_the_parts_of_a_stall_are_counted_by_state_without_spam() -> None:
    producer = a_producer()
    product = a_product(producer)
    _waiting, quoted, spam = (an_inquiry(product) for _ in range(3))
    a_quote(quoted.parts[0])
    spam.spam_at = now()
    db.session.flush()
    assert stall_counts(producer) == {PartState.SENT: 1, PartState.QUOTED: 1}


def test_a_maker_finds_its_own_part_and_files_only() -> None:
    inquiry = an_inquiry(a_product(), a_product(), files=(FILE,))
    mine, other = inquiry.parts
    message = write_message(part=other, word=Word(body="Rahasia", files=(FILE,)), actor=maker(other))
    whole = part_for_stall(mine.public_id, mine.producer).files[0]
    assert attachment_for_stall(whole.public_id, mine.producer) is whole
    db.session.expire(message)
    private = message.attachments[0]
    assert attachment_of_inquiry(inquiry, private.public_id) is private
    assert part_for_stall(mine.public_id, mine.producer).messages == []
    with pytest.raises(NotFound, match="part_unknown"):
        part_for_stall(other.public_id, mine.producer)
    with pytest.raises(NotFound, match="file_unknown"):
        attachment_for_stall(private.public_id, mine.producer)


def test_things_of_another_inquiry_are_not_there() -> None:
    mine, other = an_inquiry(files=(FILE,)), an_inquiry(files=(FILE,))
    quote = a_quote(other.parts[0])
    file = inquiry_for_buyer(other)[0].files[0]
    assert quote_of_inquiry(other, quote.public_id) is quote
    assert part_of_inquiry(other, other.parts[0].public_id) is other.parts[0]
    for find in (
        lambda: quote_of_inquiry(mine, quote.public_id),
        lambda: attachment_of_inquiry(mine, file.public_id),
        lambda: part_of_inquiry(mine, other.parts[0].public_id),
    ):
        with pytest.raises(NotFound):
            find()


def test_a_buyer_finds_its_own_and_its_organisations_inquiries() -> None:
    user = User(name="Ratna", email="r@contoh.example", secret_kind=SecretKind.PIN)
    school = BuyingOrganisation(name="SD 1", kind=BuyerType.SCHOOL)
    db.session.add_all([user, school])
    db.session.flush()
    db.session.add(BuyingMember(organisation_id=school.id, user_id=user.id))
    mine, colleagues, _strangers = an_inquiry(), an_inquiry(), an_inquiry()
    mine.buyer_id, colleagues.organisation_id = user.id, school.id
    db.session.flush()
    assert buyer_inquiries(user).items == [colleagues, mine]
    assert buyer_inquiries(user, '["x"]').items == [colleagues, mine]
    assert organisation_ids(user.id) == {school.id}
    for _ in range(21):
        an_inquiry(a_product()).buyer_id = user.id
    db.session.flush()
    page = buyer_inquiries(user)
    assert len(buyer_inquiries(user, page.next_cursor).items) == 3


def test_only_a_public_product_may_be_asked_about_and_a_closed_one_is_remembered() -> None:
    product, draft = a_product(), a_product(status="draft", published_at=None)
    assert askable_product(product.slug) is product
    product.producer.hidden_at = now()
    db.session.flush()
    for slug in (product.slug, draft.slug, "x"):
        with pytest.raises(NotFound, match="product_unknown"):
            askable_product(slug)
    assert [was_public(slug) for slug in (product.slug, draft.slug, "x")] == [True, False, False]


def test_the_list_of_an_office_goes_on_where_its_page_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offices, "PAGE", 1)
    product = a_product()
    old, new = an_inquiry(product), an_inquiry(product)
    head = Actor(roles=(OfficeRole(Role.HEAD, None, None),))
    first = offices.office_parts(head, offices.Watch.ALL)
    second = offices.office_parts(head, offices.Watch.ALL, first.next_cursor)
    assert [one.number for one in (*first.items, *second.items)] == [new.number, old.number]
    assert second.next_cursor is None
