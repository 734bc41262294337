"""Suggestions while somebody types: words that mean a kind, then names of products."""

from collections.abc import Callable, Sequence

from shop.catalogue.search_text.normalise import plain
from shop.catalogue.search_text.tokens import spelled
from shop.catalogue.search_text.vocabulary import Vocabulary

Titles = Callable[[Sequence[str], int], Sequence[str]]
"""Gives names of products with all these words, the last perhaps only begun: `SearchIndex.reader().titles`."""


def suggest(prefix: str, limit: int, vocabulary: Vocabulary, titles: Titles) -> list[str]:
    """At most `limit` suggestions, half of them phrases of the vocabulary where there are enough names."""
    words = spelled(plain(prefix[:60]), vocabulary)
    if not words:
        return []
    begun = " ".join(words)
    phrases = [phrase for phrase in vocabulary.phrases if phrase.startswith(begun)]
    phrases += [phrase for phrase in vocabulary.phrases if f" {begun}" in phrase and phrase not in phrases]
    names = list(titles(words, limit))
    wanted = max(limit - len(names), limit // 2)
    merged = {plain(text): text for text in reversed([*phrases[:wanted], *names])}
    return list(reversed(merged.values()))[:limit]
