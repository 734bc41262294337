"""Finding products: the index says what fits, the database says what may be shown."""

from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask

from shop.catalogue.commands.indexing import rebuild_index, refresh_index
from shop.catalogue.filters import CatalogueFilters
from shop.catalogue.models import Product
from shop.catalogue.search import Found, find_products, kind_counts
from shop.catalogue.types import ProductStatus, StockMode
from shop.consent.types import Purpose
from shop.lib.clock import now, today_wib
from shop.platform import search_index
from shop.platform.db import db
from shop.platform.search_index import Sort
from tests.factories import make_producer, make_product, withdraw_consent
from tests.statements import counted_selects

pytestmark = pytest.mark.usefixtures("db_session")


def find(**filters: object) -> Found:
    search_index.current().refresh()
    return find_products(CatalogueFilters(**filters))


def names(found: Found) -> list[str]:
    return [card.name for card in found.cards]


def test_only_public_products_are_indexed_and_found() -> None:
    make_product(name="Rompi pelampung dewasa", kind="life_vest")
    make_product(name="Rompi pelampung simpanan", kind="life_vest", status=ProductStatus.PAUSED)
    make_product(name="Rompi pelampung rahasia", kind="life_vest", producer=make_producer(public=False))
    assert rebuild_index() == 1
    assert names(find(text="jaket pelampung")) == ["Rompi pelampung dewasa"]


def test_a_withdrawn_consent_hides_before_the_index_has_heard_of_it() -> None:
    products = [make_product(name=f"Masker kain {number}", kind="mask_cloth") for number in range(30)]
    rebuild_index()
    withdraw_consent(products[-1].producer, Purpose.PROFILE)
    found = find(kinds=("mask_cloth",), sort=Sort.NEWEST)
    assert len(found.cards) == 24
    assert "Masker kain 29" not in names(found)
    rest = find(kinds=("mask_cloth",), sort=Sort.NEWEST, cursor=found.next_cursor)
    assert sorted({*names(found), *names(rest)}) == sorted(product.name for product in products[:-1])
    assert rest.next_cursor is None


def test_changes_reach_the_index_and_what_is_no_longer_public_leaves_it() -> None:
    product = make_product(name="Keranjang rotan", kind="woven_craft")
    rebuild_index()
    product.name = "Keranjang pandan"
    db.session.flush()
    refresh_index([product.id])
    assert names(find(text="pandan")) == ["Keranjang pandan"]
    product.status = ProductStatus.WITHDRAWN
    db.session.flush()
    refresh_index([product.id, 4_000])
    assert find(text="keranjang").total == 0


def test_the_first_change_makes_the_index_where_there_was_none() -> None:
    product = make_product(name="Jahe instan", kind="ginger_instant")
    refresh_index([product.id])
    assert names(find(text="jahe")) == ["Jahe instan"]


def test_without_an_index_the_newest_products_are_listed_and_the_list_says_so() -> None:
    for number in range(30):
        make_product(name=f"Sapu {number}", kind="woven_craft", published_at=now() - timedelta(minutes=number))
    make_product(name="Kopi", kind="coffee")
    first = find(kinds=("woven_craft",), price_min=1, price_max=50_000, provinces=("35",), regencies=("35.22",))
    assert [notice.code for notice in first.notices] == ["search_unavailable"]
    assert (first.total, first.facets) == (None, {})
    assert names(first)[:2] == ["Sapu 0", "Sapu 1"]
    second = find(categories=("kerajinan",), cursor=first.next_cursor)
    assert names(second) == [f"Sapu {number}" for number in range(24, 30)]
    assert names(find(kinds=("woven_craft",), cursor="b!")) == names(first)
    assert kind_counts() == {}


