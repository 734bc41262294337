"""Mail over SMTP: an address that does not exist is final, everything else that is refused waits."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from shop.platform.mail import Mail, MailRefused, MailUnavailable, mailer
from tests.processes import free_port

MAIL = Mail(
    message_id="surat-1",
    to="ratna@contoh.example",
    subject="Permintaan terkirim",
    text="Simpan tautan ini.",
    html="<p>Simpan tautan ini.</p>",
    language="id",
)


class Postman:
    """A mail server that answers one of its questions as told."""

    def __init__(self, stage: str, answer: str) -> None:
        self.stage, self.answer = stage, answer
        self.letters: list[bytes] = []

    def said(self, stage: str) -> str:
        return self.answer if stage == self.stage else "250 OK"

    async def handle_MAIL(  # noqa: N802 - the server's own name for it
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        envelope.mail_from = address
        return self.said("MAIL")

    async def handle_RCPT(  # noqa: N802 - the server's own name for it
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        envelope.rcpt_tos.append(address)
        return self.said("RCPT")

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 - as above
        self.letters.append(envelope.content or b"")
        return self.said("DATA")


@contextmanager
def posted(postman: Postman) -> Iterator[str]:
    port = free_port()
    server = Controller(postman, hostname="127.0.0.1", port=port)
    server.start()
    try:
        yield f"smtp://127.0.0.1:{port}"
    finally:
        server.stop()


def send(url: str) -> None:
    mailer(url, "lapak@contoh.example", "lapak.example").send(MAIL)


def test_a_mail_arrives_with_its_stable_id() -> None:
    postman = Postman("", "")
    with posted(postman) as url:
        send(url)
    assert b"Message-ID: <surat-1@lapak.example>" in postman.letters[0]


@pytest.mark.parametrize("answer", ["550 5.1.1 No such user", "550 No such user", "501 5.1.3 Bad address", "556 None"])
def test_an_address_that_does_not_exist_is_final(answer: str) -> None:
    with posted(Postman("RCPT", answer)) as url, pytest.raises(MailRefused):
        send(url)


@pytest.mark.parametrize(
    ("stage", "answer"),
    [
        ("MAIL", "550 5.7.1 Sender not allowed"),
        ("MAIL", "553 5.1.8 Sender address rejected"),
        ("RCPT", "553 5.1.8 Sender address rejected"),
        ("RCPT", "550 5.7.1 Relaying denied"),
        ("RCPT", "554 5.7.1 Relay access denied"),
        ("RCPT", "552 5.2.2 Mailbox full"),
        ("RCPT", "450 4.2.1 Try again"),
        ("DATA", "550 5.7.1 Message looks like spam"),
        ("DATA", "554 5.6.0 Refused"),
    ],
)
def test_what_is_no_fault_of_the_reader_waits(stage: str, answer: str) -> None:
    with posted(Postman(stage, answer)) as url, pytest.raises(MailUnavailable):
        send(url)


def test_a_server_that_is_away_is_waited_for() -> None:
    with pytest.raises(MailUnavailable):
        send(f"smtp://127.0.0.1:{free_port()}")
