"""Photos that are not public yet, seen by the office of their region alone."""

from flask import Flask
from sqlalchemy.orm import Session, scoped_session

from shop.accounts.types import Role
from tests.factories import make_photo, make_producer, make_product
from tests.web.staff.desk import sign_in

Db = scoped_session[Session]


def test_a_curator_sees_the_photo_of_a_waiting_product(app: Flask, db_session: Db) -> None:
    photo = make_photo(make_product(public=False))
    person = sign_in(app, Role.CURATOR)
    answer = person.get(f"/dinas/foto/{photo.key}/480.webp")
    assert (answer.status_code, answer.data, answer.headers["Cache-Control"]) == (200, b"a picture", "no-store")
    assert person.get(f"/dinas/foto/{photo.key}/481.webp").status_code == 404


def test_another_region_and_other_roles_do_not(app: Flask, db_session: Db) -> None:
    photo = make_photo(make_product(producer=make_producer(regency_code="32.04")))
    assert sign_in(app, Role.CURATOR).get(f"/dinas/foto/{photo.key}/480.webp").status_code == 404
    assert sign_in(app, Role.HEAD, "32").get(f"/dinas/foto/{photo.key}/480.webp").status_code == 404
