"""Broken input is refused at the edge, in whichever form and place it comes."""

import io
import json

import pytest
from flask import Flask, Response
from werkzeug.test import Client, TestResponse

HEADERS = {"Idempotency-Key": "kunci-uji-00001"}
WHOLE = {"lines": [{"product": "x", "quantity": 1}], "name": "Sri", "phone": "081234567890"}
NUL_NAME = json.dumps(WHOLE | {"name": "a\0b"})
HALF_LETTER = json.dumps(WHOLE | {"message": "a\ud800"})
NUL_INSIDE = json.dumps(WHOLE | {"lines": [{"product": "a\0", "quantity": 1}]})
TWICE = '{"name": "Sri", "name": "Ani", "lines": []}'


def send(app: Flask, body: str | bytes) -> TestResponse:
    return Client(app).post("/api/v1/inquiries", data=body, content_type="application/json", headers=HEADERS)


@pytest.mark.parametrize("body", [NUL_NAME, HALF_LETTER, NUL_INSIDE, TWICE, "[" * 100_000, "{", b"\xff"])
def test_a_broken_json_body_is_refused_as_a_problem(app: Flask, body: str | bytes) -> None:
    answer = send(app, body)
    assert (answer.status_code, answer.mimetype) == (400, "application/problem+json")


@pytest.mark.parametrize("body", [json.dumps(WHOLE), "[]", "{}", ""])
def test_json_that_is_whole_gets_the_answer_of_the_api(app: Flask, body: str) -> None:
    assert send(app, body).status_code == 422


@pytest.mark.parametrize("kind", ["application/json", "application/x-www-form-urlencoded"])
def test_a_body_without_files_is_small(app: Flask, kind: str) -> None:
    answer = Client(app).post("/api/v1/inquiries", data=b"x" * 2_100_000, content_type=kind, headers=HEADERS)
    assert answer.status_code == 413


@pytest.mark.parametrize("query", ["kategori=batik&kategori=%00", "q=%FF", "kategori=batik&kategori=%C3%28"])
def test_every_value_of_an_address_is_looked_at(app: Flask, query: str) -> None:
    assert Client(app).get(f"/produk?{query}").status_code == 400


def test_every_file_name_is_looked_at(app: Flask) -> None:
    files = [(io.BytesIO(b"x"), "a.jpg"), (io.BytesIO(b"x"), "b�.jpg")]
    answer = Client(app).post("/masuk", data={"files": files}, content_type="multipart/form-data")
    assert answer.status_code == 400


def test_a_strange_host_reads_what_happened(app: Flask) -> None:
    answer = Client(app).get("/produk", headers={"Host": "toko-lain.example"})
    assert answer.status_code == 400
    assert "toko-lain" not in answer.text
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_file_that_somebody_attached_runs_nothing(app: Flask) -> None:
    file = Response(b"%PDF-", mimetype="application/pdf", headers={"Content-Disposition": "attachment; filename=a.pdf"})
    with app.test_request_context("/"):
        answer = app.process_response(file)
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
