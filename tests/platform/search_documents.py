"""Documents for the tests of the search index."""

from typing import Any

from shop.platform.search_index import Document, TermGroup, Text

BASE: dict[str, Any] = {
    "kind": "bag",
    "category": "rumah-dan-tas",
    "province": "35",
    "regency": "35.22",
    "producer": "p1",
    "stock": "po",
    "base": "piece",
    "lead_days": 7,
    "capacity_free": 100,
    "moq": 1,
}


def document(number: int, name: str = "tas kain", **given: Any) -> Document:
    facts = {"name": name, "unit_price": number * 1000, "newest": number, **BASE, **given}
    return Document(id=number, **facts)


def words(*given: str, **more: Any) -> Text:
    return Text(tuple(TermGroup((word,)) for word in given), **more)
