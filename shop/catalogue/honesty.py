"""What is told beside the price: limits, verified papers, facts; and whether compulsory papers are in order.

Pure: works on a kind's rules and on certificates as plain facts.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from shop.catalogue.types import CertificateStatus, CertificateType
from shop.lib.lookalikes import as_seen, disguised_words

Tone = Literal["limit", "verified", "fact"]
CLAIMS = (
    *("virus", "antivirus", "corona", "korona", "covid", "kuman", "bakteri", "antibakteri", "menangkal", "penangkal"),
    *("kebal", "menyembuhkan", "mengobati", "mujarab", "tanpa efek samping", "kanker", "diabetes", "kolesterol"),
    *("stroke", "darah tinggi", "asam urat", "pelangsing"),
    *("SNI", "BPOM", "P-IRT", "PIRT", "halal", "bersertifikat", "certified"),
)
"""Claims on health and papers that goods of no kind make before staff read them (domain.md, parts 1 and 3)."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A certificate as far as rules go."""

    type: CertificateType
    status: CertificateStatus
    number: str | None = None
    expires_on: date | None = None

    def is_live(self, today: date) -> bool:
        """Verified and in date."""
        in_date = self.expires_on is None or self.expires_on >= today
        return self.status is CertificateStatus.VERIFIED and in_date


@dataclass(frozen=True, slots=True)
class Told:
    """One honesty label: its code and tone, words where the kind's rules give them, the paper it speaks of."""

    code: str
    tone: Tone
    words: Mapping[str, str] = field(hash=False)
    acknowledge: bool = False
    paper: Paper | None = None


def told(rules: Mapping[str, Any], papers: Iterable[Paper], today: date) -> list[Told]:
    """Everything that must or may be told of a product, limits first.

    A paper in process says on its own that there is none yet; only a limit to be acknowledged stays beside it.
    """
    known = list(papers)
    waiting = {str(paper.type) for paper in known if paper.status is CertificateStatus.IN_PROCESS}
    found = [
        _from_rule(rule)
        for rule in rules.get("honesty", ())
        if _applies(rule, known, today) and (rule["acknowledge"] or not waiting & set(rule["certificates"].split("|")))
    ]
    for paper in known:
        if paper.is_live(today):
            found.append(Told(f"{paper.type}_verified", "verified", {}, paper=paper))
        elif paper.status is CertificateStatus.IN_PROCESS:
            found.append(Told(f"{paper.type}_in_process", "fact", {}, paper=paper))
    return sorted(found, key=lambda one: ("limit", "verified", "fact").index(one.tone))


def papers_in_order(rules: Mapping[str, Any], papers: Iterable[Paper], today: date) -> bool:
    """Whether the compulsory papers of a kind are verified and in date."""
    live = {str(paper.type) for paper in papers if paper.is_live(today)}
    always = [rule for rule in rules.get("papers", ()) if rule["when"] == "always"]
    return all(live & set(rule["certificate"].split("|")) for rule in always)


def flagged_words(rules: Mapping[str, Any], papers: Iterable[Paper], today: date, *texts: str) -> list[str]:
    """Words that want a verified paper or a decision of staff, of the kind or of any, as a reader sees them.

    Also words that disguise themselves with letters of another script, as they were written.
    """
    own = {_plain(word): word for word in rules.get("flagged_words", ())}
    words = {word: plain for plain, word in {**{_plain(one): one for one in CLAIMS}, **own}.items()}
    live = {str(paper.type) for paper in papers if paper.is_live(today)}
    excused = {_plain(word) for kind, names in _PAPER_WORDS.items() if kind in live for word in names}
    spoken = f" {_plain(' '.join(texts))} "
    found = [word for word, plain in words.items() if f" {plain} " in spoken and plain not in excused]
    known = set(words.values())
    disguised = [word for word in disguised_words(" ".join(texts)) if _plain(word) not in known]
    return [*found, *dict.fromkeys(disguised)]


_PAPER_WORDS = {
    "halal": ("halal",),
    "bpom": ("bpom",),
    "pirt": ("p irt", "pirt"),
    "sni": ("sni", "bersertifikat", "certified"),
    "hubla": ("solas", "kemenhub", "hubla", "bki", "bersertifikat", "certified"),
}


def _plain(text: str) -> str:
    return " ".join("".join(letter if letter.isalnum() else " " for letter in as_seen(text)).split())


def _applies(rule: Mapping[str, Any], papers: list[Paper], today: date) -> bool:
    if rule["when"] == "always":
        return True
    wanted = set(rule["certificates"].split("|"))
    return not any(str(paper.type) in wanted and paper.is_live(today) for paper in papers)


def _from_rule(rule: Mapping[str, Any]) -> Told:
    words = {name: rule[name] for name in ("label_id", "label_en", "text_id", "text_en")}
    return Told(rule["code"], rule["tone"], words, bool(rule["acknowledge"]))
