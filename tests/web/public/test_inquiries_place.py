"""Where goods shall go: kept as it was typed, with the region that it means."""

import pytest

from shop.catalogue.models import Product
from tests.person import Person
from tests.web.public.buying import Db, the_form, the_inquiry, vest


@pytest.fixture
def product(db_session: Db) -> Product:
    return vest()


def test_a_place_is_kept_with_its_region(client: Person, db_session: Db, product: Product) -> None:
    the_form(client, product, place="Jl. Kenanga 3, Lamongan").send()
    inquiry = the_inquiry(db_session)
    assert (inquiry.place, inquiry.region_code) == ("Jl. Kenanga 3, Lamongan", "35.24")


def test_a_name_of_several_places_wants_one_of_them(client: Person, db_session: Db, product: Product) -> None:
    asked = the_form(client, product, place="Serang").send(status=422)
    assert "beberapa tempat bernama “Serang”" in asked.text
    form = asked.form("/tanya")
    assert form.values["place"] == "Serang"
    form.values["region"] = "36.73"
    form.send()
    inquiry = the_inquiry(db_session)
    assert (inquiry.place, inquiry.region_code) == ("Serang (Kota Serang, Banten)", "36.73")
