"""The search index: a folder of generations that one process writes and all read; it knows documents, not products."""

from pathlib import Path

from shop.platform.search_index.documents import Document
from shop.platform.search_index.generations import IndexBusy, IndexUnavailable
from shop.platform.search_index.index import SearchIndex
from shop.platform.search_index.queries import BadKey, Filter, Hint, Query, Range, Sort, TermGroup, Text
from shop.platform.search_index.searching import Result, Snapshot

__all__ = [
    "BadKey",
    "Document",
    "Filter",
    "Hint",
    "IndexBusy",
    "IndexUnavailable",
    "Query",
    "Range",
    "Result",
    "SearchIndex",
    "Snapshot",
    "Sort",
    "TermGroup",
    "Text",
    "configure",
    "current",
]

_configured: dict[str, SearchIndex] = {}


def configure(folder: Path) -> SearchIndex:
    """Make the index in `folder` the one of this process; the former one is closed."""
    former = _configured.get("index")
    if former is not None:
        if former.folder == folder:
            return former
        former.close()
    _configured["index"] = SearchIndex(folder)
    return _configured["index"]


def current() -> SearchIndex:
    """The index of this process; IndexUnavailable before `configure`."""
    if "index" not in _configured:
        raise IndexUnavailable("no search index was configured")
    return _configured["index"]
