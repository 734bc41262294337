"""Own products in words: the list with its quick buttons, one product's state, hints, kinds to choose from."""

from collections.abc import Mapping
from typing import Any

from flask import url_for

from shop.catalogue.book import book
from shop.catalogue.declared_papers import paper_types
from shop.catalogue.honesty import told
from shop.catalogue.models import Product
from shop.catalogue.papers import papers_of_product
from shop.catalogue.pricing import is_out_of_date
from shop.catalogue.sizes import SIZE
from shop.catalogue.stall import improvements, own_products, product_counts, recent_views
from shop.catalogue.types import ProductStatus
from shop.curation.reviews import last_decision
from shop.curation.types import ReturnReason
from shop.lib.clock import today_wib
from shop.producers.models import Producer
from shop.text.formats import date_long, date_short, number, rupiah
from shop.text.hints import hint
from shop.text.honesty import labels
from shop.text.labels import label
from shop.text.language import gettext as _
from shop.text.language import ngettext
from shop.text.names import name_of
from shop.web.selling.pictures import own_image

_ORDER = (
    ProductStatus.RETURNED,
    ProductStatus.DRAFT,
    ProductStatus.IN_REVIEW,
    ProductStatus.PUBLISHED,
    ProductStatus.PAUSED,
    ProductStatus.WITHDRAWN,
)
_WITHOUT_SIZES = frozenset({"kuliner", "jasa"})
TONES = {ProductStatus.PUBLISHED: "verified", ProductStatus.RETURNED: "limit", ProductStatus.PAUSED: "limit"}


def shelf_page(maker: Producer, status: ProductStatus | None) -> dict[str, Any]:
    """All that templates/selling/products/index.html shows."""
    products, counts = own_products(maker, status), product_counts(maker)
    views = recent_views([one.id for one in products])
    every = (_("Semua"), url_for("selling.products.index"), status is None, sum(counts.values()))
    states = [
        (label(one), url_for("selling.products.index", keadaan=str(one)), status is one, counts[one])
        for one in _ORDER
        if one in counts
    ]
    return {"tabs_items": [every, *states], "rows": [_row(one, views.get(one.id, 0)) for one in products]}


def _row(product: Product, views: int) -> dict[str, Any]:
    seen = ngettext("%(num)s kali dilihat bulan ini", "%(num)s kali dilihat bulan ini", views)
    shown = product.status in (ProductStatus.PUBLISHED, ProductStatus.PAUSED)
    return {
        "product": product,
        "name": product.name,
        "image": own_image(product.photos[0]) if product.photos else None,
        "lines": [price_words(product), *([seen] if shown else [])],
        "labels": state_labels(product),
        "stale": product.status is ProductStatus.PUBLISHED and is_out_of_date(product.last_confirmed_at),
        "status": str(product.status),
        "away": product.sold_out or _closed(product),
    }


def price_words(product: Product) -> str:
    """The price with its unit and minimum."""
    if product.price is None:
        return _("Harga lewat penawaran") if product.price_on_request else _("Harga belum diisi")
    unit = name_of(book().unit_by_id[product.unit_id])
    return f"{rupiah(product.price)}/{unit} · " + _("min. %(n)s", n=number(product.moq))


def state_labels(product: Product) -> list[tuple[str, str]]:
    """The state of a product and what limits it now, as (tone, words)."""
    found = [(TONES.get(product.status, "fact"), label(product.status))]
    if product.sold_out:
        found.append(("limit", _("Sedang habis")))
    if _closed(product) and product.closed_until is not None:
        found.append(("limit", _("Tutup sampai %(day)s", day=date_short(product.closed_until))))
    if product.status is ProductStatus.PUBLISHED and is_out_of_date(product.last_confirmed_at):
        found.append(("limit", _("Harga perlu dipastikan")))
    return found


def _closed(product: Product) -> bool:
    return product.closed_until is not None and product.closed_until >= today_wib()


def product_page(product: Product) -> dict[str, Any]:
    """All that templates/selling/products/show.html says besides its forms."""
    kind = book().kind_by_id[product.kind_id]
    codes = improvements(product)
    return {
        "product": product,
        "kind_name": name_of(kind),
        "status": str(product.status),
        "labels": [*state_labels(product), *labels(told(kind.rules, papers_of_product(product), today_wib()))],
        "image": own_image(product.photos[0]) if product.photos else None,
        "facts": _facts(product),
        "hints": [(hint(code), _place(code, product)) for code in codes],
        "returned": _returned(product),
        "pending": product.pending_changes,
        "stale": product.status is ProductStatus.PUBLISHED and is_out_of_date(product.last_confirmed_at),
        "away": product.sold_out or _closed(product),
        "has_papers": bool(paper_types(kind)),
        "has_sizes": kind.category not in _WITHOUT_SIZES,
        "views": recent_views([product.id]).get(product.id, 0),
    }


def _facts(product: Product) -> list[tuple[str, str]]:
    unit = name_of(book().unit_by_id[product.unit_id])
    tiers = [f"{number(tier.min_quantity)}+: {rupiah(tier.price)}" for tier in product.tiers]
    pairs = [
        (_("Harga"), price_words(product)),
        (_("Harga grosir"), " · ".join(tiers)),
        (_("Pilihan"), ", ".join(variant.name for variant in product.variants)),
        (_("Tabel ukuran"), ", ".join(str(row.get(SIZE, "")) for row in product.size_chart)),
        (_("Pengerjaan"), ngettext("%(num)s hari", "%(num)s hari", product.lead_days)),
        (_("Sebulan"), f"{number(product.capacity_per_month)} {unit}" if product.capacity_per_month else ""),
        (_("Dipastikan"), date_long(product.last_confirmed_at)),
    ]
    return [(term, value) for term, value in pairs if value]


def _place(code: str, product: Product) -> str:
    """Where a hint is acted on."""
    photos, papers = code.startswith(("photo", "alt")), code.startswith("papers")
    page = "photos.index" if photos else "papers.edit" if papers else "products.edit"
    return "" if code == "out_of_date" else url_for(f"selling.{page}", public_id=product.public_id)


def _returned(product: Product) -> Mapping[str, Any] | None:
    """What staff asked for, when a product came back."""
    case = last_decision(product) if product.status is ProductStatus.RETURNED else None
    if case is None:
        return None
    known = {str(one): one for one in ReturnReason}
    return {"reasons": [label(known[one]) for one in case.reasons if one in known], "note": case.note}


def kind_groups() -> list[tuple[str, list[tuple[str, str]]]]:
    """Kinds by category: name, and (kind's name, address of its form)."""
    known = book()
    groups = []
    for category in known.categories.values():
        kinds = [known.kinds[code] for code in category.kinds if known.kinds[code].active]
        rows = [(name_of(kind), url_for("selling.products.new", kind_code=kind.code)) for kind in kinds]
        groups.append((name_of(category), rows))
    return groups
