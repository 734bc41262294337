"""Cursors of long lists."""

import base64
import json
import re
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shop.lib.pages import LARGEST_NUMBER, Page, decode_cursor, encode_cursor, moment_of

VALUES = st.lists(
    st.integers(-LARGEST_NUMBER, LARGEST_NUMBER)
    | st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20),
    min_size=1,
    max_size=4,
)


def packed(value: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode()


@given(VALUES)
def test_a_cursor_gives_back_its_values_and_fits_an_address(values: list[int | str]) -> None:
    cursor = encode_cursor(values)
    assert re.fullmatch("[A-Za-z0-9_-]+", cursor)
    assert decode_cursor(cursor) == values


@pytest.mark.parametrize(
    "garbage",
    [
        None,
        "",
        "x",
        "é",
        "!!!!",
        "A" * 501,
        packed({"a": 1}),
        packed([]),
        packed([None]),
        packed([True]),
        packed([1.5]),
        packed([[1]]),
        packed([2**63]),
        packed(["a\0"]),
        packed(["\ud800"]),
        base64.urlsafe_b64encode(b"[" * 300).decode(),
        base64.urlsafe_b64encode(b"\xff").decode(),
    ],
)
def test_garbage_is_no_cursor(garbage: str | None) -> None:
    assert decode_cursor(garbage) is None


@given(st.text(st.characters()))
def test_no_text_breaks_the_page(text: str) -> None:
    assert decode_cursor(text) is None or isinstance(decode_cursor(text), list)


def test_a_cursor_of_another_list_is_garbage_where_the_shape_is_known() -> None:
    cursor = encode_cursor(["2026-11-21", 5])
    assert decode_cursor(cursor, str, int) == ["2026-11-21", 5]
    assert decode_cursor(cursor, int, int) is None
    assert decode_cursor(cursor, str) is None


def test_the_last_page_has_no_next() -> None:
    assert Page([1, 2]).next_cursor is None


def test_a_moment_comes_back_from_a_cursor() -> None:
    moment = datetime(2026, 11, 22, 4, 30, 15, 250, tzinfo=UTC)
    assert moment_of((decode_cursor(encode_cursor([moment.isoformat(), 7])) or [""])[0]) == moment


@pytest.mark.parametrize("value", ["", "besok", 7, None, "2026-11-22T04:30:15"])
def test_what_is_no_moment_with_its_zone_is_none(value: object) -> None:
    assert moment_of(value) is None
