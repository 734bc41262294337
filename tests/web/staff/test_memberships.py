"""Roles are given and ended by administrators; the last of them, and one's own, stay."""

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session, scoped_session

from shop.accounts.commands.devices import Browser, open_device
from shop.accounts.models import Membership, Notice, PartnerAgency, User
from shop.accounts.queries import live_memberships, signed_in
from shop.accounts.types import PartnerKind, Role
from shop.audit.models import AuditEvent
from shop.platform.db import db
from shop.platform.outbox import OutboxMessage
from tests.factories import make_office, make_user
from tests.person import Page
from tests.web.staff.desk import make_staff, sign_in

Db = scoped_session[Session]


def opened(app: Flask, user: User) -> Page:
    return sign_in(app, Role.ADMIN).visit(f"/dinas/pengguna/{user.public_id}")


def roles_of(user: User) -> list[Role]:
    db.session.rollback()
    return [one.role for one in live_memberships(user.id)]


def test_a_role_is_given_to_an_account_that_chooses_a_password_by_mail(app: Flask, db_session: Db) -> None:
    user, office = make_user(name="Wulan", secret_hash="a PIN"), make_office(name="Dinas Sosial Tuban")
    session = open_device(user=user, browser=Browser()).token
    page = opened(app, user).follow("Beri peran").form().fill(role="curator", office=office.public_id).send()
    assert "Kurator, Dinas Sosial Tuban" in page.text
    assert roles_of(user) == [Role.CURATOR]
    assert (user.secret_hash, signed_in(session)) == (None, None)
    wanted = db.session.scalars(select(OutboxMessage).where(OutboxMessage.name == "LinkWanted")).one()
    assert wanted.payload == {"user_id": user.id, "purpose": "set_secret"}
    event = db.session.scalars(select(AuditEvent).where(AuditEvent.action == "membership.added")).one()
    assert (event.details, event.user_id is not None) == ({"role": "curator", "user": user.public_id}, True)
    assert [row.kind for row in db.session.scalars(select(Notice).where(Notice.user_id == user.id))] == ["role_changed"]


def test_an_agency_is_chosen_like_an_office(app: Flask, db_session: Db) -> None:
    agency = PartnerAgency(slug="dinkop", name="Dinas Koperasi", kind=PartnerKind.COOPERATIVES_OFFICE)
    db.session.add(agency)
    user = make_user()
    form = opened(app, user).follow("Beri peran").form().fill(role="partner", office=agency.public_id)
    assert "Lembaga mitra, Dinas Koperasi" in form.send().text


@pytest.mark.parametrize(("role", "said"), [("", "Pilih salah satu"), ("curator", "memerlukan kantor")])
def test_a_role_wants_the_place_that_belongs_to_it(app: Flask, db_session: Db, role: str, said: str) -> None:
    user = make_user()
    refused = opened(app, user).follow("Beri peran").form().fill(role=role).send(status=422)
    assert said in refused.text
    assert roles_of(user) == []


@pytest.mark.parametrize(
    ("facts", "said"), [({"email": None, "phone": "+6281234567890"}, "tidak punya e-mail"), ({}, "sudah memegang")]
)
def test_a_role_is_given_once_and_to_whom_mail_reaches(
    app: Flask, db_session: Db, facts: dict[str, str | None], said: str
) -> None:
    user, office = make_user(**facts), make_office()
    if not facts:
        db.session.add(
            Membership(user_id=user.id, role=Role.HEAD, office_id=office.id, starts_on=user.created_at.date())
        )
    form = opened(app, user).follow("Beri peran").form().fill(role="head", office=office.public_id)
    assert said in form.send(status=422).text


def test_a_role_that_ended_is_gone_with_its_sessions(app: Flask, db_session: Db) -> None:
    user = db.session.get_one(User, make_staff(Role.OFFICER)[0])
    session = open_device(user=user, browser=Browser(), with_code=True).token
    page = opened(app, user).form("/akhiri").send("Ya, akhiri peran ini")
    assert "Peran diakhiri" in page.text
    assert (roles_of(user), signed_in(session)) == ([], None)
    event = db.session.scalars(select(AuditEvent).where(AuditEvent.action == "membership.ended")).one()
    assert event.details == {"role": "officer", "user": user.public_id}


def test_nobody_ends_their_own_role_and_the_last_administrator_stays(app: Flask, db_session: Db) -> None:
    desk = sign_in(app, Role.ADMIN)
    own = db.session.scalars(select(Membership)).one()
    page = desk.visit(f"/dinas/pengguna/{own.user.public_id}")
    assert not page.soup.select("form[action$='/akhiri']")
    token = desk.visit("/dinas/pengguna").form("/dinas/pengguna").values["csrf_token"]
    address = f"/dinas/pengguna/{own.user.public_id}/peran/{own.id}/akhiri"
    desk.post(address, data={"csrf_token": token})
    assert roles_of(own.user) == [Role.ADMIN]


def test_a_role_of_somebody_else_is_not_ended_by_its_number(app: Flask, db_session: Db) -> None:
    user, other = (db.session.get_one(User, make_staff(Role.OFFICER)[0]) for _ in range(2))
    page = opened(app, user)
    token = page.form("/akhiri").values["csrf_token"]
    theirs = live_memberships(other.id)[0].id
    answer = page.person.post(f"/dinas/pengguna/{user.public_id}/peran/{theirs}/akhiri", data={"csrf_token": token})
    assert (answer.status_code, roles_of(other)) == (404, [Role.OFFICER])


@pytest.mark.parametrize("role", [Role.CURATOR, Role.PROVINCIAL, Role.HEAD])
def test_nobody_else_gives_roles_here(app: Flask, db_session: Db, role: Role) -> None:
    sign_in(app, role, "35").visit(f"/dinas/pengguna/{make_user().public_id}/peran", 404)
