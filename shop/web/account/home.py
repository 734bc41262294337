"""The beginning of an account: what matters to this person, and the ways to where they work."""

from flask import Blueprint, g, render_template
from flask.typing import ResponseReturnValue

from shop.accounts.notices import unread_notices
from shop.accounts.queries import organisations_of
from shop.inquiries.queries import buyer_inquiries
from shop.producers.invitations import invitations_of
from shop.text.notices import word_notice
from shop.web import sessions
from shop.web.account.inquiries import inquiry_rows

pages = Blueprint("home", __name__)

_NEWEST = 3


@pages.get("/akun")
def index() -> ResponseReturnValue:
    """News, own inquiries, and the ways to stall and office."""
    found = sessions.present()
    return render_template(
        "account/home/index.html",
        user=found.user,
        unfinished=found.unfinished,
        desk=sessions.desk_of(g.actor),
        stalls=len(g.actor.scopes),
        invitations=len(invitations_of(found.user.id)),
        lang_path=sessions.area_path,
        organisations=organisations_of(found.user.id),
        rows=inquiry_rows(buyer_inquiries(found.user).items[:_NEWEST]),
        news=[(notice, word_notice(notice.kind, notice.params)) for notice in unread_notices(found.user, limit=3)],
    )
