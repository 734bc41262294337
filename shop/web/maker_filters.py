"""The filters of the list of makers as its address spells them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from werkzeug.datastructures import MultiDict

from shop.catalogue.book import book
from shop.catalogue.makers import MakerFilter, provinces_with_makers
from shop.lib.errors import Invalid
from shop.regions.names import places
from shop.text.errors import sentence
from shop.text.language import gettext
from shop.text.names import name_of
from shop.web.cards import local_path

_SHOWN = 40


@dataclass(frozen=True)
class WantedMakers:
    """What an address asks for, what of it nobody knows, and the ways to ask otherwise."""

    filter: MakerFilter
    notices: tuple[str, ...]

    @property
    def parts(self) -> list[tuple[str, str]]:
        """The address' own parts, always in the same order."""
        chosen = (
            ("provinsi", self.filter.provinces),
            ("kabkota", self.filter.regencies),
            ("jenis", self.filter.kinds),
        )
        return [(name, value) for name, values in chosen for value in values]

    def address(self, cursor: str | None = None) -> str:
        """The list with these filters, from a cursor on."""
        return _address([*self.parts, ("lanjut", cursor)] if cursor else self.parts)

    @property
    def action(self) -> str:
        return local_path("/produsen")

    @property
    def chips(self) -> list[tuple[str, str, bool, None]]:
        """Filters in force, each leading to the list without it."""
        known, kinds = places(), book().kinds
        words = {
            "provinsi": lambda code: known[code].name,
            "kabkota": lambda code: known[code].short,
            "jenis": lambda code: name_of(kinds[code]),
        }
        return [
            (words[name](value), _address([one for one in self.parts if one != (name, value)]), True, None)
            for name, value in self.parts
        ]

    @property
    def groups(self) -> list[dict[str, Any]]:
        """Place and kind to choose from; a chosen province opens its regencies by name."""
        known = places()
        provinces = sorted({*provinces_with_makers(), *self.filter.provinces}, key=lambda code: known[code].name)
        groups = [
            _group(gettext("Provinsi"), "provinsi", [(c, known[c].name) for c in provinces], self.filter.provinces)
        ]
        if self.filter.regencies:
            chosen = [(code, known[code].short) for code in self.filter.regencies]
            groups.append(_group(gettext("Kabupaten atau kota"), "kabkota", chosen, self.filter.regencies))
        for category in book().categories.values():
            kinds = [(code, name_of(book().kinds[code])) for code in category.kinds if book().kinds[code].active]
            is_open = any(code in self.filter.kinds for code, _ in kinds)
            groups.append({**_group(name_of(category), "jenis", kinds, self.filter.kinds), "open": is_open})
        return groups


def read_maker_filter(args: MultiDict[str, str]) -> WantedMakers:
    """Read an address with patience: what nobody knows becomes a notice."""
    notices: list[str] = []
    regions = places()
    return WantedMakers(
        MakerFilter(
            provinces=_several(args, "provinsi", [code for code in regions if "." not in code], notices),
            regencies=_several(args, "kabkota", [code for code in regions if "." in code], notices),
            kinds=_several(args, "jenis", book().kinds, notices),
        ),
        tuple(notices),
    )


def _several(args: MultiDict[str, str], name: str, known: Collection[str], notices: list[str]) -> tuple[str, ...]:
    given = list(dict.fromkeys(value.strip() for value in args.getlist(name) if value.strip()))
    for value in given:
        if value not in known:
            shown = value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…"
            notices.append(sentence(Invalid("filter_unknown", value=shown)))
    return tuple(sorted(value for value in given if value in known))


def _group(title: str, name: str, options: Sequence[tuple[str, str]], chosen: Sequence[str]) -> dict[str, Any]:
    listed = [(code, words, None, code in chosen) for code, words in options]
    return {"title": title, "name": name, "options": listed, "open": True}


def _address(parts: Sequence[tuple[str, str]]) -> str:
    query = urlencode(parts)
    return local_path("/produsen") + (f"?{query}" if query else "")
