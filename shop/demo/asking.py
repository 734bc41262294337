"""A year of inquiries, each with its lines and its parts."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select

from shop.accounts.types import BuyerType
from shop.catalogue.pricing import price_for
from shop.demo.answering import add_answer
from shop.demo.buyers import Buyer
from shop.demo.goods import Shelf, read_shelf
from shop.demo.parts import Part
from shop.demo.plans import End, Plan, Share, planned
from shop.demo.standing import add_standing
from shop.demo.world import World
from shop.inquiries.models import Inquiry, InquiryLine, InquiryPart, PartLine
from shop.inquiries.types import Source
from shop.lib.clock import to_wib
from shop.orders.types import PaperKind
from shop.platform.db import db
from shop.regions.models import Region
from shop.text.formats import date_long
from shop.text.language import using

_BY_PHONE, _BY_API, _SAMPLES = 0.05, 0.04, 0.12
_PAPERS = {
    BuyerType.OFFICE: [PaperKind.QUOTATION, PaperKind.ORDER_LETTER, PaperKind.HANDOVER_MINUTES, PaperKind.RECEIPT],
    BuyerType.COMPANY: [PaperKind.QUOTATION, PaperKind.RECEIPT],
    BuyerType.SCHOOL: [PaperKind.RECEIPT],
    BuyerType.HOUSEHOLD: [],
}
_DEPOSITS = {
    BuyerType.OFFICE: ["Tanpa uang muka, dibayar setelah serah terima.", ""],
    BuyerType.COMPANY: ["30 %, sisanya sebelum barang dikirim.", "", "50 % setelah contoh cocok."],
    BuyerType.SCHOOL: ["30 % dari dana komite sekolah, sisanya saat barang datang.", ""],
    BuyerType.HOUSEHOLD: [""],
}
_BESIDE = {End.ORDERED: End.TURNED_DOWN, End.TALKING: End.WAITING, End.DECLINED: End.RAN_OUT}
_SPAMMER = {"name": "Promo Kilat", "phone": "+620005999999", "email": None, "organisation": ""}


def add_inquiries(world: World, buyers: list[Buyer]) -> None:
    """All inquiries, the oldest first, and what stands beside them: demand, tasks, complaints, notices."""
    places = {row.code: row.name for row in db.session.execute(select(Region.code, Region.name))}
    shelf, parts = read_shelf(), []
    for plan in planned(world, buyers):
        parts += _add_inquiry(world, plan, shelf, places)
    add_standing(world, shelf, parts)


def _add_inquiry(world: World, plan: Plan, shelf: Shelf, places: Mapping[str, str]) -> list[Part]:
    sent_at, buyer, number = world.ago(plan.days), plan.asker(), world.dice.reference()
    place = places[buyer.facts["region_code"]]
    inquiry = world.rows.add(
        Inquiry,
        public_id=world.dice.public_id(),
        number=number,
        link_version=1,
        idempotency_key=world.dice.public_id(),
        body_hash=f"{world.dice.getrandbits(256):064x}",
        buyer_type=buyer.type,
        place=place,
        region_code=buyer.facts["region_code"],
        needed_by=_needed_by(plan, sent_at),
        message=_message(plan, shelf, place, sent_at),
        sample_wanted=world.dice.happens(_SAMPLES),
        papers_wanted=_PAPERS[buyer.type],
        deposit_note=_DEPOSITS[buyer.type][int(plan.days) % len(_DEPOSITS[buyer.type])],
        language="id",
        spam_at=sent_at + timedelta(hours=5) if plan.end is End.SPAM else None,
        created_at=sent_at,
        closed_at=None,
        **_origin(world, plan),
    )
    parts = [_add_part(world, plan, shelf, (inquiry, number, sent_at), place_) for place_ in range(len(plan.shares))]
    ends = [part.closed_at for part in parts]
    closed = max((end for end in ends if end), default=None) if all(ends) else None
    world.rows.change(Inquiry, inquiry, closed_at=closed)
    return parts


def _origin(world: World, plan: Plan) -> dict[str, Any]:
    """Who asks and by which way; an officer types in what comes by phone."""
    if plan.end is End.SPAM:
        nobody = {"buyer_id": None, "organisation_id": None, "entered_by_id": None}
        return {**nobody, **_SPAMMER, "source": Source.WEB}
    source = world.dice.choices((Source.PHONE, Source.API, Source.WEB), (_BY_PHONE, _BY_API, 1))[0]
    by_phone, buyer = source is Source.PHONE, plan.asker()
    officer = world.staff[plan.shares[0].good.maker.facts["office"], "officer"]
    return {
        "buyer_id": None if by_phone else buyer.user_id,
        "organisation_id": None if by_phone else buyer.organisation_id,
        "entered_by_id": officer if by_phone else None,
        "name": buyer.facts["name"],
        "phone": buyer.facts["phone"],
        "email": buyer.facts["email"],
        "organisation": buyer.facts["organisation"] or "",
        "source": source,
    }


def _needed_by(plan: Plan, sent_at: datetime) -> Any:
    return to_wib(sent_at).date() + timedelta(days=plan.needed_in) if plan.needed_in else None


def _message(plan: Plan, shelf: Shelf, place: str, sent_at: datetime) -> str:
    share, day = plan.shares[0], _needed_by(plan, sent_at)
    with using("id"):
        facts = {"jumlah": share.quantity, "tempat": place, "tanggal": date_long(day) if day else ""}
    return plan.words.format(**facts, satuan=shelf.units[share.good.facts["unit"]].name_id)


def _add_part(world: World, plan: Plan, shelf: Shelf, sent: tuple[int, str, datetime], place: int) -> Part:
    share = plan.shares[place]
    inquiry, number, sent_at = sent
    line = _add_line(world, shelf, inquiry, place, share)
    public_id = world.dice.public_id()
    part_id = world.rows.add(
        InquiryPart, public_id=public_id, inquiry_id=inquiry, producer_id=share.good.maker.id, sent_at=sent_at
    )
    world.rows.add(PartLine, part_id=part_id, line_id=line, quantity=share.quantity)
    end = plan.end if place == 0 else _BESIDE.get(plan.end, plan.end)
    order = plan.order if place == 0 else None
    part = Part(part_id, public_id, inquiry, number, line, share, plan.asker(), sent_at, end, order)
    add_answer(world, part)
    world.rows.change(InquiryPart, part_id, **part.columns())
    return part


def _add_line(world: World, shelf: Shelf, inquiry: int, place: int, share: Share) -> int:
    facts = share.good.facts
    tiers = [(tier["min_qty"], tier["price"]) for tier in facts["tiers"]]
    return world.rows.add(
        InquiryLine,
        public_id=world.dice.public_id(),
        inquiry_id=inquiry,
        position=place,
        product_id=share.good.id,
        kind_id=shelf.kinds[facts["kind"]].id,
        words="",
        name=facts["name"],
        unit_code=facts["unit"],
        unit_price=price_for(facts["price"], tiers, share.quantity),
        quantity=share.quantity,
        base_quantity=share.quantity * shelf.units[facts["unit"]].factor,
        sizes=[],
        customisation=facts["customisation"][:1],
        note="",
        limits_understood=True,
    )
