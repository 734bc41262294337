"""Words that want a paper are found however they are written."""

from datetime import date

import pytest

from shop.catalogue.honesty import Paper, flagged_words
from shop.catalogue.reference import read_reference
from shop.catalogue.types import CertificateStatus, CertificateType

TODAY = date(2026, 11, 22)
VESTS = {"flagged_words": ["SOLAS", "SNI", "bersertifikat", "dijamin aman"]}


@pytest.mark.parametrize(
    "text",
    [
        "Rompi bersertifikat SNI",
        "Rompi ber\u200bsertifikat S\u200bNI",
        "bеrsеrtifikаt ЅNІ",
        "Bersertif1kat, (SＮI)",
        "B\u00e9rsertifikat S\u2060N\u202eI",
    ],
)
def test_a_claim_is_found_in_whichever_letters_it_was_written(text: str) -> None:
    assert flagged_words(VESTS, (), TODAY, "Rompi", text) == ["SNI", "bersertifikat"]


def test_a_word_in_foreign_letters_goes_to_staff_even_where_it_is_not_known() -> None:
    assert flagged_words(VESTS, (), TODAY, "Rompi", "tеrbаik dan tеrbаik, ꓢꓠꓲ") == ["tеrbаik", "ꓢꓠꓲ"]
    assert flagged_words({}, (), TODAY, "Lukisan", "tеrbаik") == ["tеrbаik"]


@pytest.mark.parametrize("claim", ["kebal kuman", "menangkal virus corona", "ber-SNI", "MENYEMBUHKAN diabetes"])
def test_no_goods_of_any_kind_claim_health_or_papers_unseen(claim: str) -> None:
    assert flagged_words({}, (), TODAY, "Kaos sablon", f"Katun 30s, {claim}.")


@pytest.mark.parametrize("text", ["seni rupa, disni, sertifikat", "Ukuran 50 μm", "ꦧꦠꦶꦏ꧀ باتيق", "👩‍🍳 enak"])
def test_honest_words_pass(text: str) -> None:
    assert flagged_words(VESTS, (), TODAY, "Rompi", text) == []


def test_a_verified_paper_excuses_its_own_words() -> None:
    paper = Paper(CertificateType.SNI, CertificateStatus.VERIFIED, "1", date(2027, 1, 1))
    assert flagged_words(VESTS, [paper], TODAY, "SNI", "bersertifikat, SOLAS, ЅNІ") == ["SOLAS"]


def test_no_promise_of_safety_passes_for_a_life_vest() -> None:
    rules = next(row for row in read_reference("kinds") if row["code"] == "life_vest")
    for claim in ("Menjamin keselamatan Anda", "keselamatan terjamin", "tidak akan tenggelam", "menyelamatkan nyawa"):
        assert flagged_words(rules, (), TODAY, "Rompi pelampung", f"Busa PE, {claim}."), claim
    assert flagged_words(rules, (), TODAY, "Rompi pelampung", "Tali selangkang, dipakai bersama orang dewasa.") == []
