"""What the index keeps of one document, and the schema that it keeps it in."""

from dataclasses import dataclass
from typing import Final

import tantivy

VERSION: Final = "2"
"""Raise it whenever the schema or the meaning of a field changes: older generations then count as missing."""

TEXT_BOOSTS: Final = {
    "name": 3.0,
    "kind_words": 2.0,
    "attributes": 1.5,
    "producer_words": 1.5,
    "places": 1.0,
    "description": 0.5,
}
EXACT_FIELDS: Final = ("kind", "category", "province", "regency", "label", "producer", "stock", "base")
NUMBER_FIELDS: Final = ("unit_price", "lead_days", "capacity_free", "moq")
KEY_FIELDS: Final = ("newest_key", "quality_key", "cheap_key", "dear_key")

_ID_BITS: Final = 28
_PRICE_BITS: Final = 34
_NO_PRICE: Final = (1 << _PRICE_BITS) - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One thing to be found. Text fields hold words that are already normalised, separated by spaces.

    `unit_price` is whole rupiah per unit of `base`, None for a price by quotation; `newest` rises with time (seconds,
    at most 34 bits); `quality` is 0 to 1000.
    """

    id: int
    name: str
    kind_words: str = ""
    attributes: str = ""
    producer_words: str = ""
    places: str = ""
    description: str = ""
    kind: str
    category: str
    province: str
    regency: str
    labels: tuple[str, ...] = ()
    producer: str
    stock: str
    base: str
    unit_price: int | None
    lead_days: int
    capacity_free: int
    moq: int
    newest: int
    quality: int = 0


def build_schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("id", indexed=True, fast=True)
    for name in TEXT_BOOSTS:
        builder.add_text_field(name, tokenizer_name="words", index_option="freq")
    for name in EXACT_FIELDS:
        builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    for name in (*NUMBER_FIELDS, *KEY_FIELDS):
        builder.add_integer_field(name, indexed=False, fast=True)
    builder.add_float_field("weight", fast=True)
    return builder.build()


SCHEMA: Final = build_schema()


def prepare(index: tantivy.Index) -> tantivy.Index:
    """Give an index that was just opened the tokenizer that the schema names."""
    index.register_tokenizer("words", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
    return index


def stored(document: Document) -> tantivy.Document:
    row = tantivy.Document()
    row.add_integer("id", document.id)
    for name in TEXT_BOOSTS:
        row.add_text(name, getattr(document, name))
    for name in EXACT_FIELDS:
        if name != "label":
            row.add_text(name, getattr(document, name))
    for label in document.labels:
        row.add_text("label", label)
    _add_numbers(row, document)
    return row


def _add_numbers(row: tantivy.Document, document: Document) -> None:
    for name in NUMBER_FIELDS:
        value = getattr(document, name)
        if value is not None:
            row.add_integer(name, value)
    price = document.unit_price
    row.add_integer("newest_key", _key(document.newest, document.id))
    row.add_integer("quality_key", _key(document.quality, document.id))
    row.add_integer("cheap_key", _key(_NO_PRICE if price is None else price, document.id))
    row.add_integer("dear_key", _key(0 if price is None else price, document.id))
    row.add_float("weight", 1 + 0.03 * document.quality / 1000)


def _key(value: int, document_id: int) -> int:
    """One number that sorts by value and then by id, so that "after this one" is a range."""
    if not 0 < document_id < 1 << _ID_BITS:
        raise ValueError(f"document id {document_id} does not fit the index")
    return (min(max(value, 0), _NO_PRICE) << _ID_BITS) | document_id
