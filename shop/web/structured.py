"""Structured data of public pages for search engines (schema.org as JSON-LD)."""

from collections.abc import Iterable, Sequence
from typing import Any

from shop.text.links import absolute

Data = dict[str, Any]
_CONTEXT = "https://schema.org"


def organization(name: str, logo: str) -> Data:
    """Who runs the shop."""
    return {"@context": _CONTEXT, "@type": "Organization", "name": name, "url": absolute("/"), "logo": logo}


def website(name: str) -> Data:
    """The site and its search."""
    return {
        "@context": _CONTEXT,
        "@type": "WebSite",
        "name": name,
        "url": absolute("/"),
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": absolute("/produk") + "?q={search_term_string}"},
            "query-input": "required name=search_term_string",
        },
    }


def breadcrumb_list(items: Sequence[tuple[str, str]]) -> Data:
    """The way to a page: (name, path in Indonesian) of every step, this page last."""
    return {
        "@context": _CONTEXT,
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": absolute(path)}
            for place, (name, path) in enumerate(items, start=1)
        ],
    }


def item_list(slugs: Iterable[str]) -> Data:
    """The products of a list."""
    return {
        "@context": _CONTEXT,
        "@type": "ItemList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "url": absolute(f"/produk/{slug}")}
            for place, slug in enumerate(slugs, start=1)
        ],
    }
