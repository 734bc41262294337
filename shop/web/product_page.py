"""The page of one product as its template takes it: everything worded, nothing left to work out."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import urlencode

from shop.catalogue.book import book
from shop.catalogue.details import ProductDetails
from shop.catalogue.honesty import Told
from shop.catalogue.pricing import is_out_of_date
from shop.lib.clock import today_wib
from shop.text.formats import date_long
from shop.text.honesty import explanation, label, paper_name
from shop.text.language import gettext
from shop.text.names import name_of
from shop.web.cards import card_views, image_view, initials, local_path, price_words
from shop.web.maker_words import maker_facts, programme_words
from shop.web.product_facts import kind_facts, quick_facts, size_table, terms, variant_facts
from shop.web.product_quantity import price_by_quantity, quantity_view
from shop.web.words import count_words, day_of, description, foreign, month_name

View = dict[str, Any]
_NEARLY_THREE = 28


def product_view(details: ProductDetails) -> View:
    """What the template shows of the product itself."""
    product, card = details.product, details.card
    price_text, unit_text = price_words(card)
    category = book().categories[details.kind.category]
    return {
        "slug": product.slug,
        "public_id": product.public_id,
        "name": product.name,
        "lang": foreign(product.language),
        "paragraphs": [part for part in product.description.splitlines() if part.strip()],
        "kind": name_of(details.kind),
        "category": (name_of(category), local_path(f"/kategori/{category.slug}")),
        "price_text": price_text,
        "unit_text": unit_text,
        "confirmed": _confirmed(details),
        **price_by_quantity(details),
        "quick": quick_facts(details),
        "notices": list(_notices(details)),
        "papers": list(_papers(details)),
        "capacity": capacity_view(details),
        "quantity": quantity_view(details),
        "facts": kind_facts(details),
        "terms": terms(details),
        "variants": variant_facts(details),
        "sizes": size_table(details),
        "images": [image_view(picture) for picture in details.pictures],
        "thumb": image_view(details.pictures[0])["src"] if details.pictures else "",
        "initials": initials(card.producer_name),
        "cloth": card.producer_cloth,
    }


def page_view(details: ProductDetails) -> View:
    """The whole page: product, maker, what stands beside it, and the ways on."""
    slug = details.product.slug
    return {
        "product": product_view(details),
        "maker": maker_facts(details.producer, details.district, details.portrait, details.stats),
        "lines": [programme_words(line) for line in details.lines],
        "more": card_views(details.more),
        "alike": card_views(details.alike),
        "ways": {
            "ask": local_path(f"/produk/{slug}/tanya"),
            "add": local_path(f"/permintaan/tambah/{slug}"),
            "report": local_path("/pengaduan") + "?" + urlencode({"produk": slug}),
        },
        "page_description": product_description(details),
    }


def product_description(details: ProductDetails) -> str:
    """Price, minimum, time, maker and place in one or two sentences."""
    price, unit = price_words(details.card)
    facts = ", ".join(words for _, words in quick_facts(details)[:2])
    return description(
        gettext(
            "%(price)s %(unit)s. Min. %(facts)s. Dibuat %(maker)s. Minta penawaran tertulis, tanpa akun.",
            price=price,
            unit=unit,
            facts=facts,
            maker=details.producer.stall_name,
        ).replace(" .", ".")
    )


def capacity_view(details: ProductDetails) -> View | None:
    """What of this month's capacity is free; None where nobody said."""
    total, free = details.capacity, details.free
    if not total or free is None:
        return None
    month, unit = month_name(today_wib()), details.unit
    many = _round(total * _NEARLY_THREE // 10)
    months = -(-many // total)
    query = urlencode({"jenis": details.kind.code, "jumlah": many * unit.factor})
    return {
        "title": gettext("Kapasitas %(month)s", month=month),
        "free": min(free, total),
        "total": total,
        **_left(min(free, total), total, details),
        "many": gettext("Perlu %(count)s? Selesai sekitar %(n)s bulan, atau", count=count_words(many, unit), n=months),
        "many_url": local_path("/produk") + f"?{query}",
    }


def _left(free: int, total: int, details: ProductDetails) -> View:
    """What is free of how much, and when less than the smallest order is: that an order begins later."""
    if not free:
        return {"left": gettext("Penuh bulan ini")}
    few = gettext("Kurang dari pesanan paling sedikit. Tanyakan untuk bulan depan.")
    return {
        "left": gettext("Sisa %(count)s bulan ini", count=count_words(free, details.unit)),
        "of": gettext("dari %(count)s", count=count_words(total, details.unit)),
        "hint": few if free < details.product.moq else None,
    }


def _round(count: int) -> int:
    """A count as people would say it: its first one or two digits, then zeros."""
    step: int = 10 ** max(0, len(str(count)) - 2 + (count > 300))
    return max(1, count // step * step)


def _confirmed(details: ProductDetails) -> tuple[bool, str]:
    """Whether the price is fresh, and the sentence that says when it was confirmed."""
    confirmed = details.product.last_confirmed_at
    day = date_long(day_of(confirmed))
    if is_out_of_date(confirmed):
        return False, gettext("Terakhir dipastikan %(day)s. Tanyakan dulu sebelum memesan.", day=day)
    return True, gettext("Dipastikan produsen %(day)s", day=day)


def _notices(details: ProductDetails) -> Iterator[tuple[str, str, str]]:
    """What must be known before asking: (tone, title, text), the most urgent first."""
    if details.product.sold_out:
        yield "limit", gettext("Sedang habis"), gettext("Anda tetap bisa bertanya kapan dibuat lagi.")
    closed = closed_until(details)
    if closed:
        text = gettext("Pertanyaan Anda tetap masuk. Produsen menjawab setelah buka.")
        yield "limit", gettext("Tutup sampai %(day)s", day=date_long(closed)), text
    fresh, words = _confirmed(details)
    if not fresh:
        yield "limit", gettext("Harga perlu dikonfirmasi"), words
    for told in details.card.told:
        if told.paper is None:
            yield ("limit" if told.tone == "limit" else "info"), label(told), explanation(told)


def closed_until(details: ProductDetails) -> date | None:
    """Until when product or maker are closed now; None while they are open."""
    today = today_wib()
    days = (details.product.closed_until, details.producer.closed_until)
    return max((day for day in days if day is not None and day >= today), default=None)


def _papers(details: ProductDetails) -> Iterator[tuple[str, str, str]]:
    """Certificates as they stand: (tone, name, what is known of it)."""
    for told in details.card.told:
        if told.paper is not None:
            yield told.tone, label(told), _paper_words(told)


def _paper_words(told: Told) -> str:
    paper = told.paper
    assert paper is not None  # noqa: S101 - asked before
    if told.tone != "verified":
        return gettext("%(paper)s sedang diurus, belum terbit.", paper=paper_name(str(paper.type)))
    number_words = gettext("Nomor %(number)s", number=paper.number)
    if paper.expires_on is None:
        return gettext("%(number)s, sudah diperiksa.", number=number_words)
    until = date_long(paper.expires_on)
    return gettext("%(number)s, berlaku sampai %(day)s, sudah diperiksa.", number=number_words, day=until)
