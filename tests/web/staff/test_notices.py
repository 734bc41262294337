"""Word for an office is seen by its people, counted, and once read is read for all of them."""

import pytest
from flask import Flask
from sqlalchemy.orm import Session, scoped_session

from shop.accounts.commands import leave_notice
from shop.accounts.models import Membership, Notice, Office, User
from shop.accounts.types import Role, SecretKind
from shop.lib.clock import today_wib
from shop.platform.db import db
from tests.factories import make_office, make_producer, make_user
from tests.person import Page, Person
from tests.web.signing_in import stay_signed_in

Db = scoped_session[Session]


def colleague(app: Flask, office: Office, role: Role = Role.CURATOR) -> Person:
    """A browser of somebody who works in this office."""
    user: User = make_user(secret_kind=SecretKind.PASSWORD)
    db.session.add(Membership(user_id=user.id, role=role, office_id=office.id, starts_on=today_wib()))
    db.session.flush()
    person = app.test_client()
    assert isinstance(person, Person)
    stay_signed_in(person, user)
    return person


def leave(office: Office, maker: str = "Jahit Melati", **params: str) -> Notice:
    notice = leave_notice(
        "inquiry.help", {"maker": maker, "number": "PM-1", "things": "2 jaket", **params}, office=office
    )
    assert notice is not None
    return notice


def counted(page: Page) -> list[str]:
    return page.texts(".staff-rail__desk a[href$=pemberitahuan] .staff-nav__count")


def test_it_stands_on_the_page_of_the_office_and_is_counted_in_the_frame(app: Flask, db_session: Db) -> None:
    office = make_office(email=None)
    leave(office)
    page = colleague(app, office).visit("/dinas")
    assert counted(page) == ["1 menunggu"]
    page = page.follow("kabar kantor belum dibaca")
    assert "Jahit Melati perlu dibantu menjawab pembeli" in page.text


def test_what_one_has_read_is_read_for_the_others_and_stays_among_all(app: Flask, db_session: Db) -> None:
    office = make_office()
    leave(office)
    one, other = colleague(app, office), colleague(app, office, Role.OFFICER)
    page = one.visit("/dinas/pemberitahuan").form("/dibaca", "Sudah dibaca").send("Sudah dibaca")
    assert counted(page) == []
    assert "Jahit Melati" not in other.visit("/dinas/pemberitahuan").text
    assert "Jahit Melati" in other.visit("/dinas/pemberitahuan?lihat=semua").text


def test_all_are_read_in_one_tap(app: Flask, db_session: Db) -> None:
    office = make_office()
    leave(office)
    leave(office, maker="Jahit Kenanga")
    page = colleague(app, office).visit("/dinas/pemberitahuan")
    page = page.form("/dibaca", "Tandai semua sudah dibaca").send("Tandai semua sudah dibaca")
    assert "Tidak ada yang belum dibaca." in page.text


def test_another_offices_word_is_neither_seen_nor_read(app: Flask, db_session: Db) -> None:
    notice = leave(make_office(region_code="32.04"))
    public_id = notice.public_id
    own = make_office()
    leave(own, maker="Jahit Kenanga")
    person = colleague(app, own)
    page = person.visit("/dinas/pemberitahuan")
    assert "Jahit Melati" not in page.text
    token = page.soup.find("input", {"name": "csrf_token"})["value"]
    assert person.post(f"/dinas/pemberitahuan/{public_id}/dibaca", data={"csrf_token": token}).status_code == 404
    person.post("/dinas/pemberitahuan/dibaca", data={"csrf_token": token})
    assert db.session.query(Notice).filter_by(public_id=public_id).one().read_at is None


def test_it_leads_to_the_maker_that_is_spoken_of(app: Flask, db_session: Db) -> None:
    office, maker = make_office(), make_producer()
    leave(office, maker=maker.stall_name, producer=maker.public_id)
    name = maker.stall_name
    page = colleague(app, office).visit("/dinas/pemberitahuan")
    assert page.follow(f"Buka produsen: {name} perlu dibantu menjawab pembeli").heading == name


@pytest.mark.parametrize("lihat", ["", "semua"])
def test_a_long_list_goes_on(app: Flask, db_session: Db, lihat: str) -> None:
    office = make_office()
    for number in range(21):
        leave(office, maker=f"Lapak {number}")
    page = colleague(app, office).visit(f"/dinas/pemberitahuan?lihat={lihat}")
    assert len(page.soup.select(".rows > li")) == 20
    link = page.soup.select_one("main a[href*=lanjut]")
    assert link is not None
    assert len(page.person.visit(str(link["href"])).soup.select(".rows > li")) == 1
