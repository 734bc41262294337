"""Ready texts for WhatsApp carry the number, and a link that is the reader's own."""

import pytest

from shop.inquiries.links import link_token
from shop.text.language import using
from shop.text.whatsapp import to_buyer, to_maker, to_oneself
from tests.inquiries.makers import a_producer, a_product, an_inquiry

pytestmark = pytest.mark.usefixtures("db_session")


def test_a_maker_is_told_number_and_its_own_page_and_never_the_secret_link() -> None:
    inquiry = an_inquiry(a_product(a_producer("Konveksi Cisadane"), name="Rompi"))
    with using("en"):
        text = to_maker(inquiry.parts[0], "Lapakarya")
    assert text.startswith("Halo, saya Ratna Widuri dari Sanggar Renang.")
    assert f"200 pcs Rompi. No. permintaan {inquiry.number}." in text
    assert text.endswith(f"/lapak/permintaan/{inquiry.parts[0].public_id}")
    assert "/en/" not in text
    assert link_token(inquiry) not in text


def test_a_buyer_is_told_from_whom_in_its_own_language() -> None:
    inquiry = an_inquiry(a_product(a_producer("Konveksi Cisadane")))
    assert to_buyer(inquiry.parts[0]) == (
        f"Halo Ratna Widuri, saya dari Konveksi Cisadane. Ini tentang permintaan {inquiry.number}."
    )
    inquiry.language = "en"
    assert to_buyer(inquiry.parts[0]).startswith("Hello Ratna Widuri")


def test_what_a_buyer_keeps_holds_the_secret_link() -> None:
    inquiry = an_inquiry(a_product())
    assert to_oneself(inquiry, "Lapakarya").endswith(f"/permintaan/{link_token(inquiry)}")
