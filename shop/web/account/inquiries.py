"""The inquiries of a signed-in buyer and of its organisation."""

from collections.abc import Sequence
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from shop.accounts.queries import organisation_ids
from shop.inquiries.links import link_token
from shop.inquiries.models import Inquiry
from shop.inquiries.policies import may_follow
from shop.inquiries.queries import buyer_inquiries, inquiry_by_public_id
from shop.orders.queries import states_of
from shop.text.labels import label
from shop.web.guards import refuse_unless
from shop.web.inquiry_pages import summary
from shop.web.sessions import present

pages = Blueprint("inquiries", __name__)


@pages.get("/akun/permintaan")
def index() -> ResponseReturnValue:
    """Newest first, each with where it stands."""
    found = buyer_inquiries(present().user, request.args.get("lanjut"))
    after = url_for("account.inquiries.index", lanjut=found.next_cursor) if found.next_cursor else None
    return render_template("account/inquiries/index.html", rows=inquiry_rows(found.items), next_url=after)


def inquiry_rows(inquiries: Sequence[Inquiry]) -> list[dict[str, Any]]:
    """Inquiries as lines of a list, each with where it stands."""
    states = states_of(inquiries)
    return [
        {
            "url": url_for("account.inquiries.show", inquiry_id=one.public_id),
            "number": one.number,
            "summary": summary(one),
            "state": label(states[one.id]),
            "sent_at": one.created_at,
        }
        for one in inquiries
    ]


@pages.get("/akun/permintaan/<inquiry_id>")
def show(inquiry_id: str) -> ResponseReturnValue:
    """On to the page of an inquiry that is theirs."""
    user = present().user
    inquiry = inquiry_by_public_id(inquiry_id)
    refuse_unless(may_follow(present().actor, inquiry, organisation_ids(user.id)))
    return redirect(url_for("public.inquiries.show", token=link_token(inquiry)))
