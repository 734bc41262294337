"""The search index: generations, one writer, and readers that follow."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from shop.platform import search_index
from shop.platform.search_index import Document, Filter, IndexBusy, IndexUnavailable, Query, SearchIndex
from tests.platform.search_documents import document, words


@pytest.fixture
def index(tmp_path: Path) -> Iterator[SearchIndex]:
    index = SearchIndex(tmp_path / "index", clock=lambda: 0.0)
    yield index
    index.close()


def test_a_missing_index_is_unavailable(index: SearchIndex) -> None:
    with pytest.raises(IndexUnavailable):
        index.search(Query())
    with pytest.raises(IndexUnavailable):
        index.write([document(1)])


def test_a_broken_index_is_unavailable_and_a_rebuild_heals_it(index: SearchIndex) -> None:
    index.rebuild([document(1)])
    generation = index.folder / (index.folder / "CURRENT").read_text()
    (generation / "meta.json").write_text("{")
    with pytest.raises(IndexUnavailable):
        index.search(Query())
    with pytest.raises(IndexUnavailable):
        index.write([document(1)])
    index.rebuild([document(1)])
    assert index.search(Query()).ids == (1,)


def test_an_index_of_another_version_is_unavailable(index: SearchIndex) -> None:
    index.rebuild([document(1)])
    (index.folder / "CURRENT").write_text("v0-1-a")
    with pytest.raises(IndexUnavailable, match="version"):
        index.search(Query())


def test_a_rebuild_swaps_the_generation_deletes_the_old_one_and_tells_how_far_it_is(index: SearchIndex) -> None:
    told: list[int] = []
    index.rebuild([document(1)])
    assert index.search(Query()).ids == (1,)
    assert index.rebuild((document(n) for n in range(2, 1503)), told.append) == 1501
    assert told == [1000, 1501]
    assert index.search(Query()).total == 1501
    assert len(list(index.folder.glob("v*-*"))) == 1


def test_the_least_of_a_number_is_told_for_what_a_query_finds(index: SearchIndex) -> None:
    index.rebuild([document(1, lead_days=9), document(2, lead_days=4), document(3, lead_days=1, kind="coffee")])
    assert index.reader().least(Query(filters=(Filter("kind", ("bag",)),)), "lead_days") == 4
    assert index.reader().least(Query(filters=(Filter("kind", ("none",)),)), "lead_days") is None


def test_a_batch_replaces_and_removes_documents(index: SearchIndex) -> None:
    index.rebuild([document(1), document(2)])
    index.write([document(2, "tas baru"), document(3)], deletes=[1])
    index.write([document(4)])
    index.write([], deletes=[4])
    index.refresh()
    assert sorted(index.search(Query()).ids) == [2, 3]
    assert index.search(Query(text=words("baru"))).ids == (2,)


def test_a_reader_looks_for_changes_once_a_second(tmp_path: Path) -> None:
    now = [0.0]
    reader = SearchIndex(tmp_path, clock=lambda: now[0])
    writer = SearchIndex(tmp_path)
    writer.rebuild([document(1)])
    assert reader.search(Query()).total == 1
    writer.write([document(2)])
    now[0] = 0.9
    assert reader.search(Query()).total == 1
    now[0] = 1.0
    assert reader.search(Query()).total == 2
    writer.rebuild([document(n) for n in range(1, 6)])
    now[0] = 2.0
    assert reader.search(Query()).total == 5
    writer.close()


def test_an_unchanged_index_keeps_its_worked_out_answers(tmp_path: Path) -> None:
    now = [0.0]
    index = SearchIndex(tmp_path, clock=lambda: now[0])
    index.rebuild([document(1)])
    before = index.search(Query())
    now[0] = 5.0
    assert index.search(Query()) is before


def test_a_second_writer_is_told_that_the_index_is_busy(index: SearchIndex) -> None:
    index.rebuild([document(1)])
    index.write([document(2)])
    other = SearchIndex(index.folder)
    with pytest.raises(IndexBusy, match="another process"):
        other.write([document(3)])


def test_nobody_writes_while_the_index_is_rebuilt(index: SearchIndex) -> None:
    index.rebuild([document(1)])
    other = SearchIndex(index.folder)

    def documents() -> Iterator[Document]:
        with pytest.raises(IndexBusy, match="rebuilt"):
            other.write([document(3)])
        yield document(1)

    index.rebuild(documents())
    other.write([document(3)])
    index.refresh()
    assert index.search(Query()).total == 2
    other.close()


def test_a_batch_that_fails_leaves_nothing_behind(index: SearchIndex) -> None:
    index.rebuild([document(1)])
    with pytest.raises(ValueError, match="does not fit"):
        index.write([document(2), document(1 << 28)])
    index.write([document(3)])
    index.refresh()
    assert sorted(index.search(Query()).ids) == [1, 3]


def test_a_process_has_one_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_index, "_configured", {})
    with pytest.raises(IndexUnavailable):
        search_index.current()
    first = search_index.configure(tmp_path / "a")
    assert search_index.configure(tmp_path / "a") is first
    assert search_index.configure(tmp_path / "b") is search_index.current()
    assert search_index.current() is not first
