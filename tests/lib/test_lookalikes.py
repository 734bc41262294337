"""Words are compared as a reader sees them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shop.lib.lookalikes import as_seen, disguised_words


@pytest.mark.parametrize(
    "written",
    [
        "BERSERTIFIKAT",
        "ber\u200bserti\u00adfikat",
        "bеrsеrtifikаt",
        "bérsertifíkat",
        "Ｂｅｒｓｅｒｔｉｆｉｋａｔ",
        "𝐛𝐞𝐫𝐬𝐞𝐫𝐭𝐢𝐟𝐢𝐤𝐚𝐭",
        "ʙᴇʀsᴇʀᴛɪғɪᴋᴀᴛ",
        "🅱🅴🆁🆂🅴🆁🆃🅸🅵🅸🅺🅰🆃",
        "bers\u0307ert1f1kat",
    ],
)
def test_a_word_is_the_same_in_whichever_letters_it_was_written(written: str) -> None:
    assert as_seen(written) == as_seen("bersertifikat")


@pytest.mark.parametrize("written", ["ЅΝІ", "SΝI", "🇸🇳🇮", "Ｓ\u200dＮＩ"])
def test_a_mark_is_the_same_in_whichever_letters_it_was_written(written: str) -> None:
    assert as_seen(written) == as_seen("SNI")


def test_words_that_look_different_stay_different() -> None:
    assert len({as_seen(word) for word in ("halal", "hilal", "obat", "ubat", "sni", "seni")}) == 6


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rompi bеrsеrtifikаt resmi", ["bеrsеrtifikаt"]),
        ("ꓢꓠꓲ", ["ꓢꓠꓲ"]),
        ("S\u200bЅNІ", ["SЅNІ"]),
        ("50 μm, 3 kΩ, α-keratin, 2 µl", []),
        ("باتيق توليس ꦧꦠꦶꦏ꧀ 手工 kain", []),
        ("Ma'rifah é ñ Ø ß", []),
    ],
)
def test_only_words_in_letters_that_pass_for_latin_ones_are_disguised(text: str, found: list[str]) -> None:
    assert disguised_words(text) == found


@given(st.text())
def test_any_text_can_be_compared(text: str) -> None:
    assert isinstance(as_seen(text), str)
    assert isinstance(disguised_words(text), list)
