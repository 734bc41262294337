"""The review board in words: the queue on one side, one product with what was found on the other."""

from collections.abc import Sequence
from typing import Any

from flask import url_for

from shop.catalogue.book import AttributeFacts, book
from shop.catalogue.models import Photo, Product
from shop.catalogue.stall import first_photos
from shop.catalogue.types import AttributeType, PriceBasis
from shop.curation.findings import findings, stored_finding
from shop.curation.models import ReviewCase
from shop.curation.reviews import decided_count, face_of, waiting_cases
from shop.curation.types import ReturnReason, ReviewState
from shop.regions.names import places
from shop.text.formats import ago, date_long, join_words, number, rupiah
from shop.text.labels import label
from shop.text.labels.curation import finding_words
from shop.text.language import SOURCE_LANGUAGE, current_language, ngettext
from shop.text.language import gettext as _
from shop.text.names import name_of
from shop.text.units import measure_word
from shop.web.cards import initials
from shop.web.guards import actor
from shop.web.private_photos import private_image
from shop.web.words import foreign

_LIGHT = frozenset({"photos_few"})


def board(case: ReviewCase | None, waiting: Sequence[ReviewCase] | None = None) -> dict[str, Any]:
    """Everything that the templates of the board take."""
    waiting = waiting_cases(actor()) if waiting is None else waiting
    photos = first_photos([one.product_id for one in waiting])
    others = [one for one in waiting if case is not None and one.opened_at >= case.opened_at and one.id != case.id]
    return {
        "queue": [_row(one, photos, current=case is not None and one.id == case.id) for one in waiting],
        "case": _case(case) if case is not None else None,
        "skip_url": url_for("staff.reviews.show", public_id=others[0].public_id) if others else None,
        "decided": decided_count(actor()),
    }


def photo_view(photo: Photo | None) -> Any:
    """What the macro picture takes for a photo that only the office may see yet."""
    return private_image(photo, lambda key, name: url_for("staff.pictures.show", key=key, name=name))


def _row(case: ReviewCase, photos: dict[int, Photo], *, current: bool) -> dict[str, Any]:
    grave = [row for row in case.findings if not row["fine"] and row["code"] not in _LIGHT]
    worries = [finding_words(stored_finding(row), most=2) for row in grave]
    waits, maker = _("Masuk %(when)s", when=ago(case.opened_at)), case.product.producer
    return {
        "title": case.product.name,
        "lang": foreign(case.product.language),
        "lines": [{"text": maker.stall_name, "lang": foreign(maker.language)}, worries[0] if worries else waits],
        "image": photo_view(photos.get(case.product_id)),
        "cloth": maker.cloth,
        "initials": initials(maker.stall_name),
        "url": url_for("staff.reviews.show", public_id=case.public_id),
        "current": current,
    }


def _case(case: ReviewCase) -> dict[str, Any]:
    product = case.product
    shown = [photo_view(photo) for photo in product.photos]
    return {
        "name": product.name,
        "language": product.language,
        "maker": f"{product.producer.stall_name} · {places()[product.producer.regency_code].short}",
        "maker_lang": foreign(product.producer.language),
        "maker_url": url_for("staff.producers.show", public_id=product.producer.public_id),
        "initials": initials(product.producer.stall_name),
        "cloth": product.producer.cloth,
        "images": [image for image in shown if image],
        "description": product.description,
        "pending": product.pending_changes,
        "before": case.words_before,
        "price": price_words(product),
        "unit": name_of(book().unit_by_id[product.unit_id]),
        "terms": _terms(product),
        "cause": label(case.cause),
        "waiting": case.state is ReviewState.WAITING,
        "state": label(case.state),
        "since": ago(case.opened_at),
        "decided_on": date_long(case.decided_at) if case.decided_at else "",
        "reasons": [label(ReturnReason(reason)) for reason in case.reasons],
        "note": case.note,
        "findings": [("verified" if one.fine else "limit", finding_words(one)) for one in findings(product)],
        "facts": _facts(product),
        "action": url_for("staff.reviews.show", public_id=case.public_id),
        "face": face_of(product),
    }


def price_words(product: Product) -> str:
    """The price as a buyer would read it, without its unit."""
    if product.price is None:
        return _("Harga lewat penawaran")
    text = rupiah(product.price)
    if product.price_max and product.price_max != product.price:
        text = f"{text}–{rupiah(product.price_max).removeprefix('Rp')}"
    return _("Mulai %(price)s", price=text) if product.price_basis is PriceBasis.STARTING_AT else text


def _terms(product: Product) -> str:
    unit = name_of(book().unit_by_id[product.unit_id])
    words = [
        _("Min. %(count)s %(unit)s", count=number(product.moq), unit=unit),
        ngettext("%(num)s hari", "%(num)s hari", product.lead_days),
    ]
    if product.capacity_per_month:
        words.append(_("%(count)s %(unit)s sebulan", count=number(product.capacity_per_month), unit=unit))
    return " · ".join(words)


def _facts(product: Product) -> list[tuple[str, str]]:
    kind = book().kind_by_id[product.kind_id]
    known = [fact for fact in kind.attributes if fact.code in product.attributes]
    told = [(name_of(fact), _value(fact, product.attributes[fact.code])) for fact in known]
    tiers = [(_("Mulai %(count)s", count=number(tier.min_quantity)), rupiah(tier.price)) for tier in product.tiers]
    papers = [(label(row.type), _paper(row.status, row.number)) for row in product.certificates]
    return [(_("Jenis"), name_of(kind)), *told, *tiers, *papers]


def _paper(status: Any, given: str | None) -> str:
    return f"{label(status)} · {given}" if given else label(status)


def _value(fact: AttributeFacts, value: Any) -> str:
    names = {
        choice["code"]: choice["name_id" if current_language() == SOURCE_LANGUAGE else "name_en"]
        for choice in fact.choices
    }
    if fact.type is AttributeType.BOOLEAN:
        return _("Ya") if value else _("Tidak")
    if fact.type is AttributeType.CHOICES:
        return join_words(names.get(one, one) for one in value)
    return f"{names.get(str(value), value)} {measure_word(fact.unit)}".strip()
