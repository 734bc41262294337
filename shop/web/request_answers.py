"""The request being put together: its cookie, its lines as a page shows them, and what was just taken out."""

from contextlib import suppress
from dataclasses import dataclass
from typing import Any, cast

from flask import current_app, redirect, request, session, url_for
from werkzeug.wrappers import Response

from shop.accounts.types import Actor
from shop.catalogue.cards import ProductCard, cards_by_id
from shop.inquiries.commands import add_to_draft, change_line, open_draft, send_draft
from shop.inquiries.links import link_token
from shop.inquiries.models import RequestDraft, RequestDraftLine
from shop.inquiries.queries import askable_product, draft_by_token
from shop.inquiries.rules import AskedLine
from shop.lib.errors import Conflict, Invalid
from shop.lib.quantities import parse_quantity
from shop.lib.retention import Kept, kept_for
from shop.lib.typed import clean
from shop.platform.db import reading
from shop.text.errors import sentence
from shop.text.formats import number
from shop.text.language import current_language
from shop.text.units import amount
from shop.web.application import Shop
from shop.web.cards import card_view, local_path, price_words
from shop.web.forms import ShopForm
from shop.web.inquiry_answers import acting, origin, product_and_card, turn_key, wished
from shop.web.inquiry_forms import QUANTITY, ChangeForm, LineForm, RequestForm, quantity_name, request_form
from shop.web.line_forms import form_for
from shop.web.product_quantity import price_at
from shop.web.uploads import keep_files
from shop.web.words import least_words

COOKIE, COUNT = "permintaan", "permintaan_n"
_REMOVED = "dikeluarkan"


@dataclass(frozen=True)
class Added:
    """The form that puts one product into the request."""

    form: Any
    valid: bool
    shown: dict[str, Any]


def _settings() -> Any:
    return cast(Shop, current_app).shop_settings


def draft() -> RequestDraft | None:
    """The request of this browser, if it has one."""
    return draft_by_token(request.cookies.get(_settings().cookie_prefix + COOKIE))


def put(asked: AskedLine) -> tuple[RequestDraft, str | None]:
    """The draft to put a line into, made on the first; with the token of its cookie when it is new."""
    found = draft()
    opened = open_draft() if found is None else None
    kept = opened.draft if opened else cast(RequestDraft, found)
    add_to_draft(draft=kept, asked=asked)
    return kept, opened.token if opened else None


def answer(kept: RequestDraft | None, token: str | None = None, *, place: str | None = None) -> Response:
    """On to the page of the request, with the count for the header beside it."""
    response = redirect(url_for("public.request.show", _anchor=place), 303)
    return counted(response, kept, token)


def counted(response: Response, kept: RequestDraft | None, token: str | None = None) -> Response:
    """Set the cookies: the token for the server alone, the count for the script that draws it."""
    secure, lasts = _settings().is_https, kept_for(Kept.DRAFTS)
    if token:
        name = _settings().cookie_prefix + COOKIE
        response.set_cookie(name, token, max_age=lasts, secure=secure, httponly=True, samesite="Lax")
    number = str(len(kept.lines)) if kept else "0"
    response.set_cookie(COUNT, number, max_age=lasts, secure=secure, samesite="Lax")
    return response


def adding(slug: str) -> Added:
    """The form of one product, with what stands in the request already."""
    if request.method == "POST":
        with reading():
            product, card = product_and_card(slug)
            form = form_for(LineForm, product, card)
            valid = form.validate()
        return Added(form, valid, _about(form, card, changes=False))
    product, card = product_and_card(slug)
    line = _line_of(product.id)
    values: dict[str, Any] = {"quantity": wished() or product.moq}
    if line is not None:
        values = {"quantity": wished() or line.quantity, "note": line.note, "customisation": line.customisation}
    form = form_for(LineForm, product, card, **values)
    if line is not None and not wished():
        _fill_sizes(form, line)
    return Added(form, False, _about(form, card, changes=line is not None))


def _fill_sizes(form: Any, line: RequestDraftLine) -> None:
    given = {size["name"]: size["quantity"] for size in line.sizes}
    for box, name in form.size_names.items():
        form[box].data = given.get(name)


def _about(form: LineForm, card: ProductCard, *, changes: bool) -> dict[str, Any]:
    product, view = form.product, card_view(card)
    return {
        "slug": product.slug,
        "card": view,
        "price": price_at(card, product, form.quantity.data or product.moq),
        "least": least_words(view["min_text"], product.multiple),
        "changes": changes,
        "robots": "noindex",
    }


def _line_of(product_id: int) -> RequestDraftLine | None:
    kept = draft()
    return next((line for line in kept.lines if line.product_id == product_id), None) if kept else None


