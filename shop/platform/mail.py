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
    """The mail server will never take this mail, as for an address that does not exist."""


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
    """A mail server; one connection a mail, so that a broken one harms no other."""

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
            answers = [code for code, _ in error.recipients.values()]
            self._raise(error, permanent=all(code >= 500 for code in answers))
        except smtplib.SMTPResponseException as error:
            self._raise(error, permanent=error.smtp_code >= 550)
        except (OSError, smtplib.SMTPException) as error:
            self._raise(error, permanent=False)

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

    def _raise(self, error: Exception, *, permanent: bool) -> None:
        kind = MailRefused if permanent else MailUnavailable
        raise kind(f"{type(error).__name__}: {error}") from error
