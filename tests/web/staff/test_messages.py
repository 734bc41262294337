"""Messages that gave up, and another try."""

from flask import Flask
from sqlalchemy.orm import Session, scoped_session

from shop.accounts.types import Role
from shop.lib.clock import now
from shop.platform.db import db
from shop.platform.outbox import OutboxMessage
from tests.web.staff.desk import sign_in

Db = scoped_session[Session]


def test_a_failed_message_is_seen_without_its_details_and_sent_again(app: Flask, db_session: Db) -> None:
    row = OutboxMessage(
        name="NoticeLeft",
        payload={"notice_id": 1},
        attempts=12,
        failed_at=now(),
        last_error="SMTPRecipientsRefused: sri@contoh.example",
    )
    db.session.add(row)
    page = sign_in(app, Role.ADMIN).visit("/dinas/pesan")
    assert "SMTPRecipientsRefused" in page.text
    assert "sri@" not in page.text
    assert "Tidak ada pesan yang gagal." in page.form("/ulang").send().text
    db.session.expire_all()
    assert (row.failed_at, row.attempts) == (None, 0)
