"""Names of attached files are shown as their senders wrote them, without what could do harm."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shop.lib.file_names import LONGEST, shown_name
from shop.lib.nik import has_nik


@pytest.mark.parametrize(
    ("given_name", "shown"),
    [
        ("logo.png", "logo.jpg"),
        ("C:\\Users\\Ratna\\logo.png", "logo.jpg"),
        ("../../etc/passwd", "passwd.jpg"),
        ("Logo – SMK 1.jpeg", "Logo – SMK 1.jpg"),
        ("pesan “baru” 😀.jpg", "pesan “baru” 😀.jpg"),
        ("foto\u202egpj.exe", "fotogpj.jpg"),
        ("a\r\nSet-Cookie: x.jpg", "a Set-Cookie: x.jpg"),
        ("3578011204900001.jpg", "berkas.jpg"),
        ("KTP_3578 0112 0490 0001.jpg", "berkas.jpg"),
        ("\u200b.jpg", "berkas.jpg"),
        ("", "berkas.jpg"),
        (".htaccess", "berkas.jpg"),
    ],
)
def test_a_name_is_cleaned_and_bears_the_true_ending(given_name: str, shown: str) -> None:
    assert shown_name(given_name, "jpg") == shown


@given(st.text())
def test_any_name_can_be_shown(given_name: str) -> None:
    shown = shown_name(given_name, "pdf")
    assert shown.endswith(".pdf")
    assert len(shown) <= LONGEST
    assert "\n" not in shown
    assert not has_nik(shown)
