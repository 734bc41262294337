"""Who did and saw what, inside the own region."""

from flask import Flask
from sqlalchemy.orm import Session, scoped_session

from shop.accounts.types import SYSTEM, Role
from shop.audit.commands import record
from tests.factories import make_producer
from tests.web.staff.desk import sign_in

Db = scoped_session[Session]
READERS = (Role.PROVINCIAL, Role.HEAD, Role.ADMIN)


def test_events_of_the_region_are_told_in_words(app: Flask, db_session: Db) -> None:
    record(actor=SYSTEM, action="producer.edited", target=make_producer(), region_code="35.22")
    page = sign_in(app, Role.HEAD).visit("/dinas/jejak")
    assert "Mengubah produsen" in page.texts("td")
    assert "Sistem" in page.texts("td")


def test_events_of_another_region_are_not_told(app: Flask, db_session: Db) -> None:
    record(actor=SYSTEM, action="producer.edited", target=make_producer(), region_code="32.04")
    assert "Mengubah produsen" not in sign_in(app, Role.PROVINCIAL, "35").visit("/dinas/jejak").text
    assert "Mengubah produsen" in sign_in(app, Role.ADMIN).visit("/dinas/jejak").text


def test_who_wrote_of_a_disability_is_told_to_those_who_read_specific_data(app: Flask, db_session: Db) -> None:
    record(actor=SYSTEM, action="producer.own_words_written", target=make_producer(), region_code="35.22")
    told = {role: "kata sendiri" in sign_in(app, role, "35").visit("/dinas/jejak").text for role in READERS}
    assert told == {Role.PROVINCIAL: True, Role.HEAD: False, Role.ADMIN: False}


def test_a_long_list_goes_on_by_cursor(app: Flask, db_session: Db) -> None:
    maker = make_producer()
    for _ in range(60):
        record(actor=SYSTEM, action="producer.edited", target=maker, region_code="35.22")
    page = sign_in(app, Role.HEAD).visit("/dinas/jejak")
    assert len(page.texts("tbody tr")) == 50
    assert len(page.follow("Berikutnya").texts("tbody tr")) == 10
