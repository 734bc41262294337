"""Quotes are weighed only against quotes for the same, and nothing that is open is left out of the sum's words."""

import pytest

from shop.catalogue.models import Product
from shop.inquiries.commands import make_quote
from shop.inquiries.rules import AskedLine
from shop.inquiries.types import DeliveryMethod
from tests.inquiries.makers import a_producer, a_product, an_inquiry, an_offer, maker
from tests.person import Person
from tests.web.public.buying import Db, the_page, vest


@pytest.fixture
def product(db_session: Db) -> Product:
    return vest()


def test_only_quotes_for_the_same_things_are_compared(client: Person, db_session: Db) -> None:
    vests = [a_product(a_producer(), name=name) for name in ("Rompi A", "Rompi B")]
    shirt = a_product(a_producer(), name="Kemeja", kind="school_uniform")
    inquiry = an_inquiry(*vests, shirt)
    for part, days in zip(inquiry.parts, (28, 18, 10), strict=True):
        make_quote(part=part, offer=an_offer(part, lead_days=days), key=None, actor=maker(part))
    page = the_page(client, inquiry)
    tables = [{" ".join(cell.split()) for cell in table.stripped_strings} for table in page.soup.select(".compare")]
    assert ["10 hari" in table for table in tables] == [False, True]
    assert [len(table.select(".compare__best")) for table in page.soup.select(".compare")] == [1, 0]
    assert len(page.soup.select("form[action$=terima]")) == 3


def test_every_term_of_three_quotes_names_its_maker_so_that_they_can_stand_below_each_other(
    client: Person, db_session: Db
) -> None:
    inquiry = an_inquiry(*(a_product(a_producer(), name=name) for name in ("Rompi A", "Rompi B", "Rompi C")))
    for part in inquiry.parts:
        make_quote(part=part, offer=an_offer(part), key=None, actor=maker(part))
    table = the_page(client, inquiry).soup.select(".compare__table--many")[0]
    makers = [part.producer.stall_name for part in inquiry.parts]
    assert all([cell["data-maker"] for cell in row.select("td")] == makers for row in table.select("tbody tr"))


def test_unlike_amounts_are_not_weighed(client: Person, db_session: Db) -> None:
    one, other = a_product(a_producer(), name="Rompi A"), a_product(a_producer(), name="Rompi B")
    lines = [AskedLine(product=one, quantity=200), AskedLine(product=other, quantity=50)]
    inquiry = an_inquiry(lines=lines)
    for part, days in zip(inquiry.parts, (28, 18), strict=True):
        make_quote(part=part, offer=an_offer(part, lead_days=days), key=None, actor=maker(part))
    page = the_page(client, inquiry)
    assert (len(page.soup.select(".compare")), page.soup.select(".compare__best")) == (1, [])


@pytest.mark.parametrize(
    ("method", "words", "open_cost"),
    [
        (DeliveryMethod.COURIER, "Dikirim lewat kurir, ongkir belum dihitung", True),
        (DeliveryMethod.PICKUP, "Diambil", False),
    ],
)
def test_a_cost_of_delivery_that_nobody_named_is_said_beside_the_sum(
    client: Person, db_session: Db, product: Product, method: DeliveryMethod, words: str, open_cost: bool
) -> None:
    inquiry = an_inquiry(product)
    part = inquiry.parts[0]
    offer = an_offer(part, delivery_cost=None, delivery_method=method)
    make_quote(part=part, offer=offer, key=None, actor=maker(part))
    text = the_page(client, inquiry).text
    assert words in text
    assert ("belum termasuk ongkir" in text) is open_cost
