"""GET /api/v1/products and /api/v1/products/<slug>."""

from collections.abc import Container
from urllib.parse import urlencode

from flask import Blueprint, Response, request
from pydantic import BaseModel
from spectree import Response as Answers

from shop.api.documentation import spec
from shop.api.v1.rendering import absolute, item, picture_url
from shop.api.v1.schemas import Label, Problem, ProductDetail, ProductList, ProductQuery, Tier
from shop.catalogue.book import book
from shop.catalogue.details import ProductDetails, product_details
from shop.catalogue.filters import CatalogueFilters
from shop.catalogue.search import find_products
from shop.lib.clock import to_wib
from shop.lib.errors import Invalid, NotFound
from shop.platform.search_index import Sort
from shop.regions.names import province_codes, regency_codes

pages = Blueprint("products", __name__)


@pages.get("/products", localized=False)
@spec.validate(resp=Answers(HTTP_200=ProductList, HTTP_422=Problem), tags=["catalogue"])
def index(query: ProductQuery) -> Response:
    """Public products by words, filters and sort; pages by cursor."""
    found = find_products(_filters(query), query.limit)
    if any(notice.code == "search_cursor_unknown" for notice in found.notices):
        raise Invalid("search_cursor_unknown", "cursor")
    answer = ProductList(
        items=[item(card) for card in found.cards],
        total=found.total,
        total_is_capped=found.capped,
        suggestion=found.corrected,
        next=next_page(found.next_cursor),
    )
    return answered(answer)


@pages.get("/products/<slug>", localized=False)
@spec.validate(resp=Answers(HTTP_200=ProductDetail, HTTP_404=Problem), tags=["catalogue"])
def show(slug: str) -> Response:
    """One public product with its facts."""
    details = product_details(slug)
    if details is None:
        raise NotFound("not_found")
    return answered(_detail(details))


def _detail(details: ProductDetails) -> ProductDetail:
    product, images = details.product, [picture_url(one) for one in details.pictures]
    return ProductDetail(
        **item(details.card).model_dump(),
        description=product.description,
        language=product.language,
        multiple=product.multiple,
        stock="ready" if str(product.stock_mode) == "ready" else "made_to_order",
        tiers=[Tier(min_quantity=least, price=price) for least, price in details.tiers],
        attributes=product.attributes,
        images=[image for image in images if image],
        labels=[
            Label(tone=one.tone, code=one.code, text=one.words.get("text_id", one.code)) for one in details.card.told
        ],
        last_confirmed_on=to_wib(product.last_confirmed_at).date(),
    )


def answered(body: BaseModel) -> Response:
    """A public answer as JSON that shared caches may keep shortly."""
    response = Response(body.model_dump_json(), mimetype="application/json")
    response.headers["Cache-Control"] = "public, max-age=0, s-maxage=30, stale-while-revalidate=15"
    return response


def next_page(cursor: str | None) -> str | None:
    """The address of the page after this one."""
    if cursor is None:
        return None
    kept = [(name, value) for name, value in request.args.items(multi=True) if name != "cursor"]
    return absolute(f"{request.path}?{urlencode([*kept, ('cursor', cursor)])}")


def _filters(query: ProductQuery) -> CatalogueFilters:
    known = book()
    refuse_unknown("kind", query.kind, known.kinds.keys())
    refuse_unknown("category", query.category, known.categories.keys())
    refuse_unknown("province", query.province, province_codes())
    refuse_unknown("regency", query.regency, regency_codes())
    return CatalogueFilters(
        text=query.q.strip(),
        categories=tuple(query.category),
        kinds=tuple(query.kind),
        provinces=tuple(query.province),
        regencies=tuple(query.regency),
        price_min=query.min_price,
        price_max=query.max_price,
        quantity=query.quantity,
        by=query.by,
        sort=Sort(query.sort),
        cursor=query.cursor,
    )


def refuse_unknown(field: str, given: list[str], known: Container[str]) -> None:
    """422 for a filter value that is not among the known ones."""
    for value in given:
        if value not in known:
            raise Invalid("value_unknown", field, value=value)