def test_filters_narrow_and_facets_count_without_their_own_filter() -> None:
    make_product(name="Batik parang", kind="batik_tulis", price=300_000, producer=make_producer(regency_code="35.23"))
    make_product(name="Batik cap", kind="batik_cap", price=120_000, producer=make_producer(regency_code="36.04"))
    make_product(name="Tas", kind="bag", price=30_000, stock_mode=StockMode.READY, stock_ready=5)
    rebuild_index()
    batik = find(categories=("batik",), sort=Sort.PRICE)
    assert names(batik) == ["Batik cap", "Batik parang"]
    assert batik.facets["category"] == {"batik": 2, "rumah-dan-tas": 1}
    assert batik.facets["province"] == {"35": 1, "36": 1}
    assert names(find(price_max=150_000, categories=("batik",))) == ["Batik cap"]
    assert names(find(regencies=("35.23",))) == ["Batik parang"]
    assert names(find(ready=True)) == ["Tas"]
    assert names(find(sort=Sort.PRICE_DOWN))[0] == "Batik parang"


def test_how_many_by_when_asks_for_free_capacity_and_lead_time() -> None:
    make_product(name="Cepat", capacity_per_month=100, lead_days=5, moq=12)
    make_product(name="Lambat", capacity_per_month=400, lead_days=40, moq=12)
    make_product(name="Diam", capacity_per_month=None, lead_days=5)
    make_product(name="Habis", capacity_per_month=900, lead_days=5, sold_out=True)
    rebuild_index()
    assert set(names(find(quantity=100))) == {"Cepat", "Lambat"}
    assert names(find(quantity=100, by=today_wib() + timedelta(days=10))) == ["Cepat"]
    assert set(names(find(quantity=200, by=today_wib() + timedelta(days=65)))) == {"Cepat", "Lambat"}
    assert find(quantity=6).total == 0


def test_prices_quantities_and_places_are_read_in_the_words() -> None:
    make_product(name="Masker batik", kind="mask_cloth", price=12_000, moq=50)
    make_product(name="Masker sutra", kind="mask_cloth", price=90_000, moq=12)
    rebuild_index()
    found = find(text="masker 100 pcs di bawah 20rb bojonegoro")
    assert names(found) == ["Masker batik"]
    assert found.read is not None
    assert (found.read.price_max, found.read.quantity, found.read.places) == (20_000, 100, ("35.22",))
    assert found.read.without_amounts == "masker bojonegoro"
    assert found.read.without_places == "masker 100 pcs di bawah 20rb"


def test_a_quantity_below_every_minimum_is_let_go_and_said() -> None:
    make_product(name="Masker batik", kind="mask_cloth", moq=50)
    rebuild_index()
    found = find(text="masker 2 pcs")
    assert names(found) == ["Masker batik"]
    assert found.missed is not None
    assert (found.missed.asked.quantity, found.missed.shown.quantity, found.missed.least) == (2, None, 50)


def test_a_quantity_in_the_words_asks_the_same_as_the_filter() -> None:
    make_product(name="Masker batik", kind="mask_cloth", capacity_per_month=30)
    make_product(name="Masker polos", kind="mask_cloth", capacity_per_month=90)
    rebuild_index()
    assert names(find(text="masker 40 pcs")) == names(find(text="masker", quantity=40)) == ["Masker polos"]


def test_a_day_in_the_words_is_a_limit_and_vague_time_is_set_aside() -> None:
    make_product(name="Rompi pelampung cepat", kind="life_vest", lead_days=3)
    make_product(name="Rompi pelampung lambat", kind="life_vest", lead_days=60)
    rebuild_index()
    found = find(text="pelampung 40 pcs dalam 2 minggu")
    assert names(found) == ["Rompi pelampung cepat"]
    assert found.read is not None
    assert (found.read.by, found.read.without_amounts) == (today_wib() + timedelta(days=14), "pelampung")
    assert find(text="pelampung minggu depan").total == 2
    assert not find(text="pelampung 40 pcs minggu depan").partial


