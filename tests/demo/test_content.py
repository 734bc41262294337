"""The example shop as data: counts and edge cases of the 60 makers and 240 products."""

import csv
import gzip
import re
from collections import Counter

from tests.demo.content import (
    CONTENT,
    FOOD,
    KINDS,
    PER_KIND,
    PRODUCERS,
    PRODUCTS,
    SHOP,
    is_public,
    load,
    of_kind,
    paper,
)


def test_each_kind_has_its_number_of_products() -> None:
    assert Counter(row["kind"] for row in PRODUCTS) == PER_KIND
    assert set(PER_KIND) == set(KINDS)
    assert [row["number"] for row in PRODUCTS] == list(range(1, 241))


def test_draft_hidden_and_held_back_are_disjoint_and_leave_214_public() -> None:
    draft = {row["number"] for row in PRODUCTS if row["status"] == "draft"}
    hidden = {row["number"] for row in PRODUCTS if row["hidden_by_withdrawal"]}
    held = {row["number"] for row in PRODUCTS if row["held_back"]}
    assert (len(draft), len(hidden), len(held)) == (14, 10, 2)
    assert len(draft | hidden | held) == 26
    assert sum(is_public(row) for row in PRODUCTS) == 214


def test_products_of_a_maker_hide_together_when_its_profile_is_withdrawn() -> None:
    withdrawn = {number for number, row in PRODUCERS.items() if row["consents"]["profile"]["state"] == "withdrawn"}
    assert 6 in withdrawn
    assert {row["producer"] for row in PRODUCTS if row["hidden_by_withdrawal"]} == withdrawn
    assert all(row["hidden_by_withdrawal"] == (row["producer"] in withdrawn) for row in PRODUCTS)


def test_stale_full_and_photoless_listings_are_as_many_as_agreed() -> None:
    assert sum(row["out_of_date"] for row in PRODUCTS) == 36
    assert sum(row["out_of_capacity"] for row in PRODUCTS) == 24
    assert sum(not row["photos"] for row in PRODUCTS) == 19
    assert all(row["out_of_date"] == (row["days_since_confirmed"] > 90) for row in PRODUCTS)


def test_names_are_told_apart() -> None:
    assert len({row["name"] for row in PRODUCTS}) == 240


def test_life_vests_are_not_certified_and_say_so() -> None:
    states = Counter(paper(row, "hubla") for row in of_kind("life_vest"))
    assert states == {"none_declared": 8, "in_process": 1, "expired": 1}
    vest = next(row for row in PRODUCTS if row["name"] == "Rompi pelampung dewasa, busa PE, pita pantul")
    assert PRODUCERS[vest["producer"]]["name"] == "Konveksi Pelampung Cisadane"
    facts = (vest["price"], vest["moq"], vest["lead_days"], vest["capacity_per_month"], vest["deposit_percent"])
    assert facts == (39_000, 50, 14, 215, 40)
    assert [(row["min_qty"], row["price"]) for row in vest["tiers"]] == [(200, 37_000), (500, 35_500)]


def test_one_mask_has_a_test_report() -> None:
    assert Counter(paper(row, "test_report") for row in of_kind("mask_cloth")) == {"verified": 1, "absent": 13}


def test_jamu_is_registered_or_held_back() -> None:
    jamu = of_kind("jamu")
    assert sum(paper(row, "bpom") == "verified" for row in jamu) == 3
    assert sum(paper(row, "pirt") == "verified" for row in jamu) == 3
    neither = [row for row in jamu if paper(row, "bpom") != "verified" and paper(row, "pirt") != "verified"]
    assert len(neither) == 2
    assert all(row["held_back"] for row in neither)


def test_packed_food_that_is_public_has_its_compulsory_papers() -> None:
    for row in filter(is_public, of_kind(*FOOD)):
        for rule in KINDS[row["kind"]]["papers"]:
            wanted = rule["certificate"].split("|")
            assert rule["when"] != "always" or "verified" in {paper(row, kind) for kind in wanted}


def test_halal_stands_at_60_25_and_15_percent_of_food() -> None:
    food = of_kind(*FOOD)
    states = Counter(paper(row, "halal") for row in food)
    shares = [round(100 * states[name] / len(food)) for name in ("verified", "in_process", "none_declared")]
    assert sum(states.values()) == len(food) == 33
    assert all(abs(share - wanted) <= 1 for share, wanted in zip(shares, (60, 25, 15), strict=True))


def test_edge_cases_of_products_are_there() -> None:
    public = [row for row in PRODUCTS if is_public(row)]
    assert any(row["price_max"] and not row["variants"] for row in public)
    assert any(row["unit"] == "kodi" for row in public)
    assert any(row["unit"] == "m2" and row["kind"] == "sewing_service" for row in public)
    assert any(len(row["name"]) == 90 for row in public)
    assert any("'" in row["name"] and row["producer"] == 28 for row in public)
    assert any(" " not in row["name"] for row in public)
    assert any(row["variants"] for row in public)
    assert any(row["multiple"] > 1 for row in public)


