"""Helping a person of a maker in: a link that is handed over, a new number confirmed in person."""

from urllib.parse import urlsplit

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session, scoped_session

from shop.accounts.models import BuyingMember, BuyingOrganisation, Membership, Notice, OneTimeLink, User
from shop.accounts.types import BuyerType, LinkPurpose, Role
from shop.audit.models import AuditEvent
from shop.lib.clock import now, today_wib
from shop.platform.db import db
from shop.platform.outbox import OutboxMessage
from shop.producers.models import Companion, Producer, ProducerMember
from shop.producers.types import CompanionType, MemberRole
from tests.factories import make_office, make_producer, make_user
from tests.inquiries.makers import an_inquiry
from tests.person import Person
from tests.web.staff.desk import sign_in

Db = scoped_session[Session]


def join(maker: Producer, user: User | None, *, made: bool = False) -> str:
    """A leader of a maker; returns the address of the page."""
    facts = {"name": "Sri Rahayu", "role": MemberRole.LEADER, "starts_on": today_wib(), "account_made": made}
    member = ProducerMember(producer=maker, user=user, **facts)
    db.session.add(member)
    db.session.flush()
    return f"/dinas/produsen/{maker.public_id}/orang/{member.public_id}"


def leader(**facts: str | None) -> tuple[User, str]:
    user = make_user(**{"phone": "+6281234567890", "email": None, "name": "Sri Rahayu", **facts})
    return user, join(make_producer(), user, made=True)


def test_a_link_is_shown_once_and_signs_the_person_in_once(app: Flask, db_session: Db) -> None:
    user, address = leader()
    desk = sign_in(app, Role.OFFICER)
    page = desk.visit(address).form("/tautan").fill(purpose="sign_in").send("Buat tautan")
    assert page.heading == "Tautan untuk Sri Rahayu"
    link = urlsplit(page.texts(".hand-over__address")[0]).path
    assert link not in desk.visit(f"{address}/tautan").text
    person = app.test_client()
    assert isinstance(person, Person)
    assert person.visit(link).form().send("Masuk sekarang").path == "/lapak"
    app.test_client().visit(link, 404)
    assert [row.kind for row in db.session.scalars(select(Notice).where(Notice.user_id == user.id))] == [
        "link_handed_over"
    ]


def test_the_page_of_a_link_is_kept_by_nobody_and_the_deed_is_in_the_audit(app: Flask, db_session: Db) -> None:
    _user, address = leader()
    form = sign_in(app, Role.CURATOR).visit(address).form("/tautan").fill(purpose="set_secret")
    page = form.send("Buat tautan")
    assert page.response.headers["Cache-Control"] == "no-store"
    assert page.soup.select_one("img[src^='data:image/svg+xml']")
    events = db.session.scalars(select(AuditEvent).where(AuditEvent.action == "link.issued.set_secret")).all()
    assert [event.user_id is not None for event in events] == [True]


def test_a_new_link_ends_the_one_before_and_none_lasts_for_ever(app: Flask, db_session: Db) -> None:
    _user, address = leader()
    desk = sign_in(app, Role.OFFICER)
    for _ in range(2):
        desk.visit(address).form("/tautan").fill(purpose="sign_in").send("Buat tautan")
    first, second = db.session.scalars(select(OneTimeLink).order_by(OneTimeLink.id)).all()
    assert (first.used_at is not None, second.used_at, second.purpose) == (True, None, LinkPurpose.SIGN_IN)
    assert (second.expires_at - now()).days < 3


@pytest.mark.parametrize("region", ["35.78", "33"])
def test_a_person_of_another_region_is_not_there(app: Flask, db_session: Db, region: str) -> None:
    _user, address = leader()
    desk = sign_in(app, Role.OFFICER, region)
    for path in (address, f"{address}/tautan"):
        desk.visit(path, 404)


