"""Words of an inquiry: terms that are asked for, and nothing that nobody sees."""

import pytest

from shop.catalogue.models import Product
from tests.person import Person
from tests.web.public.buying import Db, the_form, the_inquiry, vest


@pytest.fixture
def product(db_session: Db) -> Product:
    return vest()


def test_deposit_terms_are_asked_for_and_stand_on_both_pages(client: Person, db_session: Db, product: Product) -> None:
    terms = "DP 30 %, sisanya dua termin"
    page = the_form(client, product, deposit="x" * 201).send(status=422)
    assert page.soup.select_one("details[open] #deposit-error") is not None
    page = page.form("/tanya").fill(deposit=f" {terms}\u200b ").send()
    assert the_inquiry(db_session).deposit_note == terms
    assert f"Uang muka {terms}" in page.text


def test_a_name_of_nothing_that_can_be_seen_is_no_name(client: Person, db_session: Db, product: Product) -> None:
    page = the_form(client, product, name="\u200b\u2060").send(status=422)
    assert "Tulis nama Anda." in page.text
    page.form("/tanya").fill(name="Rat\u202ena", message="Un\u200btuk").send()
    inquiry = the_inquiry(db_session)
    assert (inquiry.name, inquiry.message) == ("Ratna", "Untuk")
