"""Pages, the API and handlers read by the queries of features; of the session they only begin and end transactions."""

import re

import pytest

from tests.architecture.sources import SHOP, expect_none, python_files, short

EDGES = (SHOP / "web", SHOP / "api", SHOP / "worker" / "handlers")
READS = re.compile(r"\bdb\.session\.(get|get_one|scalar|scalars|execute|query|connection|refresh)\(")


def test_edges_reach_no_table_past_the_queries() -> None:
    at_edges = [path for path in python_files() if any(edge in path.parents for edge in EDGES)]
    assert at_edges
    expect_none(short(path) for path in at_edges if READS.search(path.read_text()))


@pytest.mark.parametrize(("source", "reads"), [("db.session.get_one(Quote, 1)", True), ("db.session.commit()", False)])
def test_a_read_is_seen(source: str, reads: bool) -> None:
    assert bool(READS.search(source)) is reads
