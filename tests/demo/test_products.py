"""Each of the 240 products: prices, bands, facts, words and photos."""

import re
from itertools import pairwise

from tests.demo.content import KINDS, PAPER_WORDS, PRODUCERS, PRODUCTS, SHOP, UNITS, fits


def test_a_price_lies_in_the_band_of_its_kind_and_is_rounded() -> None:
    for product in PRODUCTS:
        factor = UNITS[product["unit"]]["factor"]
        low, high = KINDS[product["kind"]]["price_band"]
        amounts = [product["price"], *(row["price"] for row in product["variants"])]
        amounts += [product["price_max"]] if product["price_max"] else []
        assert all(amount % 500 == 0 for amount in [*amounts, *(tier["price"] for tier in product["tiers"])])
        assert all(low <= amount / factor <= high for amount in amounts)


def test_tiers_fall_between_3_and_12_percent() -> None:
    for product in PRODUCTS:
        steps = [(product["moq"], product["price"]), *((row["min_qty"], row["price"]) for row in product["tiers"])]
        assert all(left[0] < right[0] and left[1] > right[1] for left, right in pairwise(steps))
        assert all(0.03 <= 1 - price / product["price"] <= 0.12 for _, price in steps[1:])


def test_a_product_stays_in_the_bands_and_units_of_its_kind() -> None:
    for product in PRODUCTS:
        kind, factor = KINDS[product["kind"]], UNITS[product["unit"]]["factor"]
        assert product["kind"] in PRODUCERS[product["producer"]]["kinds"]
        assert product["unit"] in kind["units"]
        assert product["price_basis"] in kind["price_bases"]
        for field, band in (("moq", "moq_band"), ("capacity_per_month", "capacity_band")):
            low, high = kind[band]
            assert low <= product[field] * factor <= high or factor > 1
        assert kind["lead_band"][0] <= product["lead_days"] <= kind["lead_band"][1]
        assert product["moq"] <= product["capacity_per_month"]
        assert product["moq"] % product["multiple"] == 0
        has_stock = product["stock_mode"] == "ready" and not product.get("sold_out")
        assert has_stock == (product["ready_stock"] > 0)
        assert set(product["customisation"]) <= {row["code"] for row in kind["customisation"]}


def test_attributes_answer_what_the_kind_asks() -> None:
    for product in PRODUCTS:
        asked = {row["code"]: row for row in KINDS[product["kind"]]["attributes"]}
        assert set(product["attributes"]) <= set(asked)
        assert all(fits(value, asked[code]) for code, value in product["attributes"].items())
        assert {code for code, row in asked.items() if row["required"]} <= set(product["attributes"])


def test_words_are_plain_and_claim_nothing_unproven() -> None:
    for product in PRODUCTS:
        text = f"{product['name']} {product['description']}".lower()
        flagged = {word.lower() for word in KINDS[product["kind"]]["flagged_words"]} | PAPER_WORDS
        assert not {word for word in flagged if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text)}
        assert len(product["name"]) <= 90
        assert "!" not in text
        assert 2 <= len(re.findall(r"[.?](?:\s|$)", product["description"])) <= 4


def test_photos_are_pictures_of_that_kind_with_alt_texts() -> None:
    for product in PRODUCTS:
        files = [row["file"] for row in product["photos"]]
        assert len(files) == len(set(files)) <= 3
        assert all(name.startswith(f"{product['kind']}-") for name in files)
        assert all((SHOP / "demo" / "pictures" / name).is_file() for name in files)
        assert all(20 <= len(row["alt"]) <= 200 for row in product["photos"])
