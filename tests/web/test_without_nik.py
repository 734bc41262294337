"""Numbers like a NIK are refused wherever people write, beside the field, with everything else kept."""

import json
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session, scoped_session
from wtforms import Field

from shop.inquiries.models import Inquiry
from shop.platform.db import db
from shop.web.forms import ParagraphField, ShopForm, TextField
from tests.factories import make_product
from tests.person import Person

Db = scoped_session[Session]
NIK = "3522 0112 3456 0001"


class Words(ShopForm):
    """Both kinds of boxes."""

    line = TextField("Nama")
    more = ParagraphField("Cerita")


@pytest.mark.parametrize("name", ["line", "more"])
def test_every_box_for_words_refuses_it_and_keeps_what_was_typed(app: Flask, name: str) -> None:
    with app.test_request_context("/", method="POST", data={name: f"KTP {NIK}"}):
        form = Words(meta={"csrf": False})
        assert not form.validate()
        field: Field = form[name]
        assert field.errors == ["Ada nomor 16 angka. NIK dan nomor KK tidak disimpan di sini: hapus nomor itu."]
        assert field.data == f"KTP {NIK}"


@pytest.mark.parametrize("field", ["name", "message", "organisation", "place"])
def test_an_inquiry_with_such_a_number_is_refused_beside_the_field(client: Person, db_session: Db, field: str) -> None:
    form = client.visit(f"/produk/{make_product().slug}/tanya").form()
    form.fill(name="Ratna", phone="0812 3456 7890", quantity=20).fill(**{field: f"NIK {NIK}"})
    page = form.send(status=422)
    assert "NIK dan nomor KK tidak disimpan" in page.texts(f"#{field}-error")[0]
    assert db.session.scalars(select(Inquiry)).all() == []


@pytest.mark.parametrize("field", ["name", "message", "organisation"])
def test_a_program_is_refused_too(client: Person, db_session: Db, field: str) -> None:
    body: dict[str, Any] = {
        "lines": [{"product": make_product().slug, "quantity": 20}],
        "name": "Ratna",
        "phone": "0812 3456 7890",
        field: f"NIK {NIK}",
    }
    answer = post(client, body)
    assert (answer.status_code, answer.get_json()["code"], answer.get_json()["field"]) == (422, "nik_not_stored", field)


def post(client: FlaskClient, body: dict[str, Any]) -> Any:
    headers = {"Idempotency-Key": "pesanan-0001", "Content-Type": "application/json"}
    return client.post("/api/v1/inquiries", data=json.dumps(body), headers=headers)
