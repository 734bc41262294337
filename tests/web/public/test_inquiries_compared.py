"""Quotes are weighed only against quotes for the same, and nothing that is open is left out of the sum's words."""

from datetime import timedelta

import pytest

from shop.catalogue.models import Product
from shop.inquiries.commands import make_quote
from shop.inquiries.rules import AskedLine
from shop.inquiries.types import DeliveryMethod, LineAnswer, OfferedLine
from shop.lib.clock import today_wib
from shop.text.formats import date_short
from tests.inquiries.makers import a_producer, a_product, a_quote, an_inquiry, an_offer, maker
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


def test_only_whole_answers_with_comparable_delivery_are_weighed(client: Person, db_session: Db) -> None:
    vests = [a_product(a_producer(), name=name) for name in ("Rompi A", "Rompi B", "Rompi C")]
    inquiry = an_inquiry(*vests)
    whole, dear, less = inquiry.parts
    a_quote(whole, 40_000)
    a_quote(dear, 41_000)
    line = OfferedLine(line=less.shares[0].line.public_id, answer=LineAnswer.LESS, unit_price=30_000, quantity=100)
    make_quote(part=less, offer=an_offer(less, lines=(line,)), key=None, actor=maker(less))
    marked = the_page(client, inquiry).soup.select(".compare__best")
    assert [" ".join(cell.get_text().split()) for cell in marked] == ["Rp40.000/pcs, lebih ringan bagi Anda"]
    make_quote(part=dear, offer=an_offer(dear, 41_000, delivery_cost=None), key=None, actor=maker(dear))
    assert the_page(client, inquiry).soup.select(".compare__best") == []


def test_a_quote_later_than_the_day_asked_for_says_so_and_no_sign_calls_it_lighter(
    client: Person, db_session: Db
) -> None:
    wanted = today_wib() + timedelta(days=28)
    inquiry = an_inquiry(*(a_product(a_producer(), name=name) for name in ("Rompi A", "Rompi B")), needed_by=wanted)
    for part, days in zip(inquiry.parts, (30, 40), strict=True):
        make_quote(part=part, offer=an_offer(part, lead_days=days), key=None, actor=maker(part))
    page = the_page(client, inquiry)
    day = date_short(today_wib() + timedelta(days=30))
    assert f"30 hari sekitar {day}: lewat tanggal Anda" in page.text
    assert page.soup.select(".compare__best") == []


def test_one_quote_is_printed_by_itself_with_the_names_of_both_and_no_number(
    client: Person, db_session: Db, product: Product
) -> None:
    inquiry = an_inquiry(product)
    a_quote(inquiry.parts[0])
    page = the_page(client, inquiry)
    assert page.soup.select_one(f"#tulis-{inquiry.parts[0].public_id} details[open]")
    assert "08••••••7890" in page.text
    paper = page.follow("Cetak penawaran ini")
    assert paper.heading == "Penawaran 1 dari Konveksi Pelampung"
    assert "Ratna Widuri, Sanggar Renang, Pandeglang" in paper.text
    assert "7890" not in paper.text
