"""What is read out of a query: kinds, amounts, places, and what is left aside."""

import pytest

from shop.catalogue.search_text import Places, ReadQuery, read_query, vocabulary

PLACES = Places(
    {
        "Kabupaten Bojonegoro": "35.22",
        "Kota Bandung": "32.73",
        "Kabupaten Bandung": "32.04",
        "Kota Batu": "35.79",
        "Jawa Timur": "35",
        "Kabupaten": "99",
        "???": "98",
    }
)


def read(text: str) -> ReadQuery:
    return read_query(text, vocabulary(), PLACES)


def words(text: str) -> list[str]:
    return [group.words[0] for group in read(text).terms]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("seragam sd di bawah 100rb", None, 100_000),
        ("seragam dibawah Rp 100.000,-", None, 100_000),
        ("tas max 1,5jt", None, 1_500_000),
        ("kaos 50-100rb", 50_000, 100_000),
        ("kaos antara 50rb dan 100 ribu", 50_000, 100_000),
        ("kaos 100rb - 50rb", None, 100_000),
        ("batik di atas 200rb", 200_000, None),
        ("batik > 200rb < 1jt", 200_000, 1_000_000),
        ("masker 5rb", None, 5_000),
        ("masker 5000an", None, None),
        ("masker rp5000", None, 5_000),
        ("masker 20rban", None, 20_000),
        ("masker 20rbu", None, 20_000),
        ("masker min 12", None, None),
        ("masker rp1", None, None),
        ("masker rp1.2.3.4", None, None),
        ("kaos rp 1.2.3-100rb", None, 100_000),
        ("kaos 30s", None, None),
        ("kaos 10-20", None, None),
    ],
)
def test_prices_are_limits_and_not_words(text: str, low: int | None, high: int | None) -> None:
    found = read(text)
    assert (found.price_min, found.price_max) == (low, high)


@pytest.mark.parametrize(
    ("text", "quantity", "unit"),
    [
        ("pelampung renang 200 pcs", 200, "piece"),
        ("masker kain 1 lusin", 12, "piece"),
        ("selusin masker", 12, "piece"),
        ("3 kodi batik cap", 60, "piece"),
        ("1.200 stel seragam", 1200, "piece"),
        ("kain batik 2 meter", 2, "m"),
        ("kain batik 1,5 m", 2, "m"),
        ("jahe 250gr", 250, "g"),
        ("jahe 2 kg", 2000, "g"),
        ("nasi kotak 50 orang", 50, "person"),
        ("masker 3 lapis", None, None),
        ("potong rambut", None, None),
        ("masker 0 pcs", None, None),
        ("masker 99999999 pcs", None, None),
    ],
)
def test_quantities_are_counted_in_base_units(text: str, quantity: int | None, unit: str | None) -> None:
    found = read(text)
    assert (found.quantity, found.unit) == (quantity, unit)


def test_amounts_leave_the_words() -> None:
    assert words("seragam sd 200 pcs di bawah 100rb") == ["seragam", "sd"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("penjahit bojonegoro", {"35.22"}),
        ("tas kab bojonegoro", {"35.22"}),
        ("tas di bandung", {"32.73", "32.04"}),
        ("tas kota bandung", {"32.73"}),
        ("tas batu", set()),
        ("tas kota batu", {"35.79"}),
        ("tas dari batu", {"35.79"}),
        ("batik jawa timur", {"35"}),
    ],
)
def test_places_are_region_codes(text: str, codes: set[str]) -> None:
    found = read(text)
    assert set(found.places) == codes
    asked = {code for group in found.terms for field, code in group.exact if field != "kind"}
    assert asked == codes


def test_people_and_noise_are_left_aside() -> None:
    found = read("jual masker murah karya penyandang disabilitas")
    assert words(found.original) == ["masker"]
    assert {"jual", "murah", "penyandang", "disabilitas"} <= set(found.ignored)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("rompi proyek", "workwear"),
        ("rompi pelampung", "life_vest"),
        ("safety vest", "workwear"),
        ("safety vest laut", "life_vest"),
        ("hijab instan", "muslim_wear"),
        ("jahe instan", "ginger_instant"),
        ("masker batik", "mask_cloth"),
        ("kaos olahraga sekolah", "sports_uniform"),
        ("seragam olahraga", "sports_uniform"),
        ("snack box rapat", "catering"),
        ("snack", "snack"),
        ("tas sekolah", "bag"),
        ("jahit seragam sekolah", "school_uniform"),
        ("jasa jahit", "sewing_service"),
        ("masker bordir logo", "mask_cloth"),
        ("bordir logo", "embroidery_service"),
        ("batik kombinasi cap tulis", "batik_kombinasi"),
    ],
)
def test_words_that_collide_mean_what_stands_beside_them(text: str, kind: str) -> None:
    assert read(text).kinds_hint[0] == kind


def test_a_maker_s_trade_only_lifts_when_a_good_is_named() -> None:
    by_word = {group.words[0]: group for group in read("jahit seragam kantor").terms}
    assert by_word["jahit"].optional
    assert not read("jahit").terms[0].optional


def test_marks_and_colours_are_never_enough_alone() -> None:
    by_word = {group.words[0]: group for group in read("helm sni").terms}
    assert by_word["sni"].weak
    assert not by_word["helm"].weak


def test_unknown_words_may_be_misspelt_and_the_last_one_begun() -> None:
    first, last = read("karangwuni ngablak").terms
    assert (first.fuzzy, first.prefix) == (True, False)
    assert (last.fuzzy, last.prefix) == (False, True)
    assert read("qx").terms[0].prefix is False


def test_a_word_that_products_use_is_not_corrected() -> None:
    found = read_query("maskir", vocabulary(), PLACES, lambda word: word == "maskir")
    assert found.corrected is None
    assert found.terms[0].words[0] == "maskir"


@pytest.mark.parametrize(
    ("text", "groups"), [("", 0), ("  ", 0), ("jual", 0), ("200 pcs", 0), ("100rb", 0), ("???", 1)]
)
def test_nothing_asked_for_is_everything_but_mere_signs_are_not(text: str, groups: int) -> None:
    assert len(read(text).terms) == groups


def test_an_endless_query_is_cut() -> None:
    assert len(read("masker dewasa biru " * 500).terms) <= 16
