"""Uploads that were never sent do not stay."""

from datetime import timedelta

import pytest
import time_machine

from shop.catalogue.models import Certificate
from shop.catalogue.types import CertificateStatus, CertificateType
from shop.inquiries.commands.unsent import forget_unsent_files
from shop.inquiries.models import Attachment
from shop.lib.clock import now
from shop.platform import storage
from shop.platform.db import db
from tests.inquiries.makers import a_product, an_asking
from tests.inquiries.test_sending import send

pytestmark = pytest.mark.usefixtures("db_session")


def test_a_file_that_nobody_sent_goes_after_a_day_and_a_sent_one_stays() -> None:
    store, inquiry = storage.current(), send(an_asking(a_product()))
    for key in ("attachments/sent.pdf", "attachments/left.pdf", "files/left.pdf", "photos/ab/master.jpg"):
        store.put(key, b"bytes")
    db.session.add(
        Attachment(
            inquiry_id=inquiry.id, key="attachments/sent.pdf", name="a.pdf", media_type="application/pdf", size=5
        )
    )
    db.session.flush()
    assert forget_unsent_files() == 0
    with time_machine.travel(now() + timedelta(days=1, minutes=1)):
        assert forget_unsent_files() == 2
    assert store.exists("attachments/sent.pdf")
    assert store.exists("photos/ab/master.jpg")
    assert not store.exists("attachments/left.pdf")


def test_the_file_of_a_paper_stays_until_another_takes_its_place() -> None:
    store, product = storage.current(), a_product()
    for key in ("papers/now.pdf", "papers/before.pdf"):
        store.put(key, b"bytes")
    paper = Certificate(type=CertificateType.PIRT, status=CertificateStatus.CLAIMED, file_key="papers/now.pdf")
    product.certificates.append(paper)
    db.session.flush()
    with time_machine.travel(now() + timedelta(days=3)):
        assert forget_unsent_files() == 1
    assert store.exists("papers/now.pdf")
    assert not store.exists("papers/before.pdf")
