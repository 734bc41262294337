"""Honesty labels in words: what a product is not, which papers it has, what must still be asked."""

from collections.abc import Iterable

from shop.catalogue.honesty import Told
from shop.text.language import SOURCE_LANGUAGE, current_language, gettext

_PAPERS = {"pirt": "P-IRT", "bpom": "BPOM", "halal": "Halal", "sni": "SNI", "hubla": "Hubla"}


def paper_name(kind: str) -> str:
    """The everyday name of a certificate."""
    return gettext("Laporan uji") if kind == "test_report" else _PAPERS[kind]


def label(told: Told) -> str:
    """The few words of one label."""
    if told.words:
        return told.words["label_id" if current_language() == SOURCE_LANGUAGE else "label_en"]
    name = paper_name(str(told.paper.type)) if told.paper else ""
    return name if told.tone == "verified" else gettext("%(paper)s: dalam proses", paper=name)


def explanation(told: Told) -> str:
    """The sentence behind a label of a kind's rules; empty for papers, which have number and date instead."""
    return told.words.get("text_id" if current_language() == SOURCE_LANGUAGE else "text_en", "")


def labels(all_told: Iterable[Told]) -> list[tuple[str, str]]:
    """Labels as (tone, words), verified papers gathered in one: Halal · P-IRT."""
    found: list[tuple[str, str]] = []
    for told in all_told:
        words = label(told)
        if told.tone == "verified" and found and found[-1][0] == "verified":
            found[-1] = ("verified", f"{found[-1][1]} · {words}")
        else:
            found.append((told.tone, words))
    return found
