"""The whole way: queries as people type them, against a small shop of every kind."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from shop.catalogue.search_text import Places, ReadQuery, read_query, vocabulary
from shop.platform.search_index import Query, Result, SearchIndex
from tests.catalogue.search_text.sample import documents

QUERIES = json.loads((Path(__file__).parent.parent / "search_queries.json").read_text(encoding="utf-8"))
SHOP = documents()
KIND = {document.id: document.kind for document in SHOP}
PLACES = Places({"Kabupaten Bojonegoro": "35.22", "Kabupaten Tuban": "35.23", "Kota Bandung": "32.73"})


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchIndex]:
    index = SearchIndex(tmp_path_factory.mktemp("search") / "index")
    index.rebuild(SHOP)
    yield index
    index.close()


def read(index: SearchIndex, text: str) -> ReadQuery:
    return read_query(text, vocabulary(), PLACES, index.reader().has_word)


def search(index: SearchIndex, text: str) -> Result:
    return index.search(Query(text=read(index, text).text))


def kinds(index: SearchIndex, text: str) -> list[str]:
    return [KIND[number] for number in search(index, text).ids]


def test_the_collected_queries_find_a_wanted_kind_first(index: SearchIndex) -> None:
    missed = [
        (query["q"], found[:3])
        for query in QUERIES
        if (found := kinds(index, query["q"]))[:1] != [] or query["want"]
        if found[:1] == [] or found[0] not in query["want"]
    ]
    assert len(missed) <= len(QUERIES) * 0.03, missed


def test_what_the_shop_does_not_have_is_honestly_empty(index: SearchIndex) -> None:
    for text in ("helm sni", "sepatu sekolah", "kursi roda", "???", "日本"):
        assert search(index, text).total == 0, text


def test_a_wide_query_shows_all_its_kinds_on_the_first_page(index: SearchIndex) -> None:
    assert {"batik_tulis", "batik_cap"} <= set(kinds(index, "kain batik 2 meter")[:24])
    assert {"batik_tulis", "batik_cap"} <= set(kinds(index, "membatik")[:24])


def test_everything_asked_for_comes_before_a_part_of_it(index: SearchIndex) -> None:
    assert not search(index, "masker batik").partial
    assert set(kinds(index, "masker batik")) == {"mask_cloth"}
    assert search(index, "masker batik").total < search(index, "masker").total
    assert search(index, "mukena").total == 1
    assert search(index, "masker kulit buaya").partial
    assert kinds(index, "masker kulit buaya")[0] == "mask_cloth"


def test_a_place_is_asked_for_by_region_or_word(index: SearchIndex) -> None:
    found = search(index, "batik bojonegoro")
    assert found.total > 0
    assert {SHOP[number - 1].regency for number in found.ids} == {"35.22"}


def test_words_about_people_change_nothing(index: SearchIndex) -> None:
    assert search(index, "masker karya difabel").ids == search(index, "masker").ids
    assert search(index, "penyandang disabilitas").total == len(SHOP)


def test_a_begun_last_word_finds_already(index: SearchIndex) -> None:
    assert kinds(index, "pelamp")[0] == "life_vest"
    assert kinds(index, "kain gedh")[0] == "batik_tulis"


def test_a_word_that_only_products_know_stays_as_it_is(index: SearchIndex) -> None:
    found = read(index, "keripik nastar")
    assert found.corrected is None
    assert read(index, "telaga bandeng").corrected is None
