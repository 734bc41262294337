"""How the shop reads what people type: normal spelling, its own words, kinds, amounts and places; no database."""

from shop.catalogue.search_text.loading import vocabulary
from shop.catalogue.search_text.places import Places
from shop.catalogue.search_text.reading import ReadQuery, read_query
from shop.catalogue.search_text.tokens import document_words, kind_words
from shop.catalogue.search_text.vocabulary import Vocabulary

__all__ = [
    "Places",
    "ReadQuery",
    "Vocabulary",
    "document_words",
    "kind_words",
    "read_query",
    "vocabulary",
]
