"""The products of a collection and those found for a word, as the page to choose them shows them."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask import url_for

from shop.catalogue.cards import Picture, first_pictures
from shop.catalogue.models import Product
from shop.curation.collecting import product_to_add, products_in, products_to_add, public_among
from shop.curation.models import Collection
from shop.lib.errors import NotFound
from shop.regions.names import places
from shop.web.cards import cloth, image_view, initials

LONGEST = 80


def picker(collection: Collection, asked: Mapping[str, str]) -> dict[str, Any]:
    """Chosen products in order, found ones with whether they are in, and the one that was just taken out."""
    words = asked.get("q", "").strip()[:LONGEST]
    chosen = products_in(collection)
    found = products_to_add(words) if words else []
    pictures = first_pictures({row.id for row in (*chosen, *found)})
    shown = public_among(chosen)
    inside = {row.id for row in chosen}
    return {
        "words": words,
        "chosen": [{**_row(row, pictures), "hidden": row.id not in shown} for row in chosen],
        "found": [{**_row(row, pictures), "inside": row.id in inside} for row in found],
        "taken": _taken(asked, chosen),
    }


def _row(product: Product, pictures: Mapping[int, Picture]) -> dict[str, Any]:
    maker, picture = product.producer, pictures.get(product.id)
    return {
        "public_id": product.public_id,
        "name": product.name,
        "language": product.language,
        "maker": f"{maker.stall_name} · {places()[maker.regency_code].short}",
        "image": image_view(picture, alt="") if picture else None,
        "initials": initials(maker.stall_name),
        "cloth": cloth(maker.cloth),
        "url": url_for("public.products.show", slug=product.slug),
    }


def _taken(asked: Mapping[str, str], chosen: Sequence[Product]) -> dict[str, str] | None:
    """What was just taken out, unless it is back; a hidden product cannot come back."""
    public_id = asked.get("dikeluarkan", "")
    if not public_id or any(row.public_id == public_id for row in chosen):
        return None
    try:
        product = product_to_add(public_id)
    except NotFound:
        return None
    return {"public_id": public_id, "name": product.name, "place": asked.get("tempat", "")}