def test_where_no_day_can_be_met_what_is_done_first_stands_first() -> None:
    make_product(name="Rompi pelampung lambat", kind="life_vest", lead_days=60)
    make_product(name="Rompi pelampung cepat", kind="life_vest", lead_days=20, description="")
    make_product(name="Tas kanvas gambar pelampung", kind="bag", lead_days=3)
    rebuild_index()
    soon = today_wib() + timedelta(days=8)
    found = find_products(CatalogueFilters(text="pelampung", quantity=40, by=soon), beyond=True)
    assert names(found) == ["Rompi pelampung cepat", "Rompi pelampung lambat", "Tas kanvas gambar pelampung"]
    assert found.missed is not None
    assert (found.missed.shown.quantity, found.missed.shown.by) == (40, None)
    assert found.missed.soonest == found.cards[0].id
    assert find(text="pelampung", quantity=40, by=soon).missed is None
    with counted_selects() as sent:
        find_products(CatalogueFilters(text="pelampung", quantity=40, by=soon), beyond=True)
    assert len(sent) == 1


def test_number_and_day_are_both_let_go_where_neither_can_be_met() -> None:
    make_product(name="Rompi pelampung", kind="life_vest", lead_days=60, capacity_per_month=30)
    rebuild_index()
    soon = today_wib() + timedelta(days=8)
    found = find_products(CatalogueFilters(text="pelampung", quantity=400, by=soon), beyond=True)
    assert names(found) == ["Rompi pelampung"]
    assert found.missed is not None
    assert (found.missed.shown.quantity, found.missed.shown.by, found.missed.soonest) == (None, None, None)
    assert find_products(CatalogueFilters(text="helikopter", quantity=400), beyond=True).missed is None


@pytest.mark.parametrize("cursor", ["zz", "", "n12", "r!", "r" + "9" * 40])
def test_a_strange_cursor_leads_to_the_first_page(cursor: str) -> None:
    make_product(name="Tas")
    rebuild_index()
    found = find(cursor=cursor)
    assert names(found) == ["Tas"]
    assert [notice.code for notice in found.notices] == ["search_cursor_unknown"]


def test_kinds_are_counted() -> None:
    make_product(kind="batik_cap", price=500_000)
    make_product(kind="coffee", price=30_000)
    rebuild_index()
    search_index.current().refresh()
    assert kind_counts() == {"batik_cap": 1, "coffee": 1}
    assert kind_counts(CatalogueFilters(text="x", price_max=100_000, kinds=("bag",))) == {"coffee": 1}


def test_a_list_costs_as_many_selects_for_two_products_as_for_twenty_four(app: Flask) -> None:
    costs = []
    for wanted in (2, 24):
        while db.session.query(Product).count() < wanted:
            make_product()
        rebuild_index()
        find()
        with counted_selects() as sent:
            assert len(find().cards) == wanted
        costs.append(len(sent))
    assert costs == [1, 1]


def test_the_command_rebuilds_the_index(app: Flask, tmp_path: Path) -> None:
    make_product(name="Tas")
    db.session.commit()
    outcome = app.test_cli_runner().invoke(args=["search", "reindex"])
    assert outcome.exit_code == 0
    assert "1 products" in outcome.output
    assert names(find(text="tas")) == ["Tas"]


def test_a_product_is_found_by_its_facts_and_by_what_can_be_changed_on_it() -> None:
    facts = {"motif": "Kawung", "fabric": "primisima", "colours": ["krem"], "width_cm": 105, "one_of_a_kind": True}
    make_product(name="Kain", kind="batik_tulis", attributes=facts, customisation=["motif_pesanan"])
    make_product(name="Kain polos", kind="batik_tulis", attributes={"fabric": "dobby", "one_of_a_kind": False})
    rebuild_index()
    for words in ("kawung", "primisima", "krem", "105 cm", "hanya satu", "motif pesanan"):
        assert names(find(text=words))[:1] == ["Kain"], words
