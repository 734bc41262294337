"""The request being put together: its cookie, its lines as a page shows them, and what was just taken out."""

from dataclasses import dataclass
from typing import Any, cast

from flask import current_app, redirect, request, session, url_for
from werkzeug.wrappers import Response

from shop.accounts.types import Actor
from shop.catalogue.cards import ProductCard, cards_by_id
from shop.inquiries.commands import KEPT, add_to_draft, open_draft
from shop.inquiries.models import RequestDraft, RequestDraftLine
from shop.inquiries.queries import askable_product, draft_by_token
from shop.inquiries.rules import AskedLine
from shop.platform.db import reading
from shop.text.language import current_language
from shop.web.application import Shop
from shop.web.cards import card_view, price_words
from shop.web.forms import ShopForm
from shop.web.inquiry_answers import acting, product_and_card, turn_key, wished
from shop.web.inquiry_forms import ChangeForm, LineForm, RequestForm, form_for

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
    secure, lasts = _settings().is_https, KEPT
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
        return Added(form, valid, _about(slug, card, changes=False))
    product, card = product_and_card(slug)
    line = _line_of(product.id)
    values: dict[str, Any] = {"quantity": wished() or product.moq}
    if line is not None:
        values = {"quantity": line.quantity, "note": line.note, "customisation": line.customisation}
    return Added(form_for(LineForm, product, card, **values), False, _about(slug, card, changes=line is not None))


def _about(slug: str, card: ProductCard, *, changes: bool) -> dict[str, Any]:
    return {"slug": slug, "card": card_view(card), "changes": changes, "robots": "noindex"}


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


def sending() -> tuple[RequestForm, bool, Actor]:
    """The form that sends the request, whether it is well, and who acts."""
    actor = acting()
    with reading():
        form = RequestForm()
        valid = form.validate()
    return form, valid, actor


def request_page(
    kept: RequestDraft | None,
    form: RequestForm | None = None,
    *,
    refused: ShopForm | None = None,
    refused_line: str = "",
) -> dict[str, Any]:
    """The lines by maker, the form that sends them, and what was taken out last."""
    form = form or RequestForm(formdata=None)
    turn_key(form, "permintaan")
    lines = kept.lines if kept else []
    cards = {card.id: card for card in cards_by_id([line.product_id for line in lines])}
    makers: dict[str, dict[str, Any]] = {}
    for line in lines:
        card = cards.get(line.product_id)
        name = card.producer_name if card else ""
        maker = makers.setdefault(name, {"name": name, "lines": []})
        mine = refused if isinstance(refused, ChangeForm) and line.public_id == refused_line else None
        maker["lines"].append(_line_view(line, card, mine))
    other = "en" if current_language() == "id" else "id"
    return {
        "form": form,
        "makers": [makers[name] for name in sorted(makers, key=lambda one: (not one, one))],
        "count": len(lines),
        "removed": (session.get(_REMOVED) or {}).get("name"),
        "robots": "noindex",
        "other_lang_url": url_for("public.request.show", lang=other),
        "refused": _refused(refused, {line.public_id for line in lines}, refused_line),
    }


def _refused(form: ShopForm | None, ids: set[str], line_id: str) -> list[tuple[str | None, str]]:
    """Errors of a line's own form with the box they belong to, where it still stands on the page."""
    found = form.summary if form else []
    return [(f"quantity-{line_id}" if field and line_id in ids else None, text) for field, text in found]


def _line_view(line: RequestDraftLine, card: ProductCard | None, refused: ChangeForm | None) -> dict[str, Any]:
    """A line as the page shows it; a product that is no longer public keeps nothing but its place."""
    if card is None:
        return {"id": line.public_id, "gone": True}
    price, unit = price_words(card)
    form = refused or ChangeForm(formdata=None, quantity=line.quantity)
    form.quantity.id = f"quantity-{line.public_id}"
    return {
        "id": line.public_id,
        "gone": False,
        "card": card_view(card),
        "price": f"{price}{unit}",
        "unit": unit.removeprefix("/"),
        "note": line.note,
        "form": form,
    }


def refused_line(form: ShopForm, line_id: str) -> dict[str, Any]:
    """What the page shows on top and beside a line that could not be changed; what was typed stays."""
    return {"refused": form, "refused_line": line_id}
