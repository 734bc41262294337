"""What the shop itself sees in a product before staff look: price, photos, facts, words, papers."""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from shop.catalogue.book import KindFacts, book
from shop.catalogue.honesty import Paper, flagged_words, papers_in_order
from shop.catalogue.models import Product
from shop.catalogue.papers import papers_of_product
from shop.lib.clock import today_wib

FEW_PHOTOS = 2


@dataclass(frozen=True)
class Finding:
    """One observation: its code, whether it is fine, and what its words name."""

    code: str
    fine: bool
    params: dict[str, Any] = field(default_factory=dict)

    def stored(self) -> dict[str, Any]:
        """As it is kept with a case."""
        return {"code": self.code, "fine": self.fine, "params": self.params}


def stored_finding(row: dict[str, Any]) -> Finding:
    """A finding as it was kept."""
    return Finding(row["code"], row["fine"], row["params"])


def findings(product: Product) -> list[Finding]:
    """Everything seen in a product now, the worrying ones first."""
    kind = book().kind_by_id[product.kind_id]
    papers = papers_of_product(product)
    found = [
        *_words(product, kind, papers),
        *_papers(kind, papers),
        *_attributes(product, kind),
        *_price(product, kind),
        *_photos(product),
    ]
    return sorted(found, key=lambda one: one.fine)


def _price(product: Product, kind: KindFacts) -> list[Finding]:
    if product.price is None:
        asked = product.price_on_request
        return [Finding("price_on_request" if asked else "price_missing", fine=asked)]
    band, unit = kind.rules.get("price_band"), book().unit_by_id[product.unit_id]
    if not band or unit.base is not kind.default_unit.base:
        return []
    scale = Fraction(kind.default_unit.factor, unit.factor)
    prices = [product.price, product.price_max or product.price, *(tier.price for tier in product.tiers)]
    fine = band[0] <= min(prices) * scale and max(prices) * scale <= band[1]
    params = {"least": band[0], "most": band[1], "unit_id": kind.default_unit.name_id}
    return [Finding("price_in_band" if fine else "price_out_of_band", fine, params)]


def _photos(product: Product) -> list[Finding]:
    count = len(product.photos)
    if count == 0:
        return [Finding("photos_missing", fine=False)]
    return [Finding("photos_enough" if count >= FEW_PHOTOS else "photos_few", count >= FEW_PHOTOS, {"num": count})]


def _attributes(product: Product, kind: KindFacts) -> list[Finding]:
    missing = [
        fact for fact in kind.attributes if fact.required and product.attributes.get(fact.code) in (None, "", [])
    ]
    if not missing:
        return [Finding("facts_complete", fine=True)]
    names = {"id": [fact.name_id for fact in missing], "en": [fact.name_en for fact in missing]}
    return [Finding("facts_missing", fine=False, params={"names": names})]


def _words(product: Product, kind: KindFacts, papers: list[Paper]) -> list[Finding]:
    pending = product.pending_changes or {}
    texts = (product.name, product.description, pending.get("name", ""), pending.get("description", ""))
    words = flagged_words(kind.rules, papers, today_wib(), *texts)
    return [Finding("words_flagged", fine=False, params={"words": words})] if words else []


def _papers(kind: KindFacts, papers: list[Paper]) -> list[Finding]:
    wanted = [rule["certificate"] for rule in kind.rules.get("papers", ()) if rule["when"] == "always"]
    if not wanted:
        return []
    if papers_in_order(kind.rules, papers, today_wib()):
        return [Finding("papers_in_order", fine=True)]
    return [Finding("papers_missing", fine=False, params={"papers": sorted({*"|".join(wanted).split("|")})})]
