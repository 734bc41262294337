"""Featured makers: suggested by turn, shown for some days with a reason, moved by buttons."""

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session, scoped_session

from shop.accounts.types import Role
from shop.curation.models import FeaturedProducer
from shop.platform.db import db
from tests.factories import make_producer
from tests.person import Page, Person
from tests.web.staff.desk import sign_in

Db = scoped_session[Session]


def feature(person: Person, name: str) -> Page:
    """Show one of the suggested makers first."""
    page = person.visit("/dinas/unggulan").follow(f"Tampilkan {name}")
    return page.form().fill(reason="Belum pernah tampil").send()


def order(page: Page) -> list[str]:
    return page.texts("ol.rank-list .rank-list__words strong")


def test_a_maker_is_shown_first_and_its_turn_is_counted(app: Flask, db_session: Db) -> None:
    make_producer(stall_name="Bordir Baluran")
    page = feature(sign_in(app, Role.CURATOR), "Bordir Baluran")
    assert order(page) == ["Bordir Baluran"]
    assert "Belum pernah tampil" in page.text


def test_the_order_moves_by_buttons(app: Flask, db_session: Db) -> None:
    person = sign_in(app, Role.CURATOR)
    for name in ("Bordir Baluran", "Keripik Semeru"):
        make_producer(stall_name=name)
        feature(person, name)
    page = person.visit("/dinas/unggulan")
    first = page.soup.select("ol.rank-list form")[0]
    answer = person.post(
        str(first["action"]),
        data={"csrf_token": first.input["value"], "direction": "down"} if first.input else {},
        follow_redirects=True,
    )
    assert order(Page(person, answer)) == ["Keripik Semeru", "Bordir Baluran"]


def test_wrong_dates_and_a_missing_reason_are_told_beside_the_fields(app: Flask, db_session: Db) -> None:
    make_producer(stall_name="Bordir Baluran")
    form = sign_in(app, Role.CURATOR).visit("/dinas/unggulan").follow("Tampilkan Bordir Baluran").form()
    refused = form.fill(starts_on="2026-12-20", ends_on="2026-12-10", reason="Ganti giliran").send(status=422)
    assert "Tanggal akhir" in refused.text
    assert "Ganti giliran" in refused.text


def test_a_feature_ends_on_wish(app: Flask, db_session: Db) -> None:
    make_producer(stall_name="Bordir Baluran")
    page = feature(sign_in(app, Role.CURATOR), "Bordir Baluran")
    ended = page.form("/akhiri").send()
    assert order(ended) == []
    assert db.session.scalars(select(FeaturedProducer)).all() == []


def test_a_maker_of_another_region_or_a_hidden_one_is_not_there(app: Flask, db_session: Db) -> None:
    person = sign_in(app, Role.CURATOR)
    for maker in (make_producer(regency_code="32.04"), make_producer(public=False)):
        person.visit(f"/dinas/unggulan/{maker.public_id}/tampilkan", status=404)
