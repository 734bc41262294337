"""Accounts for administrators: found, helped, closed; none of it shows a way into an account with a role."""

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session, scoped_session

from shop.accounts.models import Device, Notice, OneTimeLink, User
from shop.accounts.totp import new_secret
from shop.accounts.types import Role, UserStatus
from shop.audit.models import AuditEvent
from shop.lib.clock import now
from shop.lib.pages import encode_cursor
from shop.platform.db import db
from shop.platform.outbox import OutboxMessage
from tests.factories import make_user
from tests.person import Page
from tests.web.staff.desk import make_staff, sign_in

Db = scoped_session[Session]


def colleague(role: Role = Role.OFFICER) -> User:
    user = db.session.get_one(User, make_staff(role)[0])
    user.totp_secret = new_secret()
    db.session.flush()
    return user


def opened(app: Flask, user: User) -> Page:
    return sign_in(app, Role.ADMIN).visit(f"/dinas/pengguna/{user.public_id}")


def test_people_with_roles_are_listed_and_nobody_else(app: Flask, db_session: Db) -> None:
    officer, buyer = colleague(), make_user(name="Ratna Pembeli", phone="+6281234567890")
    desk = sign_in(app, Role.ADMIN)
    listed = desk.visit("/dinas/pengguna").text
    assert officer.name in listed
    assert buyer.name not in listed


def test_others_are_found_by_their_whole_login_and_by_no_address(app: Flask, db_session: Db) -> None:
    officer, buyer = colleague(), make_user(name="Ratna Pembeli", phone="+6281234567890")
    search = sign_in(app, Role.ADMIN).visit("/dinas/pengguna").form("/dinas/pengguna")
    assert buyer.name not in search.fill(q="ratna").send().text
    for login in ("0812 3456 7890", buyer.email):
        found = search.fill(q=login).send()
        assert buyer.name in found.text
        assert "q=" not in found.response.request.url
    assert officer.name in search.fill(q=officer.name[:9].lower()).send().text


def test_a_cursor_tells_nothing_of_who_is_not_listed(app: Flask, db_session: Db) -> None:
    colleague()
    buyer = make_user(name="Zubaidah", phone="+6281234567890")
    desk = sign_in(app, Role.ADMIN)
    rows = desk.visit("/dinas/pengguna").texts("tbody tr")
    assert desk.visit(f"/dinas/pengguna?lanjut={encode_cursor([buyer.id])}").texts("tbody tr") == rows


def test_a_lost_second_factor_is_taken_away_and_its_person_told(app: Flask, db_session: Db) -> None:
    user = colleague()
    page = opened(app, user).form("/kode").send("Ya, lepas kode kedua")
    assert "Kode kedua dilepas" in page.text
    db.session.refresh(user)
    assert user.totp_secret is None
    assert [row.kind for row in db.session.scalars(select(Notice).where(Notice.user_id == user.id))] == ["totp_removed"]
    assert db.session.scalars(select(AuditEvent).where(AuditEvent.action == "totp.removed")).one().user_id != user.id


def test_a_link_into_an_account_with_a_role_is_only_mailed(app: Flask, db_session: Db) -> None:
    user = colleague()
    page = opened(app, user)
    assert not page.soup.select("form[action$='/tautan']")
    assert "dikirim ke e-mailnya" in page.form("/surat").send("Kirim tautan kata sandi baru").text
    wanted = db.session.scalars(select(OutboxMessage).where(OutboxMessage.name == "LinkWanted")).one()
    assert wanted.payload == {"user_id": user.id, "purpose": "set_secret"}
    token = page.form("/surat").values["csrf_token"]
    forced = page.person.post(
        f"/dinas/pengguna/{user.public_id}/tautan", data={"purpose": "sign_in", "csrf_token": token}
    )
    assert forced.status_code == 422
    assert db.session.scalars(select(OneTimeLink)).all() == []


def test_a_buyer_without_email_is_handed_a_link(app: Flask, db_session: Db) -> None:
    user = make_user(name="Ratna", phone="+6281234567890", email=None)
    page = opened(app, user).form("/tautan").fill(purpose="set_secret").send("Buat tautan")
    assert "/tautan/" in page.texts(".hand-over__address")[0]


def test_a_link_into_an_account_that_reads_mail_is_only_mailed(app: Flask, db_session: Db) -> None:
    user = make_user(email_confirmed_at=now())
    page = opened(app, user)
    token = page.form("/surat").values["csrf_token"]
    sent = {"purpose": "sign_in", "csrf_token": token}
    assert page.person.post(f"/dinas/pengguna/{user.public_id}/tautan", data=sent).status_code == 422
    assert db.session.scalars(select(OneTimeLink)).all() == []
    user.email_bounced_at = now()
    db.session.commit()
    opened(app, user).form("/tautan").fill(purpose="sign_in").send("Buat tautan")


def test_an_account_is_closed_and_opened_again(app: Flask, db_session: Db) -> None:
    user = colleague()
    sign_in(app, Role.OFFICER)
    closed = opened(app, user).form("/tutup").send("Ya, tutup akun")
    assert "Akun ditutup" in closed.text
    db.session.refresh(user)
    assert user.status is UserStatus.DISABLED
    assert "dibuka lagi" in closed.form("/buka").send("Buka akun lagi").text


def test_administrators_do_not_lock_themselves_out(app: Flask, db_session: Db) -> None:
    desk = sign_in(app, Role.ADMIN)
    own = db.session.scalars(select(Device).order_by(Device.id.desc())).first()
    assert own is not None
    page = desk.visit(f"/dinas/pengguna/{own.user.public_id}")
    assert not page.soup.select("main form[method=post]")


@pytest.mark.parametrize("role", [Role.CURATOR, Role.OFFICER, Role.PROVINCIAL, Role.HEAD])
def test_nobody_else_opens_accounts(app: Flask, db_session: Db, role: Role) -> None:
    user = make_user()
    sign_in(app, role, "35").visit(f"/dinas/pengguna/{user.public_id}", 404)


def test_a_deed_that_does_not_exist_is_not_there(app: Flask, db_session: Db) -> None:
    user = colleague()
    page = opened(app, user)
    token = page.form("/surat").values["csrf_token"]
    answer = page.person.post(f"/dinas/pengguna/{user.public_id}/hapus", data={"csrf_token": token})
    assert answer.status_code == 404
