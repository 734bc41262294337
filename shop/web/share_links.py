"""What chats show beside a link to a product or a maker: words, and a picture whose name changes with what it shows."""

import hashlib
from dataclasses import astuple, dataclass
from typing import Any

from flask import current_app

from shop.catalogue.cards import ProductCard, card_by_public_id
from shop.catalogue.commands.photos import delete_share_pictures
from shop.catalogue.makers import public_maker
from shop.catalogue.photos import master_name, share_name
from shop.platform import storage
from shop.platform.share_picture import Kind, Tone, draw_share_picture
from shop.producers.public import PublicMaker
from shop.regions.names import places
from shop.text.honesty import labels
from shop.text.language import SOURCE_LANGUAGE, using
from shop.web.cards import initials, price_words
from shop.web.front import form_words

_VERSION = "1"


@dataclass(frozen=True)
class Shown:
    """Everything that stands on a share picture; its digest is the picture's name."""

    kind: Kind
    public_id: str
    title: str
    subtitle: str
    price: str | None
    label: str | None
    tone: Tone
    picture: str
    initials: str | None

    @property
    def digest(self) -> str:
        """16 hex digits that change with anything on the picture."""
        words = "\0".join(str(part) for part in (_VERSION, shop_name(), *astuple(self)))
        return hashlib.sha256(words.encode()).hexdigest()[:16]

    @property
    def path(self) -> str:
        return f"/bagikan/{self.public_id}/{self.digest}.jpg"


def of_product(card: ProductCard) -> Shown:
    """A product's picture: name, price, maker and place, and the honesty label that a card shows first."""
    with using(SOURCE_LANGUAGE):
        price, unit = price_words(card)
        told = labels(card.told)
        tone, label = told[0] if told else ("fact", None)
    return Shown(
        "product",
        card.public_id,
        card.name,
        f"{card.producer_name}, {places()[card.regency_code].short}",
        f"{price} {unit}".strip(),
        label,
        tone,  # type: ignore[arg-type]  # labels have the tones of the picture
        card.picture.key if card.picture else card.producer_cloth,
        None if card.picture else initials(card.producer_name),
    )


def of_maker(producer: PublicMaker) -> Shown:
    """A maker's picture: its stall name on its own cloth."""
    with using(SOURCE_LANGUAGE):
        subtitle = f"{form_words(producer.form)} · {places()[producer.regency_code].short}"
    name = producer.stall_name
    return Shown("producer", producer.public_id, name, subtitle, None, None, "fact", producer.cloth, initials(name))


def shown_publicly(public_id: str) -> Shown | None:
    """What is public under this id now: a product or a maker."""
    card = card_by_public_id(public_id)
    if card is not None:
        return of_product(card)
    producer = public_maker(public_id)
    return of_maker(producer) if producer is not None else None


def share_picture(shown: Shown) -> bytes:
    """The JPEG, drawn once and then kept in storage in place of the one before."""
    name = share_name(shown.public_id, shown.digest)
    kept = storage.current().get(name)
    if kept is None:
        kept = _drawn(shown)
        delete_share_pictures([shown.public_id])
        storage.current().put(name, kept, durable=False)
    return kept


def share_og(shown: Shown, description: str) -> dict[str, Any]:
    """The og dict of the page."""
    kind = "product" if shown.kind == "product" else "profile"
    return {"title": shown.title, "description": description, "type": kind, "image": site_address(shown.path)}


def site_address(path: str) -> str:
    """The full address of something that has no language."""
    return f"{current_app.extensions['settings'].base_url}{path}"


def shop_name() -> str:
    """The name of the shop as it is set."""
    return str(current_app.jinja_env.globals["shop_name"])


def _drawn(shown: Shown) -> bytes:
    picture = None
    if shown.initials is None:
        picture = storage.current().get(master_name(shown.picture))
    if picture is None:
        picture = current_app.extensions["assets"].content(f"img/brand/cloth-{shown.picture}.webp")
    return draw_share_picture(
        shown.kind,
        shown.title,
        shown.subtitle,
        price_text=shown.price,
        label=shown.label,
        picture=picture,
        shop_name=shop_name().lower(),
        initials=shown.initials,
        label_tone=shown.tone,
    )
