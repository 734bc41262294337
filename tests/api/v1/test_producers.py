"""Programs read makers and labels: what each maker consented to, and nothing else."""

import pytest

from shop.consent.types import Purpose
from shop.platform.db import db
from tests.factories import give_consent, make_producer, make_product, withdraw_consent
from tests.person import Person

pytestmark = pytest.mark.usefixtures("db_session")


def test_makers_are_listed_by_place_and_page(client: Person) -> None:
    near = [make_producer(regency_code="35.22") for _ in range(3)]
    make_producer(regency_code="36.04")
    first = client.get("/api/v1/producers?province=35&limit=2").get_json()
    assert [row["slug"] for row in first["items"]] == [near[2].slug, near[1].slug]
    second = client.get(first["next"]).get_json()
    assert ([row["slug"] for row in second["items"]], second["next"]) == ([near[0].slug], None)


def test_the_district_of_a_maker_needs_its_own_consent(client: Person) -> None:
    maker = make_producer(district_code="35.22.01")
    make_product(producer=maker)
    address = f"/api/v1/producers/{maker.slug}"
    answer = client.get(address).get_json()
    assert (answer["district"], answer["products"], answer["programme_lines"]) == (None, 1, [])
    give_consent(maker, Purpose.PLACE)
    assert client.get(address).get_json()["district"]


def test_a_maker_without_consent_is_not_there(client: Person) -> None:
    maker = make_producer()
    withdraw_consent(maker, Purpose.PROFILE)
    db.session.commit()
    assert client.get("/api/v1/producers").get_json()["items"] == []
    assert client.get(f"/api/v1/producers/{maker.slug}").status_code == 404


@pytest.mark.parametrize(
    "query",
    [
        "kind=spaceship",
        "province=99",
        "province=35.22",
        "regency=35",
        "regency=99.99",
        "cursor=!!",
        "limit=0",
        "name=x",
    ],
)
def test_an_unknown_filter_is_refused(client: Person, query: str) -> None:
    assert client.get(f"/api/v1/producers?{query}").status_code == 422


def test_labels_with_few_makers_tell_no_number(client: Person) -> None:
    rows = client.get("/api/v1/programmes").get_json()["items"]
    assert rows
    assert all(row["producers"] is None for row in rows)
