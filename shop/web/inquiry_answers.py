"""What the buyer's pages do around their forms: who acts, which key, what is shown again after a refusal."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, cast

from flask import Response, current_app, g, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from shop.accounts.queries import organisation_ids
from shop.accounts.types import VISITOR, Actor
from shop.catalogue.asking import asking_facts
from shop.catalogue.cards import ProductCard, cards_by_id
from shop.catalogue.details import instead_of
from shop.catalogue.models import Product
from shop.inquiries.commands import Origin
from shop.inquiries.links import link_token
from shop.inquiries.models import Inquiry
from shop.inquiries.queries import (
    askable_product,
    attachment_of_inquiry,
    inquiry_by_key,
    inquiry_by_token,
    part_of_inquiry,
    was_public,
)
from shop.lib.clock import now
from shop.lib.errors import Conflict, NotFound
from shop.lib.ids import new_token
from shop.platform.db import reading
from shop.producers.contact import contact_of
from shop.text.language import current_language
from shop.text.links import inquiry_link
from shop.text.whatsapp import to_maker, to_oneself
from shop.web.application import Shop
from shop.web.attachments import attachment_response
from shop.web.cards import card_view, card_views
from shop.web.forms import ShopForm
from shop.web.inquiry_forms import InquiryForm, VanishedForm
from shop.web.inquiry_pages import load, page
from shop.web.line_forms import form_for
from shop.web.maker_words import asking_words
from shop.web.sessions import limited_network, look_up
from shop.web.thread_forms import ReviewForm, StepForm, WordForm
from shop.web.uploads import keep_files
from shop.web.words import least_words

KEY_LASTS = timedelta(minutes=30)
MOST_KEYS = 5
FRESH = timedelta(minutes=10)
CARRIED = "pindah"
"""Sent along where words typed for a product that vanished are brought to another one, to be read before sending."""


@dataclass(frozen=True)
class Asked:
    """The form about one product, whether it was sent and is well, and what its page shows."""

    form: Any
    valid: bool
    actor: Actor
    shown: dict[str, Any]


@dataclass(frozen=True)
class Followed:
    """An inquiry opened by its secret link, and who holds it."""

    inquiry: Inquiry
    token: str
    actor: Actor
    organisations: frozenset[int]


def acting() -> Actor:
    """Who is signed in, or a visitor."""
    found = look_up()
    return cast(Actor, g.actor) if found else VISITOR


def about_product(slug: str) -> Asked:
    """The form of one product. One that vanished while the form was open keeps what was typed."""
    actor = acting()
    if request.method == "GET":
        product, card = product_and_card(slug)
        form = form_for(InquiryForm, product, card, quantity=wished())
        return Asked(form, False, actor, _shown(form, slug, card, product))
    with reading():
        try:
            product, card = product_and_card(slug)
        except NotFound:
            return _vanished(slug, actor)
        form = form_for(InquiryForm, product, card)
        valid = form.validate() and CARRIED not in request.form
        shown = _shown(form, slug, card, product)
    return Asked(form, keep_files(form) and valid, actor, shown)


def product_and_card(slug: str) -> tuple[Product, ProductCard]:
    """A product that may be asked about, and its card; raises NotFound product_unknown."""
    product = askable_product(slug)
    return product, cards_by_id([product.id])[0]


def _vanished(slug: str, actor: Actor) -> Asked:
    if not was_public(slug):
        raise NotFound("product_unknown")
    form = VanishedForm()
    form.validate()
    form.refuse(Conflict("line_vanished"))
    return Asked(form, False, actor, {**_shown(form, slug, None), "alike": card_views(instead_of(slug))})


def _shown(form: Any, slug: str, card: ProductCard | None, product: Product | None = None) -> dict[str, Any]:
    view = card_view(card) if card else None
    facts = asking_words(card, asking_facts(product)) if card and product else {}
    return {
        "form": form,
        "slug": slug,
        "card": view,
        "unit": view and view["unit_text"],
        "least": view and product and least_words(view["min_text"], product.multiple),
        "robots": "noindex",
        "by_whatsapp": request.args.get("lewat") == "wa",
        **facts,
    }


def wished() -> int | None:
    """The quantity that the product page passed on."""
    wished = request.args.get("quantity") or request.args.get("jumlah", "")
    return int(wished) if wished.isascii() and wished.isdecimal() and 0 < len(wished) <= len("1000000") else None


def turn_key(form: Any, name: str) -> str | None:
    """Give a form its idempotency key: the same one for half an hour, so that back and refresh make one inquiry.

    A key under which something else was sent is replaced by a new one; the address of what this browser sent is
    returned.
    """
    posted = form.key.data if form.is_submitted() else None
    earlier = inquiry_by_key(posted) if posted else None
    if posted and earlier is None:
        return None
    keys: dict[str, Any] = dict(session.get("keys") or {})
    kept = keys.get(name)
    own = earlier is not None and kept and kept[0] == posted
    alive = kept and kept[1] > now().timestamp()
    if form.is_submitted() or not alive:
        keys.pop(name, None)
        keys[name] = [new_token(), int((now() + KEY_LASTS).timestamp())]
        session["keys"] = dict(list(keys.items())[-MOST_KEYS:])
    form.key.data = keys[name][0]
    return url_for("public.inquiries.show", token=link_token(earlier)) if earlier is not None and own else None


def origin(actor: Actor | None = None) -> Origin:
    """The reader's language and network; a site that serves this machine alone limits nobody on it."""
    own = organisation_ids(actor.user_id) if actor and actor.user_id else frozenset()
    return Origin(
        language=current_language(),
        address=limited_network(),
        organisation_id=next(iter(own)) if len(own) == 1 else None,
    )


