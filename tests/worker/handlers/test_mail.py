"""Mails of the worker: a link goes to its owner alone, and nothing about the mail gives it away."""

import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select

from shop.accounts.commands import leave_notice
from shop.accounts.messages import LinkWanted
from shop.accounts.models import Notice, User
from shop.accounts.types import LinkPurpose
from shop.platform import outbox
from shop.platform.db import db
from shop.platform.mail import Mail, MailRefused
from shop.worker.loop import run_all
from tests.factories import make_office, make_producer, make_user
from tests.web.selling.keeper import make_member

pytestmark = pytest.mark.usefixtures("db_session")


@pytest.fixture
def mails(app: Flask) -> Path:
    return Path(app.extensions["settings"].instance) / "mail"


def handled() -> None:
    db.session.commit()
    run_all()


def only(mails: Path) -> tuple[Path, EmailMessage]:
    [place] = mails.glob("*.eml")
    letter = message_from_bytes(place.read_bytes(), policy=policy.default)
    assert isinstance(letter, EmailMessage)
    return place, letter


def test_neither_the_id_of_a_mail_nor_the_name_of_its_file_holds_a_piece_of_its_link(mails: Path) -> None:
    outbox.leave(LinkWanted(make_user().id, LinkPurpose.SIGN_IN))
    handled()
    place, letter = only(mails)
    body = letter.get_body(("plain",))
    assert body is not None
    found = re.search(r"/tautan/([\w-]+)", body.get_content())
    assert found is not None
    token = found[1]
    assert not any(token[at : at + 6] in f"{place.name} {letter['Message-ID']}" for at in range(len(token) - 5))


def test_a_notice_is_mailed_once_under_its_own_id(mails: Path) -> None:
    notice = leave_notice("secret_changed", {}, user=make_user())
    assert notice is not None
    ident = notice.public_id
    handled()
    assert only(mails)[1]["Message-ID"].startswith(f"<{ident}@")
    assert db.session.scalars(select(Notice.emailed_at)).one() is not None


def test_an_office_without_an_address_reads_on_screen(mails: Path) -> None:
    leave_notice("maker.featured.please_call", {"maker": "Sanggar Telaga"}, office=make_office())
    handled()
    assert not mails.exists()


def test_for_a_maker_without_an_address_the_office_is_asked_once_to_hand_a_link_over() -> None:
    maker = make_producer()
    user = make_user(email=None, phone="+6281234567890")
    make_member(maker, user)
    told, user_id = (make_office(region_code=maker.regency_code).id, maker.public_id), user.id
    for _ in range(2):
        outbox.leave(LinkWanted(user_id, LinkPurpose.SIGN_IN))
        handled()
    notice = db.session.scalars(select(Notice)).one()
    assert notice.kind == "link.please_help"
    assert (notice.office_id, notice.params["maker"]) == told


def test_of_a_link_that_is_refused_the_office_hears_and_the_address_is_known_to_be_dead(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tried: list[str] = []

    class Refusing:
        def send(self, mail: Mail) -> None:
            tried.append(mail.to)
            raise MailRefused("550 no such user")

    monkeypatch.setattr("shop.worker.handlers.mail.mailer", lambda *_settings: Refusing())
    maker = make_producer()
    make_office(region_code=maker.regency_code)
    user = make_user(email="sri@contoh.example", new_email="baru@contoh.example")
    make_member(maker, user)
    user_id, asked, wanted = user.id, select(Notice.kind), select(User.email_bounced_at)
    outbox.leave(LinkWanted(user_id, LinkPurpose.CONFIRM_EMAIL))
    handled()
    assert (tried, list(db.session.scalars(asked)), list(db.session.scalars(wanted))) == (
        ["baru@contoh.example"],
        [],
        [None],
    )
    outbox.leave(LinkWanted(user_id, LinkPurpose.SIGN_IN))
    handled()
    assert (tried[1:], list(db.session.scalars(asked))) == (["sri@contoh.example"], ["link.please_help"])
    assert db.session.scalars(wanted).one() is not None
    outbox.leave(LinkWanted(user_id, LinkPurpose.SIGN_IN))
    handled()
    assert len(tried) == 3  # a person who asks is written to all the same: the address may live again
