"""A one-time link on paper: the form that asks for it, and the card that shows it once."""

from typing import Any

import segno
from wtforms import RadioField
from wtforms.fields.choices import SelectChoice

from shop.accounts.commands.links import HANDED_OVER, IssuedLink
from shop.accounts.models import User
from shop.accounts.types import LinkPurpose
from shop.lib.clock import now
from shop.text.language import lazy as _l
from shop.text.language import using
from shop.text.links import absolute
from shop.web.forms import ShopForm

_PURPOSES = [
    SelectChoice(LinkPurpose.SIGN_IN, _l("Masuk sekali tanpa PIN")),
    SelectChoice(LinkPurpose.SET_SECRET, _l("Membuat PIN atau kata sandi baru")),
]


class HandOverForm(ShopForm):
    purpose = RadioField(_l("Tautan untuk apa"), choices=_PURPOSES)

    @property
    def chosen(self) -> LinkPurpose:
        """What the link is for."""
        return LinkPurpose(self.purpose.data)


def hand_over_form(user: User) -> HandOverForm:
    """The form; whoever has no PIN yet needs one first."""
    return HandOverForm(purpose=LinkPurpose.SIGN_IN if user.secret_hash else LinkPurpose.SET_SECRET)


def card(issued: IssuedLink) -> dict[str, Any]:
    """What the card shows: whose it is, the address in the person's language, as a picture too, and its end."""
    with using(issued.user.language):
        address = absolute(f"/tautan/{issued.token}")
    return {
        "name": issued.user.name,
        "address": address,
        "picture": segno.make(address, micro=False).svg_data_uri(scale=6, border=2, light="#fff"),
        "ends_at": now() + HANDED_OVER,
        "signs_in": issued.purpose is LinkPurpose.SIGN_IN,
    }