def follow(token: str) -> Followed:
    """The inquiry of a secret link; raises NotFound for one that ended."""
    actor = acting()
    inquiry = inquiry_by_token(token)
    own = organisation_ids(actor.user_id) if actor.user_id else frozenset()
    return Followed(inquiry, token, replace(actor, link_to=inquiry.public_id, via="link"), own)


def word_form(part_id: str, *, fresh: bool = False) -> WordForm:
    """The form of one thread, with ids of its own on a page that may hold many."""
    form = WordForm(formdata=None) if fresh else WordForm()
    for field in form:
        if field.name != "csrf_token":  # the page knows it by this name
            field.id = f"{field.name}-{part_id}"
    return form


def inquiry_page(followed: Followed, part_id: str | None = None, form: ShopForm | None = None) -> dict[str, Any]:
    """Everything the page of an inquiry shows, with the form that was refused in its place."""
    inquiry = followed.inquiry
    shown = page(load(inquiry), followed.token)
    words = {one["id"]: word_form(one["id"], fresh=True) for one in shown["parts"]}
    if part_id and isinstance(form, WordForm):
        words[part_id] = form
    refused = [(None, text) for _field, text in form.summary] if form and not isinstance(form, WordForm) else []
    own = followed.actor.user_id is not None and inquiry.buyer_id == followed.actor.user_id
    return {
        **shown,
        "inquiry": inquiry,
        "token": followed.token,
        "words": words,
        "refused": refused,
        "step_form": StepForm(formdata=None),
        "review_form": ReviewForm(formdata=None),
        "link": inquiry_link(inquiry),
        "just_sent": now() - inquiry.created_at < FRESH,
        "can_keep": followed.actor.user_id is not None and inquiry.buyer_id is None,
        "kept": own,
        "robots": "noindex",
    }


def once_more(followed: Followed, part_id: str | None, form: ShopForm) -> str:
    """The page again after a refusal, with what was typed."""
    shown = inquiry_page(followed, part_id, form)
    other = "en" if current_language() == "id" else "id"
    elsewhere = url_for("public.inquiries.show", token=followed.token, lang=other)
    return render_template("public/inquiries/show.html", **shown, other_lang_url=elsewhere)


def back(token: str, place: str | None = None) -> ResponseReturnValue:
    """To the page of the inquiry after something was done."""
    return redirect(url_for("public.inquiries.show", token=token, _anchor=place), 303)


def whatsapp_of(inquiry: Inquiry, to: str) -> tuple[str | None, str]:
    """The number to open and the ready text: of a part's maker, or ``saya`` for the buyer's own phone."""
    name = cast(Shop, current_app).shop_settings.name
    if to == "saya" and inquiry.phone:
        return inquiry.phone, to_oneself(inquiry, name)
    part = part_of_inquiry(inquiry, to)
    return contact_of(part.producer).number, to_maker(part, name)


def file_of(inquiry: Inquiry, file_id: str) -> Response:
    """A file of an inquiry as a download."""
    return attachment_response(attachment_of_inquiry(inquiry, file_id))
