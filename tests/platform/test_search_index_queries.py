"""What the search index answers: pages by key, filters, counts, and everything asked for before a part of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from shop.platform.search_index import BadKey, Filter, Hint, Query, Range, SearchIndex, Sort, TermGroup, Text
from tests.platform.search_documents import document, words


@pytest.fixture
def index(tmp_path: Path) -> Iterator[SearchIndex]:
    index = SearchIndex(tmp_path / "index", clock=lambda: 0.0)
    yield index
    index.close()


@pytest.mark.parametrize(
    ("sort", "first"),
    [(Sort.NEWEST, 59), (Sort.PRICE, 1), (Sort.PRICE_DOWN, 59), (Sort.RELEVANCE, 60)],
)
def test_pages_follow_each_other_by_key_in_every_order(index: SearchIndex, sort: Sort, first: int) -> None:
    plain = [document(n) for n in range(1, 60)]
    index.rebuild([*plain, document(60, unit_price=None, newest=0, quality=900)])
    query = Query(sort=sort, limit=24)
    seen: list[int] = []
    while True:
        result = index.search(query)
        assert result.total == 60
        seen += result.ids
        if result.next_key is None:
            break
        query = Query(sort=sort, limit=24, after=result.next_key)
    assert sorted(seen) == list(range(1, 61))
    assert seen[0] == first
    assert seen[-1] == 60 or sort is Sort.RELEVANCE


def test_ranked_pages_follow_each_other(index: SearchIndex) -> None:
    index.rebuild([document(n) for n in range(1, 31)])
    text = words("tas")
    first = index.search(Query(text=text))
    second = index.search(Query(text=text, after=first.next_key))
    assert sorted(first.ids + second.ids) == list(range(1, 31))
    assert second.next_key is None


def test_what_the_person_is_after_comes_whole_before_the_rest_over_all_pages(index: SearchIndex) -> None:
    index.rebuild([document(n, kind="bag" if n % 3 == 0 else "hat", quality=n) for n in range(1, 61)])
    text = Text((TermGroup(("tas",)),), (Hint("kind", "bag", 1.0, head=True),))
    seen: list[int] = []
    key: str | None = None
    for _ in range(8):
        page = index.search(Query(text=text, limit=8, after=key))
        seen += page.ids
        key = page.next_key
    assert key is None
    assert all(n % 3 == 0 for n in seen[:20])
    assert sorted(seen) == list(range(1, 61))
    assert index.search(Query(text=text, limit=8, after="a9000")).ids == ()


@pytest.mark.parametrize("key", ["", "x1", "a", "a-1", "a1e3", "s²", "a99999999999999999999", "a9999999999999999999"])
def test_a_key_that_was_never_given_is_refused(index: SearchIndex, key: str) -> None:
    index.rebuild([document(1)])
    with pytest.raises(BadKey):
        index.search(Query(sort=Sort.NEWEST, after=key))


def test_filters_are_or_inside_a_field_and_and_between_fields(index: SearchIndex) -> None:
    index.rebuild(
        [
            document(1, kind="bag", labels=("a", "b")),
            document(2, kind="coffee", labels=("b",)),
            document(3, kind="jamu", regency="35.23"),
        ]
    )
    kinds = Filter("kind", ("bag", "coffee"))
    assert index.search(Query(filters=(kinds,))).total == 2
    assert index.search(Query(filters=(kinds, Filter("label", ("a",))))).ids == (1,)
    assert index.search(Query(filters=(kinds, Filter("regency", ("35.23",))))).total == 0


def test_a_facet_is_counted_without_its_own_filter(index: SearchIndex) -> None:
    index.rebuild([document(1, stock="ready"), document(2, kind="coffee"), document(3, kind="coffee", stock="ready")])
    facets = ("kind", "stock")
    plain = index.search(Query(facets=facets)).facets
    assert plain == {"kind": {"bag": 1, "coffee": 2}, "stock": {"ready": 2, "po": 1}}
    chosen = index.search(Query(filters=(Filter("kind", ("bag",)),), facets=facets))
    assert chosen.facets == {"kind": {"bag": 1, "coffee": 2}, "stock": {"ready": 1}}
    assert chosen.total == 1


def test_numbers_are_limited_from_both_sides_and_a_missing_price_is_left_out(index: SearchIndex) -> None:
    index.rebuild([document(n, lead_days=n) for n in (1, 2, 3)] + [document(4, unit_price=None, lead_days=1)])
    assert sorted(index.search(Query(ranges=(Range("unit_price", 2000, 3000),))).ids) == [2, 3]
    assert sorted(index.search(Query(ranges=(Range("unit_price", None, 2000),))).ids) == [1, 2]
    assert sorted(index.search(Query(ranges=(Range("lead_days", None, 1),))).ids) == [1, 4]
    assert index.search(Query(ranges=(Range("lead_days"),))).total == 4


@pytest.mark.parametrize(
    "query", [Query(filters=(Filter("id", ("1",)),)), Query(ranges=(Range("id", 1),)), Query(facets=("name",))]
)
def test_unknown_fields_are_refused(index: SearchIndex, query: Query) -> None:
    index.rebuild([document(1)])
    with pytest.raises(ValueError, match="field"):
        index.search(query)


def test_all_words_are_wanted_first_and_some_when_nothing_has_all(index: SearchIndex) -> None:
    index.rebuild([document(1, "tas merah"), document(2, "tas biru"), document(3, "topi")])
    both = index.search(Query(text=words("tas", "merah")))
    assert (both.ids, both.partial) == ((1,), False)
    some = index.search(Query(text=words("tas", "ungu")))
    assert (sorted(some.ids), some.partial) == ([1, 2], True)
    assert index.search(Query(text=Text((TermGroup(("helm",)), TermGroup(("merah",), weak=True))))).total == 0
    assert index.search(Query(text=Text((TermGroup(("helm",), weak=True),)))).total == 0


def test_what_the_person_is_after_decides_whether_all_words_were_found(index: SearchIndex) -> None:
    index.rebuild(
        [
            document(1, "tas merah"),
            document(2, "topi biru", kind="hat", attributes="seperti tas"),
            document(3, "topi merah", kind="hat", quality=500),
        ]
    )
    hint = Hint("kind", "bag", 80.0, head=True)
    groups = (TermGroup(("tas",), (("kind", "bag"),)), TermGroup(("biru",), weak=True))
    found = index.search(Query(text=Text(groups, (hint,))))
    assert found.ids[0] == 1
    assert found.partial


def test_words_may_be_alternatives_several_begun_misspelt_or_optional(index: SearchIndex) -> None:
    index.rebuild([document(1, "jaket pelampung"), document(2, "rompi kerja"), document(3, "jaket kulit")])

    def found(*groups: TermGroup) -> list[int]:
        return sorted(index.search(Query(text=Text(groups))).ids)

    assert found(TermGroup(("jaket", "rompi"))) == [1, 2, 3]
    assert found(TermGroup(("jaket pelampung",))) == [1]
    assert found(TermGroup(("pelam",), prefix=True)) == [1]
    assert found(TermGroup(("pelanpung",), fuzzy=True)) == [1]
    assert found(TermGroup(("rompi",)), TermGroup(("jahit",), optional=True)) == [2]


def test_a_name_counts_more_than_a_description_and_quality_breaks_ties(index: SearchIndex) -> None:
    index.rebuild([document(1, "topi", description="tas"), document(2), document(3, quality=1000)])
    assert index.search(Query(text=words("tas"))).ids == (3, 2, 1)


def test_the_index_knows_the_words_of_its_names(index: SearchIndex) -> None:
    index.rebuild([document(1, "tas gedhog", description="rahasia")])
    assert index.reader().has_word("gedhog")
    assert not index.reader().has_word("rahasia")


def test_more_queries_than_are_remembered_are_answered_too(index: SearchIndex) -> None:
    index.rebuild([document(1)])
    for limit in range(1, 600):
        assert index.search(Query(limit=limit)).total == 1
