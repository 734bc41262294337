"""Sending mail: to a folder of .eml files by default, or by SMTP; one small interface."""

import smtplib
import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formatdate
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote, urlsplit

_TIMEOUT = 20.0
_NO_SUCH_ADDRESS = frozenset({550, 551, 553, 556})
"""Answers to RCPT that speak of the recipient: no mailbox, not here, no such name, a domain that takes no mail."""
_OURS = (b"5.1.7", b"5.1.8", b"5.7.")
"""RFC 3463: the sender's address, no relaying, a policy. Postfix says them in answer to RCPT as well."""


@dataclass(frozen=True, kw_only=True)
class Mail:
    """One mail; ``message_id`` is stable, so that a second sending is known as the same."""

    message_id: str
    to: str
    subject: str
    text: str
    html: str
    language: str


class MailUnavailable(Exception):
    """The mail server did not take the mail now; try again later."""


class MailRefused(Exception):
    """The mail server knows no such recipient; what else it may refuse is for whoever runs the shop to mend."""


class Mailer(Protocol):
    """Something that sends."""

    def send(self, mail: Mail) -> None:
        """Hand the mail over; raises MailUnavailable or MailRefused."""


def mailer(url: str, sender: str, host: str) -> Mailer:
    """The mailer of a URL: ``folder:///…``, ``smtp://``, ``smtps://`` or ``smtp+starttls://``."""
    parts = urlsplit(url)
    if parts.scheme == "folder":
        return FolderMailer(Path(unquote(parts.path)), sender, host)
    return SmtpMailer(url, sender, host)


def written(mail: Mail, sender: str, host: str) -> EmailMessage:
    """The mail as it goes over the wire: text and HTML, never to be answered by a machine."""
    message = EmailMessage(policy=SMTP)
    message["From"] = sender
    message["To"] = mail.to
    message["Subject"] = mail.subject
    message["Date"] = formatdate()
    message["Message-ID"] = f"<{mail.message_id}@{host}>"
    message["Content-Language"] = mail.language
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(mail.text)
    message.add_alternative(mail.html, subtype="html")
    return message


class FolderMailer:
    """One file a mail, named by its message id: a second sending replaces the first."""

    def __init__(self, folder: Path, sender: str, host: str) -> None:
        self.folder, self.sender, self.host = folder, sender, host

    def send(self, mail: Mail) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        place = self.folder / f"{mail.message_id}.eml"
        draft = place.with_suffix(".part")
        draft.write_bytes(written(mail, self.sender, self.host).as_bytes())
        draft.replace(place)


class SmtpMailer:
    """A mail server; one connection a mail, so that a broken one harms no other.

    Only a refused recipient is final; a refused sender, refused words or a broken connection wait.
    """

    def __init__(self, url: str, sender: str, host: str) -> None:
        parts = urlsplit(url)
        self.scheme, self.server, self.port = parts.scheme, parts.hostname or "localhost", parts.port
        self.user, self.password = unquote(parts.username or ""), unquote(parts.password or "")
        self.sender, self.host = sender, host

    def send(self, mail: Mail) -> None:
        try:
            with self._connect() as server:
                server.send_message(written(mail, self.sender, self.host))
        except smtplib.SMTPRecipientsRefused as error:
            kind = MailRefused if all(map(_is_gone, error.recipients.values())) else MailUnavailable
            raise kind(f"{type(error).__name__}: {error}") from error
        except (OSError, smtplib.SMTPException) as error:
            raise MailUnavailable(f"{type(error).__name__}: {error}") from error

    def _connect(self) -> smtplib.SMTP:
        if self.scheme == "smtps":
            context = ssl.create_default_context()
            server: smtplib.SMTP = smtplib.SMTP_SSL(self.server, self.port or 465, timeout=_TIMEOUT, context=context)
        else:
            server = smtplib.SMTP(self.server, self.port or 25, timeout=_TIMEOUT)
        if self.scheme == "smtp+starttls":
            server.starttls(context=ssl.create_default_context())
        if self.user:
            server.login(self.user, self.password)
        return server


def _is_gone(answer: tuple[int, bytes]) -> bool:
    """Whether an answer means that the address does not exist, and nothing that lies with us."""
    code, words = answer
    return (code in _NO_SUCH_ADDRESS or words.startswith(b"5.1.")) and not words.startswith(_OURS)
