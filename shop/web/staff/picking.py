"""The products of a collection and those found for a word, as the page to choose them shows them."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask import url_for

from shop.catalogue.cards import Picture, first_pictures
from shop.catalogue.models import Product
from shop.curation.collecting import product_known, products_in, products_to_add, public_among
from shop.curation.models import Collection
from shop.platform import signing
from shop.regions.names import places
from shop.web.cards import image_view, initials
from shop.web.words import foreign

LONGEST = 80
_PURPOSE = "taken_out"


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
        "taken": _taken(collection, asked, chosen),
    }


def _row(product: Product, pictures: Mapping[int, Picture]) -> dict[str, Any]:
    maker, picture = product.producer, pictures.get(product.id)
    place = places()[maker.regency_code].short
    return {
        "public_id": product.public_id,
        "name": product.name,
        "lang": foreign(product.language),
        "maker": {"text": f"{maker.stall_name} · {place}", "lang": foreign(maker.language)},
        "image": image_view(picture, alt="") if picture else None,
        "initials": initials(maker.stall_name),
        "cloth": maker.cloth,
        "url": url_for("public.products.show", slug=product.slug),
    }


def way_back(collection: Collection, public_id: str, place: int) -> dict[str, str]:
    """What the page must be told to offer a product that was taken out again, public or not."""
    proof = signing.sign(_PURPOSE, collection.public_id, public_id)
    return {"dikeluarkan": public_id, "tempat": str(place), "bukti": proof}


def taken_out(collection: Collection, public_id: str, proof: str | None) -> Product | None:
    """The product that was taken out of this collection, as our own signature says; None without one."""
    if not proof or not signing.is_signed(proof, _PURPOSE, collection.public_id, public_id):
        return None
    return product_known(public_id)


def _taken(collection: Collection, asked: Mapping[str, str], chosen: Sequence[Product]) -> dict[str, str] | None:
    """What was just taken out, unless it is back."""
    public_id, proof = asked.get("dikeluarkan", ""), asked.get("bukti", "")
    product = taken_out(collection, public_id, proof)
    if product is None or product.id in {row.id for row in chosen}:
        return None
    return {"public_id": public_id, "name": product.name, "place": asked.get("tempat", ""), "proof": proof}
