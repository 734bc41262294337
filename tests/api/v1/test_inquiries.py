"""Programs send inquiries: once per key, refused with the field that is wrong."""

from typing import Any

import pytest
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from shop.catalogue.models import Product
from shop.inquiries.models import Inquiry
from shop.inquiries.types import Source
from shop.platform.db import db
from shop.platform.outbox import OutboxMessage
from tests.factories import make_product
from tests.person import Person

pytestmark = pytest.mark.usefixtures("db_session")
KEY = {"Idempotency-Key": "order-0001"}


def body(product: Product, **more: Any) -> dict[str, Any]:
    lines = [{"product": product.slug, "quantity": 60}]
    return {"lines": lines, "name": "Ratna Widuri", "phone": "0812 3456 7890", **more}


def send(client: Person, sent: dict[str, Any], headers: dict[str, str] | None = None) -> TestResponse:
    return client.post("/api/v1/inquiries", json=sent, headers=KEY if headers is None else headers)


def test_an_inquiry_is_stored_with_its_word_to_the_worker_before_it_is_answered(client: Person) -> None:
    response = send(client, body(make_product()))
    assert response.status_code == 201
    answer = response.get_json()
    inquiry = db.session.scalars(select(Inquiry)).one()
    assert (answer["number"], inquiry.source, inquiry.phone) == (inquiry.number, Source.API, "+6281234567890")
    left = select(func.count(OutboxMessage.id)).where(OutboxMessage.name == "InquirySent")
    assert db.session.scalar(left) == 1


def test_the_link_it_answers_with_opens_the_inquiry(client: Person) -> None:
    answer = send(client, body(make_product())).get_json()
    assert answer["number"] in client.visit(answer["url"]).text


def test_the_same_key_and_body_again_is_answered_with_the_first(client: Person) -> None:
    product = make_product()
    first, second = send(client, body(product)).get_json(), send(client, body(product)).get_json()
    assert first == second
    assert db.session.scalar(select(func.count(Inquiry.id))) == 1


def test_the_same_key_with_another_body_is_a_conflict(client: Person) -> None:
    product = make_product()
    send(client, body(product))
    response = send(client, body(product, message="Warna biru"))
    assert (response.status_code, response.get_json()["code"]) == (409, "key_reused")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"phone": "0812 345"}, "phone"),
        ({"phone": None}, "phone"),
        ({"name": ""}, "name"),
        ({"needed_by": "2020-01-01"}, "needed_by"),
        ({"lines": []}, "lines"),
        ({"lines": [{"product": "tidak-ada", "quantity": 5}]}, "lines"),
        ({"lines": [{"product": "x", "quantity": 0}]}, "lines"),
        ({"email": "bukan-alamat", "phone": None}, "email"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_stored(client: Person, change: dict[str, Any], field: str) -> None:
    response = send(client, body(make_product(), **change))
    problem = response.get_json()
    assert response.status_code == 422
    named = [problem.get("field") or "", *(one["field"] for one in problem.get("errors", []))]
    assert any(name.split(".")[0] == field for name in named), problem
    assert db.session.scalar(select(func.count(Inquiry.id))) == 0


def test_without_a_key_nothing_is_sent(client: Person) -> None:
    assert send(client, body(make_product()), headers={}).status_code == 422


def test_what_is_not_json_is_told_so(client: Person) -> None:
    response = client.post("/api/v1/inquiries", data={"name": "Ratna"}, headers=KEY)
    assert (response.status_code, response.get_json()["code"]) == (415, "not_json")


@pytest.mark.parametrize("key", ["1", "order 1", "8e03978e-40d5-43dd-bc93-6894a57f9324", "x" * 255])
def test_any_key_of_up_to_255_letters_makes_one_inquiry(client: Person, key: str) -> None:
    product, header = make_product(), {"Idempotency-Key": key}
    first, second = (send(client, body(product), header).get_json() for _ in range(2))
    assert first == second
    assert db.session.scalar(select(func.count(Inquiry.id))) == 1


@pytest.mark.parametrize("key", ["", "x" * 256, "pesanan-\u00e9"])
def test_a_key_beyond_the_limits_is_refused(client: Person, key: str) -> None:
    response = send(client, body(make_product()), {"Idempotency-Key": key})
    assert response.status_code == 422
    assert "Idempotency-Key" in response.get_json()["detail"]


def test_words_are_stored_without_what_nobody_sees(client: Person) -> None:
    words = {"name": "Rat\u200bna\u0001 ", "organisation": "SD \u202eNegeri", "message": "Warna\u2060 biru\u001b"}
    assert send(client, body(make_product(), **words, phone="\u202a0812 3456 7890\u202c")).status_code == 201
    inquiry = db.session.scalars(select(Inquiry)).one()
    assert (inquiry.name, inquiry.organisation, inquiry.message) == ("Ratna", "SD Negeri", "Warna biru")


def test_a_name_of_nothing_that_can_be_seen_is_no_name(client: Person) -> None:
    response = send(client, body(make_product(), name="\u0001\u001b\u200b"))
    assert (response.status_code, response.get_json()["field"]) == (422, "name")


def test_deposit_terms_can_be_asked_for(client: Person) -> None:
    assert send(client, body(make_product(), deposit="DP 30 %")).status_code == 201
    assert db.session.scalars(select(Inquiry.deposit_note)).one() == "DP 30 %"
