"""Who may do what with a part: a table of people against answers."""

import pytest

from shop.accounts.types import VISITOR, Actor, OfficeRole, Role
from shop.inquiries.models import Inquiry, InquiryPart
from shop.inquiries.policies import may_answer, may_follow, may_quote
from shop.producers.models import Producer
from shop.producers.types import Right

MINE = Producer(public_id="mine", regency_code="35.22")
PART = InquiryPart(producer=MINE, inquiry=Inquiry(public_id="asked", buyer_id=7, organisation_id=3))


def scoped(producer: str, *rights: Right) -> Actor:
    return Actor(user_id=1, scopes={producer: frozenset(map(str, rights))})


def staff(role: Role, region: str | None) -> Actor:
    return Actor(user_id=2, roles=(OfficeRole(role, 1, region),))


PEOPLE = {
    # follow, answer, quote
    "visitor": (VISITOR, "---"),
    "holder of the link": (Actor(via="link", link_to="asked"), "x--"),
    "holder of another link": (Actor(via="link", link_to="other"), "---"),
    "the buyer signed in": (Actor(user_id=7), "x--"),
    "another buyer": (Actor(user_id=8), "---"),
    "maker who answers": (scoped("mine", Right.ANSWER), "-x-"),
    "maker who quotes": (scoped("mine", Right.QUOTE), "--x"),
    "member without these rights": (scoped("mine", Right.LIST, Right.CAPACITY), "---"),
    "another maker": (scoped("other", *Right), "---"),
    "curator of the region": (staff(Role.CURATOR, "35.22"), "---"),
    "officer of the province": (staff(Role.PROVINCIAL, "35"), "---"),
    "curator elsewhere": (staff(Role.CURATOR, "36"), "---"),
    "head of the office": (staff(Role.HEAD, "35.22"), "---"),
    "administrator": (staff(Role.ADMIN, None), "---"),
}


@pytest.mark.parametrize(("actor", "answers"), PEOPLE.values(), ids=PEOPLE.keys())
def test_everybody_may_do_what_is_theirs(actor: Actor, answers: str) -> None:
    found = (
        may_follow(actor, PART.inquiry),
        may_answer(actor, PART),
        may_quote(actor, PART),
    )
    assert "".join("x" if one else "-" for one in found) == answers


def test_colleagues_of_the_organisation_follow_with_the_buyer() -> None:
    assert may_follow(Actor(user_id=8), PART.inquiry, organisations={3})
    assert not may_follow(Actor(user_id=8), PART.inquiry, organisations={4})
    assert not may_follow(VISITOR, PART.inquiry, organisations={3})
