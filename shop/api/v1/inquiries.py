"""POST /api/v1/inquiries."""

from flask import Blueprint, Response, current_app, request
from spectree import Response as Answers

from shop.accounts.types import Actor
from shop.api.documentation import spec
from shop.api.v1.schemas import InquiryHeaders, InquiryIn, InquiryOut, Problem
from shop.catalogue.models import Product
from shop.config import Settings
from shop.inquiries.commands import Origin, send_inquiry
from shop.inquiries.queries import askable_product
from shop.inquiries.rules import AskedLine, Asking
from shop.inquiries.types import Contact, Source
from shop.lib.errors import Invalid, NotFound
from shop.lib.ids import token_hash
from shop.lib.networks import counted_network
from shop.lib.phone import parse_phone
from shop.platform.marks import mark
from shop.text.links import inquiry_link

pages = Blueprint("inquiries", __name__)
_API = Actor(via="api")


@pages.post("/inquiries", localized=False)
@spec.validate(resp=Answers(HTTP_201=InquiryOut, HTTP_409=Problem, HTTP_422=Problem), tags=["inquiries"])
def create(json: InquiryIn, headers: InquiryHeaders) -> Response:
    """Send an inquiry; the same Idempotency-Key and body again answers with the first one."""
    origin = Origin(source=Source.API, address=_network())
    inquiry = send_inquiry(
        asking=_asking(json), key=f"api:{token_hash(headers.idempotency_key)}", actor=_API, origin=origin
    )
    answer = InquiryOut(number=inquiry.number, url=inquiry_link(inquiry))
    return Response(answer.model_dump_json(), status=201, mimetype="application/json")


def _network() -> str | None:
    """The network that limits count by; a site that serves this machine alone limits nobody on it."""
    settings: Settings = current_app.extensions["settings"]
    local = settings.is_loopback and not settings.trusted_proxies
    return counted_network(request.remote_addr, local=local)


def _asking(json: InquiryIn) -> Asking:
    lines = [
        AskedLine(product=_product(line.product, place), quantity=line.quantity)
        for place, line in enumerate(json.lines)
    ]
    contact = Contact(name=json.name, phone=_phone(json.phone), email=json.email, organisation=json.organisation)
    return Asking(
        lines=lines,
        contact=contact,
        needed_by=json.needed_by,
        message=json.message,
        deposit_note=json.deposit,
    )


def _product(slug: str, place: int) -> Product:
    try:
        return askable_product(slug)
    except NotFound:
        raise Invalid("product_unknown_in_line", f"lines.{place}.product", product=slug) from None


def _phone(typed: str | None) -> str | None:
    if not typed:
        return None
    try:
        return parse_phone(typed, demo=mark("demo") is not None)
    except Invalid as error:
        raise Invalid(error.code, "phone", **error.params) from None