def remember(line: RequestDraftLine | None) -> None:
    """Keep what was taken out in the browser's session, so that one press puts it back."""
    if line is not None and cards_by_id([line.product_id]):
        session[_REMOVED] = {
            "slug": line.product.slug,
            "name": line.product.name,
            "quantity": line.quantity,
            "note": line.note,
            "customisation": line.customisation,
            "sizes": line.sizes,
            "limits": line.limits_understood,
        }


def removed() -> AskedLine | None:
    """What was taken out last, as it can be put back; raises NotFound when its product has gone."""
    kept = session.pop(_REMOVED, None)
    if kept is None:
        return None
    return AskedLine(
        product=askable_product(kept["slug"]),
        quantity=kept["quantity"],
        note=kept["note"],
        customisation=tuple(kept["customisation"]),
        sizes=tuple(kept["sizes"]),
        limits_understood=kept["limits"],
    )


def sending(kept: RequestDraft | None) -> tuple[RequestForm, bool, Actor]:
    """The form that sends the request, whether it is well, and who acts."""
    actor = acting()
    with reading():
        form = request_form(kept.lines if kept else [], filled=True)
        valid = form.validate()
    return form, keep_files(form) and valid, actor


def sent(kept: RequestDraft, form: RequestForm, actor: Actor) -> Response:
    """Send the request as the page showed it, and lead to its page."""
    inquiry = send_draft(
        draft=kept,
        asking=form.asking(),
        key=form.key.data or "",
        actor=actor,
        origin=origin(actor),
        quantities=_quantities(form),
    )
    return counted(redirect(url_for("public.inquiries.show", token=link_token(inquiry)), 303), kept)


def _quantities(form: RequestForm) -> dict[str, int]:
    """How many of each product the sent page showed, by its public id; what is no number is left out."""
    found = {}
    for name, text in request.form.items():
        if name.startswith(QUANTITY):
            with suppress(Invalid):
                read = form[name].data if name in form else None
                found[name.removeprefix(QUANTITY)] = read or parse_quantity(clean(text))
    return found


def change_quantity(form: ChangeForm, line_id: str) -> None:
    """Keep a quantity; of a line that was sent or taken out meanwhile there is nothing to keep."""
    kept = draft()
    if kept is not None and any(line.public_id == line_id for line in kept.lines):
        change_line(draft=kept, line_id=line_id, quantity=form.quantity.data or 0)


def request_page(
    kept: RequestDraft | None, form: RequestForm | None = None, *, refused: ShopForm | None = None
) -> dict[str, Any]:
    """The lines by maker, the form that sends them, and what was taken out last."""
    lines = kept.lines if kept else []
    form = form or request_form(lines, filled=False)
    sent_before = turn_key(form, "permintaan")
    cards = {card.id: card for card in cards_by_id([line.product_id for line in lines])}
    makers: dict[str, dict[str, Any]] = {}
    for line in lines:
        card = cards.get(line.product_id)
        name = card.producer_name if card else ""
        maker = makers.setdefault(name, {"name": name, "lines": []})
        maker["lines"].append(_line_view(line, card, form))
    gone = [line for line in lines if line.product_id not in cards]
    form.refused_at = {sentence(Conflict("line_vanished")): f"baris-{line.public_id}" for line in gone[:1]}
    other = "en" if current_language() == "id" else "id"
    return {
        "form": form,
        "makers": [makers[name] for name in sorted(makers, key=lambda one: (not one, one))],
        "count": len(lines),
        "removed": (session.get(_REMOVED) or {}).get("name"),
        "robots": "noindex",
        "other_lang_url": url_for("public.request.show", lang=other),
        "sent_before": sent_before,
        "refused": [(None, text) for _field, text in refused.summary] if refused else [],
    }


def _line_view(line: RequestDraftLine, card: ProductCard | None, form: RequestForm) -> dict[str, Any]:
    """A line as the page shows it; of a product that is no longer public only what the buyer wrote."""
    own = {"id": line.public_id, "amount": amount(line.quantity, line.product.unit.code), "note": line.note}
    if card is None:
        alike = local_path("/produk") + f"?jenis={line.product.kind.code}"
        return {**own, "gone": True, "name": line.name, "alike_url": alike}
    _price, unit = price_words(card)
    view, name = card_view(card), quantity_name(line)
    return {
        **own,
        "gone": False,
        "slug": line.product.slug,
        "card": view,
        "price": price_at(card, line.product, line.quantity),
        "least": least_words(view["min_text"], line.product.multiple),
        "unit": unit.removeprefix("/"),
        "sizes": ", ".join(f"{size['name']} {number(size['quantity'])}" for size in line.sizes),
        "box": getattr(form, name, None),
    }
