"""What the request says of its products: multiples, the price of a quantity, one that is no longer shown."""

from sqlalchemy import func, select

from shop.catalogue.models import PriceTier
from shop.inquiries.models import Inquiry
from shop.lib.clock import now
from tests.inquiries.makers import a_product
from tests.person import Person
from tests.web.public.test_request import WHO, Db, put


def test_a_multiple_and_the_price_of_the_quantity_are_told_where_it_is_asked(client: Person, db_session: Db) -> None:
    mask = a_product(moq=12, multiple=12, price=12_000)
    db_session.add(PriceTier(product_id=mask.id, min_quantity=48, price=11_000))
    page = client.visit(f"/permintaan/tambah/{mask.slug}?quantity=48")
    assert page.text.count("Min. 12, kelipatan 12") == 2
    assert "Rp11.000/pcs" in page.text
    page = put(client, mask, 422, quantity="40")
    assert "Tulis kelipatan 12. Terdekat: 36 dan 48." in page.text
    page = page.form(mask.slug).fill(quantity="36").send()
    assert "Rp12.000/pcs · Min. 12, kelipatan 12" in page.text
    assert "Terdekat: 12 dan 24." in client.visit(f"/produk/{mask.slug}/tanya?quantity=13").text


def test_a_product_that_vanished_is_named_as_the_buyer_knew_it_and_taken_out_first(
    client: Person, db_session: Db
) -> None:
    stays, goes = a_product(name="Tas"), a_product(name="Rompi rahasia")
    put(client, stays, quantity="60")
    page = put(client, goes, quantity="60")
    form = page.form(button="Kirim permintaan").fill(**WHO)
    kind = goes.kind.code
    goes.producer.hidden_at, goes.name = now(), "Nama baru"
    page = form.send("Kirim permintaan", status=422)
    link = page.soup.select_one("[data-error-summary] a")
    assert link is not None
    assert "baru saja ditutup" in link.get_text()
    assert "Anda menulis 60 pcs" in page.texts(str(link["href"]))[0]
    assert "Rompi rahasia sudah ditutup" in page.text
    assert page.soup.select_one(f".notice--limit a[href='/produk?jenis={kind}']")
    gone = page.soup.select_one(".notice--limit form")
    assert gone is not None
    page = page.form(str(gone["action"]), "Keluarkan").send()
    assert "Rompi rahasia" not in page.text
    page.form(button="Kirim permintaan").fill(**WHO).send("Kirim permintaan")
    assert db_session.scalar(select(func.count()).select_from(Inquiry)) == 1
