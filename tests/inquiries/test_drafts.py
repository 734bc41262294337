"""A request is put together over days and becomes one inquiry."""

from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine

from shop.accounts.types import VISITOR
from shop.inquiries.commands import (
    add_to_draft,
    change_line,
    clear_draft,
    line_of,
    open_draft,
    remove_line,
    send_draft,
)
from shop.inquiries.models import RequestDraft
from shop.inquiries.queries import draft_by_token
from shop.inquiries.rules import AskedLine, Asking
from shop.lib.clock import now
from shop.lib.errors import Conflict, Invalid, NotFound
from tests.inquiries.makers import RATNA, a_product

pytestmark = pytest.mark.usefixtures("db_session")
REST = Asking(lines=(), contact=RATNA, message="Untuk sekolah.")


def a_draft(*quantities: int) -> RequestDraft:
    draft = open_draft().draft
    for quantity in quantities:
        add_to_draft(draft=draft, asked=AskedLine(product=a_product(), quantity=quantity))
    return draft


def test_a_draft_is_found_by_its_cookie_for_thirty_days_after_the_last_change() -> None:
    with time_machine.travel(now(), tick=False) as time:
        opened = open_draft()
        time.shift(timedelta(days=29))
        add_to_draft(draft=opened.draft, asked=AskedLine(product=a_product(), quantity=50))
        time.shift(timedelta(days=29))
        assert draft_by_token(opened.token) is opened.draft
        time.shift(timedelta(days=2))
        assert draft_by_token(opened.token) is None
    assert draft_by_token("x") is None
    assert draft_by_token(None) is None


def test_a_product_stands_in_a_request_once() -> None:
    draft, product = a_draft(), a_product()
    add_to_draft(draft=draft, asked=AskedLine(product=product, quantity=50))
    add_to_draft(draft=draft, asked=AskedLine(product=product, quantity=80, note=" Merah ", customisation=("bordir",)))
    assert [(line.quantity, line.note, line.customisation) for line in draft.lines] == [(80, "Merah", ["bordir"])]


def test_a_request_holds_fifty_lines() -> None:
    draft = a_draft(*[50] * 50)
    with pytest.raises(Invalid, match="request_too_long"):
        add_to_draft(draft=draft, asked=AskedLine(product=a_product(), quantity=50))


def test_lines_are_changed_and_removed() -> None:
    draft = a_draft(50, 60)
    line, other = draft.lines
    line.sizes = [{"name": "M", "quantity": 50}]
    change_line(draft=draft, line_id=line.public_id, quantity=50, note="Biru")
    assert (line.sizes, line.note) == ([{"name": "M", "quantity": 50}], "Biru")
    change_line(draft=draft, line_id=line.public_id, quantity=70)
    assert (line.quantity, line.sizes, line.note) == (70, [], "Biru")
    assert remove_line(draft=draft, line_id=line.public_id) is line
    assert remove_line(draft=draft, line_id=line.public_id) is None
    assert draft.lines == [other]
    clear_draft(draft=draft)
    assert draft.lines == []


def test_what_does_not_fit_a_line_is_refused() -> None:
    draft = a_draft(50)
    line = draft.lines[0].public_id
    with pytest.raises(Invalid, match="quantity_below_minimum"):
        change_line(draft=draft, line_id=line, quantity=3)
    with pytest.raises(Invalid, match="too_long"):
        change_line(draft=draft, line_id=line, quantity=50, note="x" * 501)
    with pytest.raises(Invalid, match="too_long"):
        add_to_draft(draft=draft, asked=AskedLine(product=a_product(), quantity=50, note="x" * 501))
    with pytest.raises(NotFound, match="line_unknown"):
        line_of(draft, "x")


def test_a_request_is_sent_once_and_is_empty_then() -> None:
    draft = a_draft(50, 60)
    draft.lines[0].limits_understood = True
    inquiry = send_draft(draft=draft, asking=REST, key="k", actor=VISITOR)
    assert [(line.quantity, line.limits_understood) for line in inquiry.lines] == [(50, True), (60, False)]
    assert draft.lines == []
    assert send_draft(draft=draft, asking=REST, key="k", actor=VISITOR) is inquiry
    with pytest.raises(Conflict, match="key_reused"):
        send_draft(draft=draft, asking=replace(REST, message="Lain"), key="k", actor=VISITOR)
    with pytest.raises(Invalid, match="request_empty"):
        send_draft(draft=draft, asking=REST, key="k2", actor=VISITOR)
