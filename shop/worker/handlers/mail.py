"""Notices go out by mail; one-time links are made at the moment of sending."""

from typing import Any

from flask import current_app

from shop.accounts.commands import IssuedLink, issue_link, leave_notice, stamp_mailed, stamp_refused
from shop.accounts.messages import LinkWanted, NoticeLeft
from shop.accounts.notices import address_of, notice_by_id
from shop.accounts.types import LinkPurpose
from shop.config import Settings
from shop.inquiries.queries import token_of
from shop.lib.clock import now
from shop.lib.ids import new_public_id
from shop.platform.db import db, writing
from shop.platform.mail import Mail, MailRefused, mailer
from shop.producers.helping import companion_of, helped_member
from shop.producers.offices import office_of
from shop.producers.readers import is_reachable
from shop.text.language import gettext, using
from shop.text.links import absolute
from shop.text.notices import Worded, word_notice
from shop.worker.handling import handles


@handles(NoticeLeft, outside=True)
def mail_notice(message: NoticeLeft) -> None:
    """Mail one notice to its reader, once; an address that does not exist is noted for staff."""
    notice = notice_by_id(message.notice_id)
    if notice is None or notice.emailed_at is not None or notice.email_error is not None:
        return
    address = address_of(notice)
    if address is None:
        return
    with using(notice.language):
        worded = word_notice(notice.kind, _with_link(notice.params))
        mail = _mail(notice.public_id, address, worded, notice.language)
    db.session.rollback()
    error = _send(mail)
    with writing():
        if (sent := notice_by_id(message.notice_id)) is not None:
            stamp_mailed(notice=sent, error=error)
        db.session.commit()


@handles(LinkWanted, outside=True)
def mail_link(message: LinkWanted) -> None:
    """Make a one-time link and mail it; for a maker whom no mail reaches the office is asked to hand one over."""
    with writing():
        issued = issue_link(user_id=message.user_id, purpose=LinkPurpose(message.purpose))
        mail = _link_mail(issued) if issued is not None else None
        if issued is not None:
            _ask_helper(issued)
        db.session.commit()
    if issued is None or mail is None or _send(mail) is None:
        return
    with writing():
        stamp_refused(user=issued.user, address=mail.to)
        _ask_helper(issued)
        db.session.commit()


def _send(mail: Mail) -> str | None:
    """Hand a mail over; what is refused for good is returned, all else raises and is tried again."""
    settings: Settings = current_app.extensions["settings"]
    try:
        mailer(settings.mail_url, settings.mail_from, settings.host).send(mail)
    except MailRefused as error:
        return str(error)
    return None


def _with_link(params: dict[str, Any]) -> dict[str, Any]:
    """The parameters with the secret link of the inquiry they speak of; the link itself is never stored."""
    return {**params, "link": f"/permintaan/{token_of(params['inquiry'])}"} if "inquiry" in params else params


def _link_mail(issued: IssuedLink) -> Mail | None:
    if issued.email is None:
        return None
    with using(issued.user.language):
        worded = word_notice(f"link.{issued.purpose}", {"token": issued.token})
        return _mail(new_public_id(), issued.email, worded, issued.user.language)


def _mail(ident: str, address: str, worded: Worded, language: str) -> Mail:
    settings: Settings = current_app.extensions["settings"]
    context = {
        "subject": worded.subject,
        "body": worded.body,
        "action": worded.action,
        "link": absolute(worded.path),
        "lang": language,
        "shop_name": settings.name,
        "_": gettext,
    }
    text, html = (current_app.jinja_env.get_template(f"mail/notice.{kind}").render(context) for kind in ("txt", "html"))
    return Mail(message_id=ident, to=address, subject=worded.subject, text=text, html=html, language=language)


def _ask_helper(issued: IssuedLink) -> None:
    """Somebody wants in and no mail comes through: whoever may make a link and whoever helps hear of it."""
    user = issued.user
    if issued.purpose is LinkPurpose.CONFIRM_EMAIL or is_reachable(user):
        return
    member = helped_member(user.id)
    if member is None:
        return
    params = {"name": user.name, "maker": member.producer.public_id, "member": member.public_id}
    key = f"link_help:{user.id}:{now():%Y%m%d%H}"
    if (office := office_of(member.producer)) is not None:
        leave_notice("link.please_help", params, office=office, key=key)
    if (helper := companion_of(member.producer)) is not None:
        leave_notice("link.please_call", params, user=helper.user, key=f"{key}:call")
