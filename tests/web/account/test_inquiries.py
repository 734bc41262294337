"""A signed-in buyer finds its inquiries again, those of its organisation, and nobody else's."""

import pytest
from sqlalchemy.orm import Session, scoped_session

from shop.inquiries.links import link_token
from shop.inquiries.models import Inquiry
from tests.accounts.making import make_user
from tests.inquiries.makers import a_product, an_inquiry
from tests.person import Person
from tests.web.public.buying import the_form
from tests.web.signing_in import sign_in

pytestmark = pytest.mark.usefixtures("db_session")
Db = scoped_session[Session]


def test_an_account_without_inquiries_leads_on(client: Person) -> None:
    make_user()
    sign_in(client)
    page = client.visit("/akun/permintaan")
    assert page.heading == "Belum ada permintaan"


def test_what_is_sent_while_signed_in_stands_in_the_account(client: Person, db_session: Db) -> None:
    make_user()
    sign_in(client)
    sent = the_form(client, a_product(name="Rompi")).send()
    page = client.visit("/akun/permintaan")
    assert "200 pcs Rompi" in page.text
    assert "Baru" in page.text
    opened = client.visit(str(page.soup.select_one(".summary-line a")["href"]))
    assert opened.path == sent.path


def test_an_earlier_inquiry_is_kept_by_its_link(client: Person, db_session: Db) -> None:
    user = make_user()
    inquiry = an_inquiry()
    sign_in(client)
    page = client.visit(f"/permintaan/{link_token(inquiry)}").form("/simpan").send()
    assert page.path == "/akun/permintaan"
    db_session.rollback()
    assert db_session.get_one(Inquiry, inquiry.id).buyer_id == user.id


def test_what_belongs_to_another_account_is_neither_kept_nor_shown(client: Person, db_session: Db) -> None:
    other = make_user(phone="+6281211113333")
    inquiry = an_inquiry()
    inquiry.buyer_id = other.id
    make_user()
    sign_in(client)
    client.visit(f"/akun/permintaan/{inquiry.public_id}", 404)
    client.visit("/akun/permintaan/x", 404)
    token = client.visit(f"/permintaan/{link_token(inquiry)}").form("/tautan").values["csrf_token"]
    answer = client.post(f"/permintaan/{link_token(inquiry)}/simpan", data={"csrf_token": token})
    assert answer.status_code == 422


def test_a_long_list_goes_on(client: Person, db_session: Db) -> None:
    user = make_user()
    product = a_product()
    for _ in range(21):
        an_inquiry(product).buyer_id = user.id
    sign_in(client)
    page = client.visit("/akun/permintaan")
    assert len(page.soup.select(".summary-line")) == 20
    following = page.soup.select_one("main a[href*=lanjut]")
    assert following is not None
    assert len(client.visit(str(following["href"])).soup.select(".summary-line")) == 1
