"""What a maker is told about the buyer."""

import pytest

from shop.inquiries.commands import make_quote
from shop.platform.db import db
from shop.worker.loop import run_all
from tests.factories import make_product
from tests.inquiries.makers import an_offer, maker
from tests.person import Person
from tests.web.selling.keeper import asked, keep_stall

pytestmark = pytest.mark.usefixtures("db_session")


@pytest.mark.parametrize(
    ("email", "said"),
    [
        ("ratna@contoh.example", "Pembeli menerima kabar."),
        (None, "Pembeli tidak menulis e-mail: kabari lewat WhatsApp."),
    ],
)
def test_a_maker_is_told_whether_the_buyer_hears_of_a_quote(client: Person, email: str | None, said: str) -> None:
    part = asked(make_product(producer=keep_stall(client)))
    page = client.visit(f"/lapak/permintaan/{part.public_id}")
    assert "Kabari lewat WhatsApp" not in page.text
    part.inquiry.email = email
    page = page.form("/penawaran").fill(lines_0_unit_price="36.500").send("Kirim penawaran")
    assert f"Penawaran terkirim. {said}" in page.text
    assert ("Kabari lewat WhatsApp" in page.texts(".stall__main a")) is (email is None)


def test_a_maker_reads_which_quote_a_companion_wrote_in_its_name(client: Person) -> None:
    part = asked(make_product(producer=keep_stall(client)))
    offered = an_offer(part)
    make_quote(part=part, offer=offered, key=None, actor=maker(part, on_behalf=True))
    make_quote(part=part, offer=offered, key=None, actor=maker(part))
    address = f"/lapak/permintaan/{part.public_id}"
    db.session.commit()
    run_all()
    page = client.visit(address)
    assert page.text.count("Ditulis pendamping atas nama produsen.") == 1
    assert client.visit("/akun/pemberitahuan").text.count("Penawaran terkirim atas nama Konveksi Cisadane") == 1


def test_a_buyer_who_left_no_number_reads_it_on_the_page(client: Person) -> None:
    part = asked(make_product(producer=keep_stall(client)))
    page = client.visit(f"/lapak/permintaan/{part.public_id}")
    part.inquiry.email, part.inquiry.phone = "ratna@contoh.example", None
    assert (
        "Pembeli menerima kabar."
        in page.form("/penawaran").fill(lines_0_unit_price="36.500").send("Kirim penawaran").text
    )
