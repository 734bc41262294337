"""Structured data of products and makers (schema.org): prices as offers, never a claim of safety, health or halal."""

from typing import Any

from shop.catalogue.details import ProductDetails
from shop.catalogue.types import StockMode
from shop.producers.public import PublicMaker
from shop.regions.names import places
from shop.text.links import absolute
from shop.text.names import name_of
from shop.web.product_quantity import tier_steps
from shop.web.share_links import site_address

Data = dict[str, Any]
_CONTEXT = "https://schema.org"


def product_data(details: ProductDetails) -> Data:
    """A product with its offer; one by quotation has none."""
    product = details.product
    data: Data = {
        "@context": _CONTEXT,
        "@type": "Product",
        "name": product.name,
        "description": " ".join(product.description.split()),
        "sku": product.public_id,
        "category": name_of(details.kind),
        "url": absolute(f"/produk/{product.slug}"),
        "brand": {"@type": "Brand", "name": details.producer.stall_name},
    }
    images = [
        site_address(f"/media/{one.key}/{_widest(one.formats)}.jpg") for one in details.pictures if _widest(one.formats)
    ]
    if images:
        data["image"] = images
    if product.price is not None:
        data["offers"] = _offer(details)
    return data


def _widest(formats: tuple[str, ...]) -> int:
    return max((int(one.partition(":")[2]) for one in formats if one.startswith("jpeg:")), default=0)


def _offer(details: ProductDetails) -> Data:
    product = details.product
    common = {
        "priceCurrency": "IDR",
        "availability": f"{_CONTEXT}/{_availability(details)}",
        "itemCondition": f"{_CONTEXT}/NewCondition",
        "url": absolute(f"/produk/{product.slug}"),
        "eligibleQuantity": {"@type": "QuantitativeValue", "minValue": product.moq, "unitText": details.unit.name_id},
        "seller": {"@type": "Organization", "name": details.producer.stall_name},
    }
    prices = sorted(
        {price for _, price in tier_steps(details)} | {product.price or 0, product.price_max or product.price or 0}
    )
    if len(prices) == 1:
        return {"@type": "Offer", "price": prices[0], **common}
    count = len(tier_steps(details)) or len(prices)
    return {"@type": "AggregateOffer", "lowPrice": prices[0], "highPrice": prices[-1], "offerCount": count, **common}


def _availability(details: ProductDetails) -> str:
    if details.product.sold_out:
        return "OutOfStock"
    return "InStock" if details.product.stock_mode is StockMode.READY else "MadeToOrder"


def maker_data(producer: PublicMaker) -> Data:
    """A maker under its stall name, with its regency; never a person."""
    place = places()[producer.regency_code]
    return {
        "@context": _CONTEXT,
        "@type": "Organization",
        "name": producer.stall_name,
        "url": absolute(f"/produsen/{producer.slug}"),
        "address": {
            "@type": "PostalAddress",
            "addressLocality": place.name,
            "addressRegion": places()[place.province].name,
            "addressCountry": "ID",
        },
    }
