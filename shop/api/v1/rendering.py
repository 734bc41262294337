"""Products as the API shows them."""

from flask import current_app, url_for

from shop.api.v1.schemas import MakerRef, Price, ProductItem
from shop.catalogue.cards import Picture, ProductCard
from shop.config import Settings

_WIDTH = 480


def absolute(path: str) -> str:
    """A path of this site as a full address."""
    settings: Settings = current_app.extensions["settings"]
    return settings.base_url + path


def picture_url(picture: Picture | None) -> str | None:
    """The address of a JPEG about 480 wide, or None."""
    if picture is None:
        return None
    widths = sorted(int(one.partition(":")[2]) for one in picture.formats if one.startswith("jpeg:"))
    if not widths:
        return None
    width = next((one for one in widths if one >= _WIDTH), widths[-1])
    return absolute(url_for("public.media.show", key=picture.key, width=width, extension="jpg"))


def price_of(card: ProductCard) -> Price:
    """From the lowest tier to the highest price, in whole rupiah for one unit."""
    lowest = card.unit_price * card.unit.factor if card.unit_price is not None else None
    least = min(lowest, card.price) if lowest is not None and card.price is not None else card.price
    return Price(min=least, max=card.price_max or card.price, unit=card.unit.code)


def item(card: ProductCard) -> ProductItem:
    """A card as a row of a list."""
    province, _, _ = card.regency_code.partition(".")
    return ProductItem(
        slug=card.slug,
        name=card.name,
        kind=card.kind.code,
        category=card.kind.category,
        price=price_of(card),
        moq=card.moq,
        lead_days=card.lead_days,
        producer=MakerRef(
            slug=card.producer_slug, name=card.producer_name, province=province, regency=card.regency_code
        ),
        url=absolute(url_for("public.products.show", slug=card.slug, lang="id")),
        image=picture_url(card.picture),
    )
