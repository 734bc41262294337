"""Makers, products, askings and offers for tests of inquiries and orders."""

from collections.abc import Sequence
from datetime import date
from itertools import count
from typing import Any

from sqlalchemy import select

from shop.accounts.types import VISITOR, Actor
from shop.catalogue.models import Kind, Product, Unit
from shop.catalogue.types import ProductStatus
from shop.consent.models import LiveConsent
from shop.consent.types import Purpose
from shop.inquiries.commands import make_quote, send_inquiry
from shop.inquiries.models import Inquiry, InquiryPart, Quote
from shop.inquiries.rules import AskedLine, Asking
from shop.inquiries.types import Contact, LineAnswer, Offer, OfferedLine
from shop.lib.clock import now
from shop.lib.ids import new_token
from shop.platform.db import db
from shop.producers.models import Producer
from shop.producers.types import ProducerForm, ProducerStatus, Right

_numbers = count(1)
RATNA = Contact(name="Ratna Widuri", phone="0812-3456-7890", organisation="Sanggar Renang", place="Pandeglang")


def a_producer(name: str = "", **facts: Any) -> Producer:
    """An active maker whose stall may be seen."""
    number = next(_numbers)
    producer = Producer(
        **{
            "slug": f"produsen-{number}",
            "form": ProducerForm.GROUP,
            "stall_name": name or f"Produsen {number}",
            "regency_code": "36.01",
            "status": ProducerStatus.ACTIVE,
            "is_adult": True,
            **facts,
        }
    )
    db.session.add(producer)
    db.session.flush()
    db.session.add(LiveConsent(subject=producer.public_id, purpose=Purpose.PROFILE))
    db.session.flush()
    return producer


def a_product(producer: Producer | None = None, **facts: Any) -> Product:
    """A published product: Rp39.000 a piece from 50 pieces on."""
    number = next(_numbers)
    kind = db.session.scalars(select(Kind).where(Kind.code == facts.pop("kind", "souvenir"))).one()
    unit = db.session.scalars(select(Unit).where(Unit.code == facts.pop("unit", "pcs"))).one()
    product = Product(
        **{
            "slug": f"produk-{number}",
            "producer": producer or a_producer(),
            "kind": kind,
            "unit": unit,
            "name": f"Produk {number}",
            "status": ProductStatus.PUBLISHED,
            "price": 39_000,
            "unit_price": 39_000,
            "moq": 50,
            "published_at": now(),
            "last_confirmed_at": now(),
            **facts,
        }
    )
    db.session.add(product)
    db.session.flush()
    return product


def an_asking(*products: Product, quantity: int = 200, **facts: Any) -> Asking:
    """Ratna asks for 200 of each product."""
    lines = [AskedLine(product=product, quantity=quantity) for product in products]
    return Asking(**{"lines": lines, "contact": RATNA, "message": "Untuk latihan.", **facts})


def an_inquiry(*products: Product, **facts: Any) -> Inquiry:
    """A sent inquiry."""
    asking = an_asking(*(products or (a_product(),)), **facts)
    return send_inquiry(asking=asking, key=new_token(), actor=VISITOR)


def maker(part_or_producer: InquiryPart | Producer, *rights: Right, on_behalf: bool = False) -> Actor:
    """A member of a maker (or its companion) with these rights, or with all that an answer needs."""
    producer = part_or_producer if isinstance(part_or_producer, Producer) else part_or_producer.producer
    scopes = {producer.public_id: frozenset(map(str, rights or (Right.ANSWER, Right.QUOTE)))}
    return Actor(scopes=scopes, on_behalf_of=producer.public_id if on_behalf else None)


def buyer(inquiry: Inquiry) -> Actor:
    """Whoever holds the secret link."""
    return Actor(via="link", link_to=inquiry.public_id)


def an_offer(part: InquiryPart, price: int = 37_000, **facts: Any) -> Offer:
    """Everything as asked, at one price."""
    lines: Sequence[OfferedLine] = [
        OfferedLine(line=share.line.public_id, answer=LineAnswer.AS_ASKED, unit_price=price) for share in part.shares
    ]
    return Offer(**{"lines": tuple(lines), "lead_days": 28, "delivery_cost": 180_000, "deposit_percent": 40, **facts})


def a_quote(part: InquiryPart, price: int = 37_000, until: date | None = None) -> Quote:
    """A quote that lies before the buyer."""
    return make_quote(part=part, offer=an_offer(part, price, valid_until=until), key=None, actor=maker(part))
