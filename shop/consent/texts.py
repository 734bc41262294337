"""The dated words that people agree to; a consent names the version it was given to, so versions are only added."""

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

_ENDINGS = ("Izin ini boleh Anda cabut", "You may withdraw this consent")
SOURCE = Path(__file__).parent / "texts.json"


@dataclass(frozen=True, slots=True)
class ConsentText:
    """What one purpose means, in one language; `version` is the date from which these words were used."""

    version: str
    title: str
    body: str

    @property
    def parts(self) -> tuple[str, str]:
        """What is allowed, and the ending that all texts share: how to take it back and what then happens."""
        starts = [place for opening in _ENDINGS if (place := self.body.find(opening)) > 0]
        end = min(starts, default=len(self.body))
        return self.body[:end].strip(), self.body[end:]


def consent_text(purpose: str, lang: str, version: str | None = None) -> ConsentText:
    """The words of one purpose, the newest unless a version is named; KeyError for what was never written."""
    versions = {entry["version"]: entry for entry in _texts()[purpose]}
    chosen = version or max(versions)
    words = versions[chosen][lang]
    return ConsentText(chosen, words["title"], words["body"])


def version_on(purpose: str, day: date) -> str:
    """The version whose words were used on a day; the first one for days before it."""
    versions = sorted(str(entry["version"]) for entry in _texts()[purpose])
    return max((one for one in versions if one <= day.isoformat()), default=versions[0])


@cache
def _texts() -> dict[str, list[dict[str, Any]]]:
    texts: dict[str, list[dict[str, Any]]] = json.loads(SOURCE.read_text(encoding="utf-8"))
    return texts
