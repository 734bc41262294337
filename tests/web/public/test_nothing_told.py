"""No public byte tells why somebody is in a programme, or of what was withdrawn."""

from sqlalchemy.orm import Session, scoped_session

from shop.consent.types import Purpose
from shop.programmes.models import BeneficiarySpecific, Enrolment, TrainingUnit
from shop.programmes.types import UnitType
from tests.factories import make_producer, make_product, withdraw_consent
from tests.person import Person
from tests.web.public.detail_rows import PROGRAMME, UNIT, added, make_line

Db = scoped_session[Session]


def test_no_public_byte_tells_why_somebody_is_in_a_programme(client: Person, db_session: Db) -> None:
    producer = make_producer(phone="+6281234567890")
    product = make_product(producer=producer)
    link = make_line(producer)
    addresses = [f"/produk/{product.slug}", f"/produsen/{producer.slug}", "/produsen", "/program"]
    before = [client.get(one).data for one in addresses]
    person = link.enrolment.beneficiary_id
    specific = db_session.query(BeneficiarySpecific).filter_by(beneficiary_id=person).one()
    specific.welfare_category, specific.disability_type = "homeless", "deaf"
    unit = TrainingUnit(code="LAIN", name="UPT Bina Laras Contoh", type=UnitType.UPT)
    added(unit)
    enrolment = db_session.get(Enrolment, link.enrolment_id)
    assert enrolment is not None
    enrolment.unit_id = unit.id
    assert [client.get(one).data for one in addresses] == before
    together = b"".join(before).decode()
    for words in (PROGRAMME, UNIT, "Nama Tercatat", "81234567890", "blind", "homeless"):
        assert words not in together


def test_what_withdraws_its_profile_is_nowhere(client: Person, db_session: Db) -> None:
    product = make_product()
    withdraw_consent(product.producer, Purpose.PROFILE)
    assert product.name not in client.visit(f"/produk/{product.slug}", status=404).text
