"""Text as people type or paste it."""

import pytest

from shop.lib.typed import clean


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (None, ""),
        ("  Jahit \n", "Jahit"),
        ("satu\r\ndua\rtiga\tempat", "satu\ndua\ntiga\tempat"),
        ("Dari\x1fdepan\x1e\x00\x7f\x85", "Daridepan"),
        ("Ukir Jepara: é, ñ, 👍🏽", "Ukir Jepara: é, ñ, 👍🏽"),
    ],
)
def test_text_is_cleaned_of_what_nobody_sees(text: str | None, kept: str) -> None:
    assert clean(text) == kept
