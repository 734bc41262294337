"""Reads the region table that comes with the shop, and words places as people write and search them."""

import csv
import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

LevelName = Literal["province", "regency", "district"]

TABLE = Path(__file__).parent / "data" / "regions.csv.gz"

SHORT_FORMS = (
    ("Kabupaten Administrasi ", "Kab. "),
    ("Kabupaten ", "Kab. "),
    ("Kota Administrasi ", "Kota "),
)

EVERYDAY_NAMES = {
    "di yogyakarta": ("diy", "jogja", "jogjakarta", "yogya", "yogyakarta"),
    "dki jakarta": ("dki", "jakarta", "jkt"),
    "jakarta barat": ("jakbar",),
    "jakarta pusat": ("jakpus",),
    "jakarta selatan": ("jaksel",),
    "jakarta timur": ("jaktim",),
    "jakarta utara": ("jakut",),
    "jawa barat": ("jabar",),
    "jawa tengah": ("jateng",),
    "jawa timur": ("jatim",),
    "kalimantan barat": ("kalbar",),
    "kalimantan selatan": ("kalsel",),
    "kalimantan tengah": ("kalteng",),
    "kalimantan timur": ("kaltim",),
    "kalimantan utara": ("kaltara",),
    "kepulauan bangka belitung": ("babel", "bangka belitung"),
    "kepulauan riau": ("kepri",),
    "maluku utara": ("malut",),
    "nusa tenggara barat": ("ntb",),
    "nusa tenggara timur": ("ntt",),
    "sulawesi barat": ("sulbar",),
    "sulawesi selatan": ("sulsel",),
    "sulawesi tengah": ("sulteng",),
    "sulawesi tenggara": ("sultra",),
    "sulawesi utara": ("sulut",),
    "sumatera barat": ("sumbar", "sumatra barat"),
    "sumatera selatan": ("sumsel", "sumatra selatan"),
    "sumatera utara": ("sumut", "sumatra utara"),
    "tangerang selatan": ("tangsel",),
    "surakarta": ("solo",),
    "yogyakarta": ("jogja", "jogjakarta", "yogya"),
}


@dataclass(frozen=True, slots=True)
class RegionRow:
    """One place; `code` is the dotted Kemendagri code and `parent` the code one level up, None for a province."""

    code: str
    name: str
    level: LevelName
    parent: str | None


def read_regions() -> Iterator[RegionRow]:
    """Every province, regency and district of the country, by code: a parent always comes before its children."""
    with gzip.open(TABLE, "rt", encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            yield RegionRow(row["code"], row["name"], cast(LevelName, row["level"]), row["parent"] or None)


def short_name(name: str) -> str:
    """The name as a card shows it: "Kab. Bojonegoro", "Kota Surabaya", "Jawa Timur"."""
    for long, short in SHORT_FORMS:
        if name.startswith(long):
            return short + name.removeprefix(long)
    return name


def place_words(name: str, *, level: LevelName | None = None) -> set[str]:
    """What people type when they mean this place, in lower case without punctuation.

    A district called "Kota Baru" would yield "baru"; with level="district" only whole names count.
    """
    words: set[str] = set()
    for part in re.split(r"[/()]", name):
        plain = plain_words(part)
        words |= {plain} if level == "district" else _with_and_without_form(plain)
    words |= {alias for word in words for alias in EVERYDAY_NAMES.get(word, ())}
    words |= {word.replace(" ", "") for word in words if _is_reduplicated(word)}
    return words - {""}


def plain_words(text: str) -> str:
    """Lower case; apostrophes vanish (Ra'as is typed raas), other marks part words."""
    return " ".join(re.sub(r"[^a-z0-9]+", " ", re.sub(r"['\u2019]", "", text.lower())).split())


def _with_and_without_form(plain: str) -> set[str]:
    """The bare name, and the name with each way to write that it is a regency or a city."""
    form, _, rest = plain.partition(" ")
    if form not in {"kabupaten", "kota"} or not rest:
        return {plain}
    bare = rest.removeprefix("administrasi ")
    forms = ("kabupaten", "kab") if form == "kabupaten" else ("kota",)
    return {plain, bare, *(f"{written} {bare}" for written in forms)}


def _is_reduplicated(word: str) -> bool:
    """Toli-Toli and Bau Bau are written as one word as often as two."""
    first, _, second = word.partition(" ")
    return first == second
