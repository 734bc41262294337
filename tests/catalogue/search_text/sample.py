"""A small shop of every kind, to be searched: names as makers write them, with words that collide across kinds."""

import csv
from pathlib import Path

from shop.catalogue.search_text import document_words, kind_words, vocabulary
from shop.platform.search_index import Document


def documents() -> list[Document]:
    """Some eighty documents, up to five of a kind."""
    with (Path(__file__).parent / "sample.csv").open(encoding="utf-8", newline="") as file:
        return [document(number, **row) for number, row in enumerate(csv.DictReader(file), start=1)]


def document(number: int, kind: str, category: str, title: str, attributes: str) -> Document:
    words = vocabulary()
    regency = ("35.22", "35.23", "36.04", "32.73")[number % 4]
    place = {"35.22": "Bojonegoro", "35.23": "Tuban", "36.04": "Serang", "32.73": "Bandung"}[regency]
    return Document(
        id=number,
        name=document_words(title, vocabulary=words),
        kind_words=kind_words(kind, kind.replace("_", " "), category, vocabulary=words),
        attributes=document_words(attributes, vocabulary=words),
        producer_words=document_words("Konveksi Telaga Bandeng", vocabulary=words),
        places=document_words(place, vocabulary=words),
        description=document_words("Dibuat rapi, bisa pesan warna dan ukuran lain.", vocabulary=words),
        kind=kind,
        category=category,
        province=regency[:2],
        regency=regency,
        producer=f"p{number % 9}",
        stock="po",
        base="piece",
        unit_price=5000 + 997 * number,
        lead_days=7,
        capacity_free=100,
        moq=1,
        newest=number,
        quality=number * 37 % 1000,
    )
