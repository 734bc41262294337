"""The words of a text as the index keeps them; the same path that queries take."""

from functools import lru_cache

from shop.catalogue.search_text.normalise import plain, tokens
from shop.catalogue.search_text.vocabulary import Vocabulary


def spelled(text: str, vocabulary: Vocabulary) -> list[str]:
    """The words of plain text in kept spelling, joined where they belong together."""
    whole = [vocabulary.kept(vocabulary.abbreviations.get(word, word)) for word in tokens(text)]
    return vocabulary.join(whole)


def document_words(*texts: str, vocabulary: Vocabulary) -> str:
    """What a text field of a Document holds: its words, and behind a word with affixes the word without them."""
    kept: list[str] = []
    for text in texts:
        words = vocabulary.join(vocabulary.kept(word) for word in tokens(plain(text)))
        kept += [_with_root(word, vocabulary) for word in words]
    return " ".join(kept)


@lru_cache(maxsize=50_000)  # texts of a shop repeat their words; stripping affixes is most of the cost of a document
def _with_root(word: str, vocabulary: Vocabulary) -> str:
    root = None if vocabulary.knows(word) else vocabulary.stem(word)
    return word if root is None else f"{word} {root}"


def kind_words(kind: str, *names: str, vocabulary: Vocabulary) -> str:
    """What `Document.kind_words` holds: the vocabulary's words for the kind, and names of it and its category."""
    return document_words(vocabulary.kind_words.get(kind, ""), *names, vocabulary=vocabulary)