@pytest.mark.parametrize("elsewhere", ["role", "companion", "stall"])
def test_nobody_gets_a_link_into_an_account_that_may_more(app: Flask, db_session: Db, elsewhere: str) -> None:
    user, address = leader()
    if elsewhere == "role":
        db.session.add(Membership(user_id=user.id, role=Role.ADMIN, starts_on=today_wib()))
    elif elsewhere == "companion":
        db.session.add(Companion(user_id=user.id, office_id=make_office().id, type=CompanionType.PENDAMPING))
    else:
        join(make_producer(regency_code="35.78"), user)
    form = sign_in(app, Role.OFFICER).visit(address).form("/tautan").fill(purpose="sign_in")
    assert "di luar wilayah Anda" in form.send("Buat tautan", 422).texts("[data-error-summary]")[0]
    assert db.session.scalars(select(OneTimeLink)).all() == []


@pytest.mark.parametrize("held", ["inquiry", "organisation", "joined"])
def test_nobody_gets_a_link_into_what_a_buyer_holds(app: Flask, db_session: Db, held: str) -> None:
    user, address = leader()
    if held == "inquiry":
        an_inquiry().buyer_id = user.id
    elif held == "organisation":
        organisation = BuyingOrganisation(name="SMP Melati", kind=BuyerType.SCHOOL)
        db.session.add(organisation)
        db.session.flush()
        db.session.add(BuyingMember(organisation_id=organisation.id, user_id=user.id))
    else:
        db.session.scalars(select(ProducerMember)).one().account_made = False
    form = sign_in(app, Role.OFFICER).visit(address).form("/tautan").fill(purpose="set_secret")
    assert "Pengelola situs" in form.send("Buat tautan", 422).texts("[data-error-summary]")[0]
    assert db.session.scalars(select(OneTimeLink)).all() == []


def test_a_person_with_email_gets_the_link_there_and_nobody_sees_it(app: Flask, db_session: Db) -> None:
    user, address = leader(email="sri@contoh.example")
    page = sign_in(app, Role.CURATOR).visit(address)
    assert not page.soup.select("main form[action$='/tautan']")
    token = page.form("/surat").values["csrf_token"]
    forced = page.person.post(f"{address}/tautan", data={"purpose": "set_secret", "csrf_token": token})
    assert forced.status_code == 422
    assert "dikirim ke e-mailnya" in page.form("/surat").send("Kirim tautan PIN baru").text
    wanted = db.session.scalars(select(OutboxMessage).where(OutboxMessage.name == "LinkWanted")).one()
    assert wanted.payload == {"user_id": user.id, "purpose": "set_secret"}
    assert db.session.scalars(select(OneTimeLink)).all() == []


def test_who_was_asked_and_has_not_answered_is_helped_by_nobody(app: Flask, db_session: Db) -> None:
    address = join(make_producer(), None)
    db.session.scalars(select(ProducerMember)).one().invited = make_user(phone="+6281311112222")
    page = sign_in(app, Role.OFFICER).visit(address)
    assert "menerima undangan" in page.text
    assert "0813" not in page.text
    assert not page.soup.select("main form[method=post]")


def test_somebody_without_an_account_is_invited_instead(app: Flask, db_session: Db) -> None:
    address = join(make_producer(), None)
    desk = sign_in(app, Role.OFFICER)
    page = desk.visit(address)
    assert "tidak punya akun" in page.text
    assert not page.soup.select("main form[action$='/tautan']")


def test_a_new_number_signs_in_once_the_office_confirmed_it(app: Flask, db_session: Db) -> None:
    user, address = leader(new_phone="+6281311112222")
    page = sign_in(app, Role.OFFICER).visit(address)
    assert "0813-1111-2222" in page.text
    assert "dipakai untuk masuk" in page.form("/nomor").send("Ya, nomor ini miliknya").text
    db.session.refresh(user)
    assert (user.phone, user.new_phone, user.phone_proved_at is not None) == ("+6281311112222", None, True)


def test_a_number_that_is_somebody_elses_is_told_to_the_office(app: Flask, db_session: Db) -> None:
    make_user(phone="+6281311112222", phone_proved_at=now())
    _user, address = leader(new_phone="+6281311112222")
    page = sign_in(app, Role.OFFICER).visit(address).form("/nomor").send("Ya, nomor ini miliknya")
    assert "sudah dipakai akun lain" in page.text
