"""The fresh row: something of every category, nothing that is sold out, what has a photo first."""

from datetime import timedelta

import pytest

from shop.catalogue.commands.indexing import rebuild_index
from shop.catalogue.fresh import fresh_products
from shop.catalogue.types import ProductStatus
from shop.lib.clock import now
from shop.platform import search_index
from shop.platform.db import db
from tests.factories import make_photo, make_product
from tests.statements import counted_selects

pytestmark = pytest.mark.usefixtures("db_session")


def fresh(limit: int) -> list[str]:
    search_index.current().refresh()
    return [card.name for card in fresh_products(limit).cards]


def test_fresh_products_show_every_category_before_more_of_one() -> None:
    for number in range(9):
        make_product(name=f"Batik {number}", kind="batik_cap")
    make_product(name="Kopi", kind="coffee", published_at=now() - timedelta(days=40))
    rebuild_index()
    shown = fresh(4)
    assert set(shown[:2]) == {"Batik 8", "Kopi"}


def test_what_is_sold_out_is_not_fresh_and_what_has_a_photo_comes_first() -> None:
    make_product(name="Kopi habis", kind="coffee", sold_out=True)
    make_product(name="Kopi", kind="coffee", published_at=now() - timedelta(days=9))
    make_product(name="Pijat", kind="massage")
    for number in range(3):
        make_photo(make_product(name=f"Batik {number}", kind="batik_cap"), data=None)
    rebuild_index()
    assert fresh(9) == ["Batik 2", "Batik 1", "Batik 0", "Pijat", "Kopi"]


def test_a_fresh_product_that_was_just_hidden_makes_room_and_the_row_costs_one_select() -> None:
    products = [make_product(name=f"Batik {number}", kind="batik_cap") for number in range(4)]
    rebuild_index()
    assert fresh(2) == ["Batik 3", "Batik 2"]
    with counted_selects() as sent:
        fresh_products(2)
    assert len(sent) == 1
    products[3].status = ProductStatus.PAUSED
    db.session.commit()
    assert [card.name for card in fresh_products(2).cards] == ["Batik 2", "Batik 1"]
