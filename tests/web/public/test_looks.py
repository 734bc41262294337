"""Looks are told by a beacon, summed, and written together."""

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session, scoped_session

from shop.catalogue import looks as counting
from shop.catalogue.commands.looks import add_looks
from shop.catalogue.looks import Looks
from shop.catalogue.models import ViewCount
from shop.lib.clock import today_wib
from shop.lib.ids import new_public_id
from shop.platform.db import db
from shop.web.public import looks as page
from tests.factories import make_product
from tests.person import Person
from tests.web.public.detail_rows import counted_selects

Db = scoped_session[Session]


def written() -> list[tuple[int, date, int]]:
    db.session.expire_all()
    rows = db.session.scalars(select(ViewCount).order_by(ViewCount.id))
    return [(row.product_id, row.day, row.views) for row in rows]


def test_looks_are_written_together_once_a_minute(
    client: Person, db_session: Db, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page, "looks", Looks())
    product = make_product()
    product_id, address = product.id, f"/lihat/{product.public_id}"
    client.post(address)
    with counted_selects() as found:
        assert [client.post(address).status_code for _ in range(2)] == [204, 204]
    assert not found
    monkeypatch.setattr(counting, "SECONDS", -1.0)
    client.post(address)
    client.post(address)
    assert written() == [(product_id, today_wib(), 5)]


def test_what_is_no_public_product_is_not_counted(db_session: Db) -> None:
    hidden = make_product(public=False)
    add_looks({(hidden.public_id, today_wib()): 1, (new_public_id(), today_wib()): 1})
    add_looks({})
    assert written() == []


def test_nonsense_and_other_sites_are_refused(client: Person, db_session: Db) -> None:
    product = make_product()
    assert client.post("/lihat/x").status_code == 404
    foreign = client.post(f"/lihat/{product.public_id}", headers={"Sec-Fetch-Site": "cross-site"})
    assert foreign.status_code == 404


def test_memory_for_looks_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "MOST_KEPT", 1)
    looks = Looks()
    for name in ("a", "b", "a"):
        looks.add(name, date(2026, 11, 21))
    assert looks.take() == {}
    assert looks.take(at_once=True) == {("a", date(2026, 11, 21)): 2}


def test_the_product_page_carries_the_beacon(client: Person, db_session: Db) -> None:
    product = make_product()
    assert client.visit(f"/produk/{product.slug}").soup.select(f'[data-look="{product.public_id}"]')
