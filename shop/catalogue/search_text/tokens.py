"""The words of a text as the index keeps them; the same path that queries take."""

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
        for word in vocabulary.join(vocabulary.kept(word) for word in tokens(plain(text))):
            kept.append(word)
            root = None if vocabulary.knows(word) else vocabulary.stem(word)
            if root is not None:
                kept.append(root)
    return " ".join(kept)


def kind_words(kind: str, *names: str, vocabulary: Vocabulary) -> str:
    """What `Document.kind_words` holds: the vocabulary's words for the kind, and names of it and its category."""
    return document_words(vocabulary.kind_words.get(kind, ""), *names, vocabulary=vocabulary)
