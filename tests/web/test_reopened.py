"""An address that only takes what a form sends leads on to its page when it is opened by itself."""

import pytest
from flask import Flask

from shop.inquiries.links import link_token
from tests.architecture.test_guards import addresses
from tests.factories import make_product
from tests.person import Person
from tests.web.selling.keeper import asked, keep_stall

pytestmark = pytest.mark.usefixtures("db_session")
AREAS = frozenset({"selling", "staff", "account"})


@pytest.mark.parametrize("lang", ["", "/en"])
@pytest.mark.parametrize("step", ["penawaran", "pesan", "tolak"])
def test_a_reopened_form_leads_to_the_inquiry(client: Person, lang: str, step: str) -> None:
    maker = keep_stall(client)
    part = asked(make_product(producer=maker))
    answer = client.get(f"{lang}/lapak/permintaan/{part.public_id}/{step}")
    assert (answer.status_code, answer.location) == (303, f"{lang}/lapak/permintaan/{part.public_id}")
    assert client.visit(answer.location).heading


def test_no_address_behind_the_sign_in_answers_that_it_takes_forms_only(app: Flask, client: Person) -> None:
    reading = addresses(app, AREAS, "GET")
    posting = {name: path for name, path in addresses(app, AREAS, "POST").items() if name not in reading}
    assert len(posting) > 40
    for path in posting.values():
        answer = client.get(path)
        assert answer.status_code in (302, 303, 404), path
        assert (answer.location or "/").startswith("/masuk?") or path.startswith(answer.location or "/"), path


def test_whatever_else_is_sent_there_is_refused(client: Person) -> None:
    maker = keep_stall(client)
    part = asked(make_product(producer=maker))
    answer = client.put(f"/lapak/permintaan/{part.public_id}/penawaran")
    assert answer.status_code == 405
    assert "POST" in answer.headers["Allow"]


@pytest.mark.parametrize("lang", ["", "/en"])
def test_a_reopened_form_below_a_secret_link_leads_to_its_page_and_one_of_the_basket_to_the_basket(
    client: Person, lang: str
) -> None:
    part = asked(make_product())
    page = f"{lang}/permintaan/{link_token(part.inquiry)}"
    for below in (f"{part.public_id}/balas", "pesanan/7/ulasan", "batal"):
        answer = client.get(f"{page}/{below}")
        assert (answer.status_code, answer.location) == (303, page)
    assert client.get(f"{lang}/permintaan/ubah/{part.public_id}").location == f"{lang}/permintaan"
    assert client.get(f"{lang}/keluar").status_code == 405
