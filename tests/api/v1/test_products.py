"""Programs read the public catalogue: the same things that people see, and nothing else."""

from urllib.parse import urlsplit

import pytest

from shop.catalogue.commands.indexing import rebuild_index
from shop.consent.types import Purpose
from shop.platform.db import db
from tests.factories import make_producer, make_product, withdraw_consent
from tests.person import Person

pytestmark = pytest.mark.usefixtures("db_session")


def indexed() -> None:
    db.session.commit()
    rebuild_index()


def test_a_list_tells_price_minimum_lead_time_maker_and_place(client: Person) -> None:
    product = make_product(name="Keranjang rotan bergagang", moq=6, lead_days=9)
    indexed()
    answer = client.get("/api/v1/products").get_json()
    [row] = answer["items"]
    assert row["slug"] == product.slug
    assert row["price"] == {"min": 39_000, "max": 39_000, "unit": row["price"]["unit"]}
    assert (row["moq"], row["lead_days"]) == (6, 9)
    assert row["producer"] == {
        "slug": product.producer.slug,
        "name": product.producer.stall_name,
        "province": "35",
        "regency": "35.22",
    }
    assert (answer["total"], answer["total_is_capped"], answer["next"]) == (1, False, None)


def test_pages_follow_by_cursor_without_gap_or_repetition(client: Person) -> None:
    maker = make_producer()
    slugs = {make_product(producer=maker).slug for _ in range(7)}
    indexed()
    seen, address = [], "/api/v1/products?limit=3&sort=newest"
    while address:
        answer = client.get(address).get_json()
        seen += [row["slug"] for row in answer["items"]]
        parts = urlsplit(answer["next"] or "")
        address = f"{parts.path}?{parts.query}" if answer["next"] else ""
    assert sorted(seen) == sorted(slugs)


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("kind=spaceship", "kind"),
        ("category=nothing", "category"),
        ("province=99", "province"),
        ("regency=99.99", "regency"),
        ("province=jatim", "province"),
        ("province=35.22", "province"),
        ("province=98", "province"),
        ("regency=35", "regency"),
        ("regency=35.22.01", "regency"),
        ("sort=random", "sort"),
        ("limit=0", "limit"),
        ("quantity=-1", "quantity"),
        ("by=tomorrow", "by"),
        ("colour=red", "colour"),
        ("cursor=!!", "cursor"),
    ],
)
def test_an_unknown_filter_value_is_a_problem_that_names_its_field(client: Person, query: str, field: str) -> None:
    make_product()
    indexed()
    response = client.get(f"/api/v1/products?{query}")
    problem = response.get_json()
    assert (response.status_code, response.mimetype) == (422, "application/problem+json")
    named = [problem.get("field") or "", *(one["field"] for one in problem.get("errors", []))]
    assert any(name.split(".")[0] == field for name in named)


def test_filters_narrow_the_list(client: Person) -> None:
    make_product(price=10_000)
    dear = make_product(price=90_000)
    indexed()
    rows = client.get("/api/v1/products?min_price=50000&province=35&sort=-price").get_json()["items"]
    assert [row["slug"] for row in rows] == [dear.slug]


def test_one_product_has_its_facts(client: Person) -> None:
    product = make_product(description="Dianyam rapat dari rotan.")
    row = client.get(f"/api/v1/products/{product.slug}").get_json()
    assert row["description"] == "Dianyam rapat dari rotan."
    assert (row["stock"], row["tiers"], row["images"]) == ("made_to_order", [], [])


def test_what_is_not_public_is_not_there(client: Person) -> None:
    product = make_product()
    indexed()
    withdraw_consent(product.producer, Purpose.PROFILE)
    db.session.commit()
    assert client.get("/api/v1/products").get_json()["items"] == []
    response = client.get(f"/api/v1/products/{product.slug}")
    assert (response.status_code, response.get_json()["code"]) == (404, "not_found")


def test_any_page_may_read_and_caches_may_keep_it_shortly(client: Person) -> None:
    indexed()
    response = client.get("/api/v1/products")
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert "s-maxage=30" in response.headers["Cache-Control"]
    assert "Set-Cookie" not in response.headers
