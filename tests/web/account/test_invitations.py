"""A maker asks the owner of an account; only they answer."""

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session, scoped_session

from shop.accounts.models import User
from shop.accounts.types import Actor, OfficeRole, Role
from shop.audit.models import AuditEvent
from shop.lib.clock import now
from shop.platform.db import db
from shop.producers.commands import MemberFacts, invite_member
from shop.producers.models import ProducerMember
from shop.producers.scopes import scopes_of_user
from tests.factories import make_producer, make_user
from tests.person import Person
from tests.web.signing_in import stay_signed_in
from tests.web.staff.desk import sign_in as sign_in_at_desk

Db = scoped_session[Session]
OFFICER = Actor(roles=(OfficeRole(Role.OFFICER, None, "35.22"),))
PHONE = "+6281234567890"


def asked() -> tuple[User, ProducerMember]:
    user = make_user(phone=PHONE, phone_proved_at=now())
    return user, invite_member(producer=make_producer(), facts=MemberFacts(name="Sri", phone=PHONE), actor=OFFICER)


def visitor(app: Flask, user: User) -> Person:
    person = app.test_client()
    assert isinstance(person, Person)
    stay_signed_in(person, user)
    return person


def test_an_invitation_stands_where_its_reader_begins(app: Flask, db_session: Db) -> None:
    user, member = asked()
    page = visitor(app, user).visit("/akun/undangan")
    assert member.producer.stall_name in page.text
    assert page.form("/terima").send("Ya, saya bekerja di sini").path == "/akun"
    assert list(scopes_of_user(user.id)) == [member.producer.public_id]
    assert db.session.scalars(select(AuditEvent).where(AuditEvent.action == "member.joined")).one().user_id == user.id


def test_a_refusal_leaves_the_account_as_it_was(app: Flask, db_session: Db) -> None:
    user, member = asked()
    page = visitor(app, user).visit("/akun/undangan").form("/tolak").send("Tolak")
    assert "Tidak ada undangan" in page.text
    db.session.refresh(member)
    assert (member.user_id, member.invited_id, member.ends_on is not None) == (None, None, True)


@pytest.mark.parametrize("answer", ["terima", "tolak"])
def test_nobody_answers_for_another(app: Flask, db_session: Db, answer: str) -> None:
    user, member = asked()
    page = visitor(app, user).visit("/akun/undangan")
    token = page.form("/terima").values["csrf_token"]
    assert page.person.post(f"/akun/undangan/{member.public_id}/{answer}").status_code == 302
    thief = visitor(app, make_user())
    sent = thief.visit("/akun/profil").form().values["csrf_token"]
    answered = thief.post(f"/akun/undangan/{member.public_id}/{answer}", data={"csrf_token": sent})
    assert (answered.status_code, bool(token)) == (404, True)
    db.session.refresh(member)
    assert member.invited_id == user.id


def test_who_works_for_an_office_reads_the_same_page_in_its_frame(app: Flask, db_session: Db) -> None:
    page = sign_in_at_desk(app, Role.OFFICER).visit("/akun/undangan")
    assert "Tidak ada undangan yang menunggu" in page.text
