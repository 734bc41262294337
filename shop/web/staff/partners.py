"""What a partner agency opens: makers that agreed to be found by it, by skill and place."""

from collections.abc import Iterable
from typing import Any

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from shop.producers.partners import FoundMaker, found_makers, regencies_with_found_makers
from shop.regions.names import places
from shop.web.guards import actor
from shop.web.staff.choosing import Choices, regency_choices
from shop.web.staff.lists import Rows
from shop.web.words import foreign

pages = Blueprint("partners", __name__)


@pages.get("/dinas/mitra")
def index() -> ResponseReturnValue:
    """The list, by words of a skill and by province or regency."""
    told: dict[str, Any] = {name: request.args.get(name, "").strip()[:80] for name in ("q", "daerah")}
    page = found_makers(actor(), told["q"], told["daerah"], request.args.get("lanjut"))
    further = url_for("staff.partners.index", **told, lanjut=page.next_cursor) if page.next_cursor else None
    return render_template(
        "staff/partners/index.html", rows=_rows(page.items), further=further, told=told, places=_places()
    )


def _places() -> Choices:
    """Provinces, then regencies, that the list has makers in."""
    regencies = regencies_with_found_makers(actor())
    return [*regency_choices({places()[code].province for code in regencies}), *regency_choices(regencies)]


def _rows(makers: Iterable[FoundMaker]) -> Rows:
    return [[_stall(maker), maker.skills, places()[maker.regency_code].name] for maker in makers]


def _stall(maker: FoundMaker) -> dict[str, str | None]:
    url = url_for("public.producers.show", slug=maker.slug) if maker.slug else None
    return {"text": maker.stall_name, "lang": foreign(maker.language), "url": url}
