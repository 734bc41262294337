"""What the shop itself sees in a product before staff look."""

import pytest

from shop.catalogue.book import book
from shop.catalogue.models import Certificate
from shop.catalogue.types import CertificateStatus, CertificateType
from shop.curation.findings import findings
from shop.platform.db import db
from tests.factories import make_product

pytestmark = pytest.mark.usefixtures("db_session")


def test_a_price_is_compared_only_where_it_can_be_and_papers_in_order_are_fine() -> None:
    asked = make_product(kind="jamu", price=None, price_on_request=True)
    asked.certificates.append(
        Certificate(type=CertificateType.PIRT, status=CertificateStatus.VERIFIED, number="12", expires_on=None)
    )
    db.session.flush()
    assert {"price_on_request", "papers_in_order"} <= {one.code for one in findings(asked)}
    assert not {one.code: one.fine for one in findings(make_product(public=False, price=None))}["price_missing"]
    by_the_hour = make_product(unit_id=book().units["jam"].id)
    assert not [one for one in findings(by_the_hour) if one.code.startswith("price")]


def test_worrying_findings_come_first() -> None:
    product = make_product(kind="jamu", price=500_000, description="Minuman ampuh", papers_in_order=False)
    codes = [(one.code, one.fine) for one in findings(product)]
    assert {code for code, fine in codes if not fine} == {
        "words_flagged",
        "papers_missing",
        "facts_missing",
        "price_out_of_band",
        "photos_missing",
    }
    assert [fine for _code, fine in codes] == sorted(fine for _code, fine in codes)
