"""What commands about products refuse, whoever calls them."""

from collections.abc import Callable
from typing import Any

import pytest

from shop.accounts.types import SYSTEM, Actor, OfficeRole, Role
from shop.catalogue.commands import create_product, resume_product, set_size_chart
from shop.catalogue.commands.declared_papers import PaperWords, declare_paper
from shop.catalogue.commands.papers import reject_certificate, verify_certificate
from shop.catalogue.commands.photos import MOST_PHOTOS, add_photo, remove_photo, restore_photo
from shop.catalogue.commands.stall_capacity import MOST_A_MONTH, set_monthly_capacity
from shop.catalogue.facts import facts_of
from shop.catalogue.models import Certificate, Product
from shop.catalogue.sizes import SizeChart
from shop.catalogue.types import CertificateStatus, CertificateType
from shop.lib.errors import ShopError
from shop.platform.db import db
from tests.factories import make_photo, make_product

pytestmark = pytest.mark.usefixtures("db_session")
CURATOR = Actor(roles=(OfficeRole(Role.CURATOR, None, "35.22"),))


def paper_of(product: Product, status: CertificateStatus = CertificateStatus.CLAIMED) -> Certificate:
    product.certificates.append(Certificate(type=CertificateType.SNI, status=status, number="12"))
    db.session.flush()
    return product.certificates[0]


def verified(product: Product, number: str) -> None:
    verify_certificate(certificate=paper_of(product), product=product, number=number, expires_on=None, actor=CURATOR)


def said(product: Product, status: CertificateStatus, number: str = "12") -> None:
    words = PaperWords(type=CertificateType.SNI, status=status, number=number)
    declare_paper(product=product, words=words, actor=SYSTEM)


def full_of_photos(product: Product) -> None:
    for place in range(MOST_PHOTOS):
        make_photo(product, data=None, position=place)
    add_photo(product=product, master=b"", alt="", actor=SYSTEM)


def of_unknown_kind(product: Product) -> None:
    create_product(producer=product.producer, kind_code="gold", facts=facts_of(product), actor=SYSTEM)


def saved_again(product: Product) -> None:
    told = {"producer": product.producer, "kind_code": "souvenir", "actor": SYSTEM}
    create_product(facts=facts_of(product), public_id=product.public_id, **told)


def made_a_month(product: Product, amount: int) -> None:
    set_monthly_capacity(producer=product.producer, amounts={product.public_id: amount}, actor=SYSTEM)


REFUSED: list[tuple[Callable[[Product], Any], str]] = [
    (of_unknown_kind, "choose_one"),
    (saved_again, "product_just_saved"),
    (lambda product: resume_product(product=product, actor=SYSTEM), "wrong_state"),
    (lambda product: set_size_chart(product=product, chart=CHART, actor=SYSTEM), "size_name_missing"),
    (lambda product: said(product, CertificateStatus.VERIFIED), "choose_one"),
    (lambda product: said(product, CertificateStatus.CLAIMED, "x" * 61), "too_long"),
    (lambda product: verified(product, ""), "certificate_number_missing"),
    (lambda product: verified(product, "x" * 61), "too_long"),
    (full_of_photos, "too_many_photos"),
    (lambda product: restore_photo(product=product, key="gone", alt="", actor=SYSTEM), "not_found"),
    (lambda product: remove_photo(product=product, photo_public_id="x", actor=SYSTEM), "not_found"),
    (lambda product: made_a_month(product, MOST_A_MONTH + 1), "number_range"),
]
CHART = SizeChart(measures=("Lebar dada",), rows=(("", ("48",)),))


def test_what_cannot_be_is_refused() -> None:
    for act, code in REFUSED:
        with pytest.raises(ShopError) as refused:
            act(make_product())
        assert refused.value.code == code


def test_a_paper_is_rejected_once() -> None:
    product = make_product()
    paper = paper_of(product)
    reject_certificate(certificate=paper, product=product, actor=CURATOR)
    with pytest.raises(ShopError, match="wrong_state"):
        reject_certificate(certificate=paper, product=product, actor=CURATOR)


def test_a_monthly_capacity_that_stays_is_no_change_and_foreign_products_are_passed_over() -> None:
    product, foreign = make_product(capacity_per_month=200), make_product()
    amounts = {product.public_id: 200, foreign.public_id: 5}
    set_monthly_capacity(producer=product.producer, amounts=amounts, actor=SYSTEM)
    assert (product.capacity_per_month, foreign.capacity_per_month) == (200, 200)
