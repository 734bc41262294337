"""Attached files are handed out under any name, to buyers and makers alike."""

from urllib.parse import unquote

import pytest
from flask import Flask

from shop.inquiries.links import link_token
from shop.inquiries.models import Attachment
from shop.lib.errors import NotFound
from shop.platform import storage
from shop.platform.db import db
from shop.web.attachments import attachment_response
from tests.factories import make_product
from tests.person import Person
from tests.web.selling.keeper import asked, keep_stall

pytestmark = pytest.mark.usefixtures("db_session")


def attached(name: str, **facts: object) -> Attachment:
    storage.current().put("attachments/a.jpg", b"\xff\xd8")
    return Attachment(key="attachments/a.jpg", name=name, media_type="image/jpeg", size=2, **facts)


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("logo.jpg", "filename=logo.jpg"),
        ("Logo SMK.jpg", 'filename="Logo SMK.jpg"'),
        ("Logo – SMK.jpg", 'filename="Logo SMK.jpg"'),
        ("pesan “baru”.jpg", 'filename="pesan baru.jpg"'),
        ("logo😀.jpg", "filename=logo.jpg"),
        ("😀.jpg", "filename=berkas.jpg"),
        ("café.jpg", "filename=cafe.jpg"),
        ("a\r\nSet-Cookie: x.jpg", 'filename="a Set-Cookie: x.jpg"'),
    ],
)
def test_any_name_makes_a_header_that_a_server_takes(app: Flask, name: str, plain: str) -> None:
    with app.test_request_context():
        header = attachment_response(attached(name)).headers["Content-Disposition"]
    header.encode("ascii")
    assert header.split("; ")[:2] == ["attachment", plain]
    full = header.partition("filename*=UTF-8''")[2]
    assert unquote(full) == ("" if name.isascii() else name)


def test_a_file_that_the_storage_has_lost_is_not_there(app: Flask) -> None:
    with app.test_request_context(), pytest.raises(NotFound):
        attachment_response(Attachment(key="attachments/gone.jpg", name="a.jpg", media_type="image/jpeg", size=1))


def test_buyer_and_maker_get_the_same_answer(client: Person) -> None:
    part = asked(make_product(producer=keep_stall(client)))
    file = attached("Logo – SMK 😀.jpg", inquiry_id=part.inquiry_id)
    db.session.add(file)
    db.session.flush()
    to_maker = client.get(f"/lapak/permintaan/{part.public_id}/berkas/{file.public_id}")
    to_buyer = client.get(f"/permintaan/{link_token(part.inquiry)}/berkas/{file.public_id}")
    assert to_maker.headers["Content-Disposition"] == to_buyer.headers["Content-Disposition"]
    assert (to_buyer.status_code, to_buyer.data, to_buyer.mimetype) == (200, b"\xff\xd8", "image/jpeg")
