"""What time alone changes."""

from datetime import timedelta

import pytest

from shop.catalogue.models import Certificate
from shop.catalogue.types import CertificateStatus, CertificateType
from shop.lib.clock import today_wib
from shop.platform.db import db
from shop.worker.handlers.clocks import run_papers_clock
from tests.factories import make_product

pytestmark = pytest.mark.usefixtures("db_session")


def test_a_drink_whose_permit_ran_out_is_held_back() -> None:
    yesterday = today_wib() - timedelta(days=1)
    drink = make_product(kind="jamu")
    permit = Certificate(type=CertificateType.PIRT, status=CertificateStatus.VERIFIED, number="2133522010001")
    permit.expires_on = yesterday
    drink.certificates.append(permit)
    db.session.flush()
    run_papers_clock()
    assert not drink.papers_in_order
