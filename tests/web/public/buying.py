"""What tests of the buyer's pages do again and again."""

import io
from typing import Any

from PIL import Image
from sqlalchemy import select
from sqlalchemy.orm import Session, scoped_session

from shop.catalogue.models import Product
from shop.inquiries.links import link_token
from shop.inquiries.models import Inquiry
from tests.inquiries.makers import (
    a_producer,
    a_product,
)
from tests.person import Form, Page, Person

Db = scoped_session[Session]
FILLED = {"quantity": "200", "name": "Ratna Widuri", "phone": "0812-3456-7890", "message": "Untuk latihan."}


def vest() -> Product:
    """A life-vest maker's product, without a limit to tick."""
    return a_product(a_producer("Konveksi Pelampung"), name="Rompi pelampung dewasa")


def the_form(client: Person, product: Product, **values: Any) -> Form:
    page = client.visit(f"/produk/{product.slug}/tanya")
    return page.form("/tanya").fill(**{**FILLED, **values})


def the_inquiry(db_session: Db) -> Inquiry:
    db_session.rollback()
    return db_session.scalars(select(Inquiry)).one()


def the_page(client: Person, inquiry: Inquiry) -> Page:
    return client.visit(f"/permintaan/{link_token(inquiry)}")


def a_picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (60, 40), "navy").save(out, "PNG")
    return out.getvalue()
