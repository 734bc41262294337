"""The region table that comes with the shop."""

import gzip
from collections import Counter

import pytest

from shop.regions.reading import TABLE, place_words, read_regions, short_name


def test_the_table_holds_the_whole_country_down_to_districts() -> None:
    assert Counter(row.level for row in read_regions()) == {"province": 38, "regency": 514, "district": 7285}


def test_every_place_follows_its_parent() -> None:
    seen: set[str] = set()
    for row in read_regions():
        assert row.parent is None or row.parent in seen
        assert (row.parent is None) == (row.level == "province")
        seen.add(row.code)
    assert len(seen) == 7837


def test_codes_are_dotted_and_names_are_in_proper_case() -> None:
    names = {row.code: row.name for row in read_regions()}
    assert names["31"] == "DKI Jakarta"
    assert names["34"] == "DI Yogyakarta"
    assert names["35"] == "Jawa Timur"
    assert names["35.22"] == "Kabupaten Bojonegoro"
    assert names["35.22.01"] == "Ngraho"
    assert names["35.78"] == "Kota Surabaya"


def test_the_table_carries_no_time_so_that_making_it_again_gives_the_same_bytes() -> None:
    packed = TABLE.read_bytes()
    assert packed[4:8] == b"\0\0\0\0"
    assert gzip.decompress(packed).startswith(b"code,name,level,parent\n")


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Kabupaten Bojonegoro", "Kab. Bojonegoro"),
        ("Kabupaten Administrasi Kepulauan Seribu", "Kab. Kepulauan Seribu"),
        ("Kota Administrasi Jakarta Selatan", "Kota Jakarta Selatan"),
        ("Kota Surabaya", "Kota Surabaya"),
        ("Jawa Timur", "Jawa Timur"),
    ],
)
def test_short_names_fit_on_a_card(name: str, short: str) -> None:
    assert short_name(name) == short


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Kabupaten Bojonegoro", {"bojonegoro", "kab bojonegoro", "kabupaten bojonegoro"}),
        ("Kota Surabaya", {"surabaya", "kota surabaya"}),
        ("Jawa Timur", {"jawa timur", "jatim"}),
        ("DI Yogyakarta", {"di yogyakarta", "yogyakarta", "yogya", "jogja", "jogjakarta", "diy"}),
        ("Ra'as", {"raas"}),
        ("Konda/Kondaga", {"konda", "kondaga"}),
        ("Misool (Misool Utara)", {"misool", "misool utara"}),
        ("Kota", {"kota"}),
    ],
)
def test_places_are_found_by_the_words_people_type(name: str, words: set[str]) -> None:
    assert place_words(name) == words


def test_a_doubled_name_is_also_found_written_as_one_word() -> None:
    assert {"toli toli", "tolitoli", "kab toli toli"} <= place_words("Kabupaten Toli-Toli")


def test_a_city_of_jakarta_is_found_by_its_everyday_name() -> None:
    assert {"jakarta selatan", "jaksel", "kota jakarta selatan"} <= place_words("Kota Administrasi Jakarta Selatan")


def test_a_district_named_like_a_city_keeps_its_whole_name() -> None:
    assert place_words("Kota Baru", level="district") == {"kota baru"}


def test_every_place_has_a_word_to_be_found_by() -> None:
    assert all(place_words(row.name, level=row.level) for row in read_regions())
