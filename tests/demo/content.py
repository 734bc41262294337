"""The files of the example shop, read once, and what its tests ask of them."""

import json
from pathlib import Path
from typing import Any

import shop

SHOP = Path(shop.__file__).parent
CONTENT = SHOP / "demo" / "content"
REFERENCE = SHOP / "catalogue" / "reference"
PER_KIND = {
    "batik_tulis": 18,
    "batik_cap": 16,
    "batik_kombinasi": 8,
    "ecoprint": 8,
    "batik_garment": 12,
    "mask_cloth": 14,
    "school_uniform": 22,
    "office_uniform": 20,
    "workwear": 8,
    "sports_uniform": 6,
    "tshirt_print": 6,
    "muslim_wear": 8,
    "embroidery_service": 5,
    "sewing_service": 6,
    "home_textile": 8,
    "bag": 10,
    "life_vest": 10,
    "jamu": 8,
    "ginger_instant": 8,
    "snack": 10,
    "coffee": 3,
    "catering": 4,
    "woven_craft": 6,
    "souvenir": 4,
    "painting": 5,
    "wood_craft": 2,
    "barber": 1,
    "massage": 1,
    "graphic_design": 2,
    "metalwork": 1,
}
FOOD = {"jamu", "ginger_instant", "snack", "coffee", "catering"}
PAPER_WORDS = {"halal", "bpom", "p-irt", "pirt", "sni"}


def load(folder: Path, name: str) -> Any:
    return json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))


PRODUCTS: list[dict[str, Any]] = load(CONTENT, "products")
PRODUCERS: dict[int, dict[str, Any]] = {row["number"]: row for row in load(CONTENT, "producers")}
KINDS: dict[str, dict[str, Any]] = {row["code"]: row for row in load(REFERENCE, "kinds")}
UNITS: dict[str, dict[str, Any]] = {row["code"]: row for row in load(REFERENCE, "units")}


def of_kind(*kinds: str) -> list[dict[str, Any]]:
    return [row for row in PRODUCTS if row["kind"] in kinds]


def paper(product: dict[str, Any], kind: str) -> str:
    """How a paper of a product stands: its status, "expired" when verified and past its day, or "absent"."""
    for row in product["certificates"]:
        if row["type"] == kind:
            past = row["expires_in_days"] is not None and row["expires_in_days"] < 0
            return "expired" if past else str(row["status"])
    return "absent"


def is_public(product: dict[str, Any]) -> bool:
    return product["status"] == "published" and not product["hidden_by_withdrawal"] and not product["held_back"]


def fits(value: Any, attribute: dict[str, Any]) -> bool:
    choices = {row["code"] for row in attribute["choices"]}
    if attribute["type"] == "choices":
        return isinstance(value, list) and bool(value) and set(value) <= choices
    if attribute["type"] == "choice":
        return value in choices
    if attribute["type"] == "text":
        return isinstance(value, str) and 0 < len(value) <= attribute["max_length"]
    wanted = {"integer": (int,), "decimal": (int, float), "boolean": (bool,)}[attribute["type"]]
    return type(value) in wanted