def test_edge_cases_of_makers_are_there() -> None:
    leaders = [row for row in PRODUCERS[2]["members"] if row["role"] == "leader"]
    assert [row["left_days_ago"] is not None for row in leaders] == [True]
    assert any(row["left_days_ago"] is None for row in PRODUCERS[2]["members"])
    assert len({row["programme"] for row in PRODUCERS[9]["enrolments"]}) == 2
    assert PRODUCERS[14]["enrolments"][0]["phase"] == "graduated"
    assert any(row["producer"] == 14 and is_public(row) for row in PRODUCTS)
    assert "'" in PRODUCERS[28]["contact"]
    assert PRODUCERS[21]["name"].split()[:2] == PRODUCERS[56]["name"].split()[:2]


def test_makers_live_in_real_districts_and_have_no_dialable_phone() -> None:
    packed = (SHOP / "regions" / "data" / "regions.csv.gz").read_bytes()
    known = {row[0] for row in csv.reader(gzip.decompress(packed).decode().splitlines())}
    assert len(PRODUCERS) == 60
    for row in PRODUCERS.values():
        assert row["district_code"] in known
        assert row["district_code"].startswith(row["region_code"] + ".")
        assert re.fullmatch(r"\+62000\d{7}", row["phone"])
        assert row["email"] is None or row["email"].endswith("@contoh.example")
    assert len({row["phone"] for row in PRODUCERS.values()}) == 60


def test_one_person_shows_own_words_and_another_has_written_some_without_allowing_them() -> None:
    told = {number: row for number, row in PRODUCERS.items() if "own_words" in row}
    assert {row["form"] for row in told.values()} == {"person"}
    assert sorted(row["consents"]["disability"]["state"] for row in told.values()) == ["asked", "given"]
    assert [number for number, row in PRODUCERS.items() if "disability" in row["consents"]] == list(told)


def test_every_maker_has_a_product_and_says_who_it_is() -> None:
    assert {row["producer"] for row in PRODUCTS} == set(PRODUCERS)
    for row in PRODUCERS.values():
        assert len(re.findall(r"[.](?:\s|$)", row["description"])) == 2
        assert row["reply_hours"] >= 1
        assert row["workers"] >= 1


def test_records_are_as_many_as_agreed() -> None:
    records = load(CONTENT, "records")
    assert sum(len(row["enrolments"]) for row in PRODUCERS.values()) == 64
    assert sum(len(row["trainings"]) for row in PRODUCERS.values()) == 90
    assert (len(records["grants"]), len(records["visits"])) == (45, 130)
    assert all(row["days_ago"] <= 3 * 366 for row in records["visits"])


def test_offices_companions_partners_and_bazaars_are_as_many_as_agreed() -> None:
    offices, partners = load(CONTENT, "offices"), load(CONTENT, "partners")
    companions, bazaars = load(CONTENT, "companions"), load(CONTENT, "bazaars")
    assert Counter(row["level"] for row in offices) == {"province": 3, "regency": 6}
    assert (len(companions), len(partners["partners"]), len(partners["agreements"])) == (24, 8, 10)
    assert (len(load(CONTENT, "collections")), len(load(CONTENT, "stories")), len(bazaars)) == (6, 12, 3)
    assert {row["slug"] for row in offices} >= {row["office"] for row in [*companions, *bazaars]}
    helped = [row["producer"] for companion in companions for row in companion["producers"]]
    assert len(helped) == len(set(helped)) <= 60


def test_collections_and_stories_show_public_things_only() -> None:
    public = {row["number"] for row in PRODUCTS if is_public(row)}
    for collection in load(CONTENT, "collections"):
        assert set(collection["products"]) <= public
        assert len(collection["products"]) >= 6
    for story in load(CONTENT, "stories"):
        assert PRODUCERS[story["producer"]]["consents"]["story"]["state"] == "given"
        assert PRODUCERS[story["producer"]]["consents"]["profile"]["state"] == "given"
        assert 2 <= len(story["paragraphs"]) <= 3


def test_programmes_and_units_disclose_unless_staff_say_otherwise() -> None:
    programmes = {row["code"]: row for row in load(CONTENT, "programmes")["programmes"]}
    units = {row["code"]: row for row in load(CONTENT, "training_units")}
    for row in PRODUCERS.values():
        for enrolment in row["enrolments"]:
            assert enrolment["programme"] in programmes
            assert enrolment["unit"] is None or enrolment["unit"] in units
    assert all(row["disclosing"] for row in [*programmes.values(), *units.values()])


def test_inquiry_texts_suit_known_kinds_and_the_agreed_shares() -> None:
    recipe = load(CONTENT, "inquiries")
    assert sum(recipe["shares"].values()) == 100
    assert len(recipe["templates"]) >= 40
    for row in recipe["templates"]:
        assert set(row["kinds"]) <= set(KINDS)
        assert set(re.findall(r"{(\w+)}", row["message"])) <= {"jumlah", "satuan", "tanggal", "tempat"}
    assert {row["buyer_type"] for row in recipe["templates"]} == set(recipe["shares"])
    assert (len(recipe["spam"]), len(recipe["complaints"]), len(recipe["large"])) == (10, 5, 6)
    assert all(row["quantity"] >= 300 for row in recipe["large"])
