"""The maker's desk: who waits, what is being made, and what the stall needs."""

from typing import Any

from flask import Blueprint, g, render_template, request
from flask.typing import ResponseReturnValue

from shop.catalogue.stall import first_photos, own_products, stall_hints, week_levels, weeks_ahead
from shop.consent.queries import live_consents
from shop.consent.types import Purpose
from shop.lib.clock import now, today_wib
from shop.orders.stall import Desk, desk_counts, desk_page, dues
from shop.producers.helping import companion_name
from shop.producers.models import Producer
from shop.producers.types import ProducerStatus, Right
from shop.text.language import gettext as _
from shop.web.selling.chosen import stall
from shop.web.selling.desk import product_ids, rows

pages = Blueprint("home", __name__)


@pages.get("/lapak")
def index() -> ResponseReturnValue:
    """What to do today; the pile is chosen by ``lihat``."""
    maker = stall()
    answers = any(g.actor.may_for(maker.public_id, right) for right in (Right.ANSWER, Right.QUOTE))
    lists = g.actor.may_for(maker.public_id, Right.LIST)
    monday = weeks_ahead()[0]
    return render_template(
        "selling/home/index.html",
        **(_desk(maker) if answers else {"counts": {}, "page": None}),
        hints=stall_hints(own_products(maker)) if lists else None,
        week_level=week_levels(maker, [monday]).get(monday),
        week_comes=monday > today_wib(),
        companion=companion_name(maker),
        maker=maker,
        **_standing(maker),
    )


def _standing(maker: Producer) -> dict[str, Any]:
    """Whether others see the stall, and what this person may do about it."""
    return {
        "hidden": _hidden(maker),
        "may_show": maker.status is ProducerStatus.ACTIVE and g.actor.may_for(maker.public_id, Right.CONSENT),
        "may_open": g.actor.may_for(maker.public_id, Right.CAPACITY),
    }


def _hidden(maker: Producer) -> str:
    """Why nobody else sees the stall now; nothing where they do."""
    if maker.status is not ProducerStatus.ACTIVE or maker.hidden_at is not None:
        return _("Dinas belum menampilkan lapak ini. Tanyakan kepada petugas atau pendamping.")
    if (Purpose.PROFILE, "") not in live_consents(maker.public_id):
        return _("Pembeli tidak melihat lapak ini dan produknya. Permintaan yang sudah masuk tetap bisa dijawab.")
    return ""


def _desk(maker: Producer) -> dict[str, Any]:
    """One pile of the desk, with what lies on the others."""
    pile = next((one for one in Desk if one == request.args.get("lihat")), Desk.WAITING)
    page = desk_page(maker, pile, request.args.get("lanjut"))
    photos = first_photos(product_ids(share for item in page.items for share in item.part.shares))
    due = dues(page.items) if pile is Desk.WAITING else {}
    return {
        "pile": str(pile),
        "counts": desk_counts(maker),
        "page": page,
        "rows": rows(page.items, photos, {part for part, moment in due.items() if moment <= now()}),
        "due": min(due.values(), default=None),
        "now": now(),
    }
