"""Whatever is posted, wherever, by whomever: a page or a refusal, and never a fault of ours."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session, scoped_session
from werkzeug.routing import Rule

from shop.accounts.types import Role
from shop.catalogue.models import Product
from shop.curation.models import Collection
from shop.inquiries.links import link_token
from shop.inquiries.models import InquiryPart
from shop.platform.db import db
from tests.factories import make_product, make_user
from tests.inquiries.makers import an_inquiry
from tests.person import Person
from tests.programmes.making import make_enrolment
from tests.web.selling.keeper import keep_stall
from tests.web.signing_in import stay_signed_in
from tests.web.staff.desk import sign_in

Db = scoped_session[Session]
NOWHERE, TOO_LARGE = "0" * 26, "9" * 25
LEAVING = ("public.session.delete", "account.devices.clear")
"""What ends the session of who posts; looked at by its own tests."""
ODD = {
    **dict.fromkeys(("key", "quote_key", "word_key", "signature", "proof", "lanjut", "next", "kept_files"), "k" * 4000),
    **dict.fromkeys(("purpose", "item", "text_version", "photo", "alt", "do", "to", "back", "direction"), "x" * 400),
    **dict.fromkeys(("place", "lead_days", "quantity", "workers", "year", "days", "quota"), "9" * 20),
    "decision": "close",
}


def a_buyer(app: Flask) -> Person:
    person = app.test_client()
    assert isinstance(person, Person)
    stay_signed_in(person, make_user())
    return person


def a_maker(app: Flask) -> Person:
    person = app.test_client()
    assert isinstance(person, Person)
    an_inquiry(make_product(producer=keep_stall(person)))
    return person


def in_public() -> dict[str, str]:
    product = make_product()
    return {
        "/produk/": product.slug,
        "/permintaan/tambah/": product.slug,
        "/permintaan/": link_token(an_inquiry(product)),
    }


def in_a_stall() -> dict[str, str]:
    product, part = db.session.scalars(select(Product)).one(), db.session.scalars(select(InquiryPart)).one()
    return {"/lapak/produk/": product.public_id, "/lapak/permintaan/": part.public_id}


def in_the_region() -> dict[str, str]:
    collection = Collection(slug="siap", title_id="Siap", title_en="Ready")
    db.session.add(collection)
    product, enrolment = make_product(), make_enrolment()
    db.session.flush()
    rows = {
        "/dinas/koleksi/": collection,
        "/dinas/produsen/": product.producer,
        "/dinas/unggulan/": product.producer,
        "/dinas/rekam/kepesertaan/": enrolment,
        "/dinas/rekam/": enrolment.beneficiary,
        "/dinas/program/": enrolment.programme,
    }
    return {start: row.public_id for start, row in rows.items()}


PEOPLE: dict[str, tuple[str, Callable[[Flask], Any], Callable[[], dict[str, str]]]] = {
    "a visitor": ("public account api", lambda app: app.test_client(), in_public),
    "a buyer": ("public account", a_buyer, in_public),
    "a maker": ("selling account", a_maker, in_a_stall),
    "the province": ("staff", lambda app: sign_in(app, Role.PROVINCIAL, "35"), in_the_region),
    "whoever runs the site": ("staff account", lambda app: sign_in(app, Role.ADMIN), dict),
}
"""Where somebody works, who it is, and how addresses begin that name what is there: what is missing may lie inside."""


def rules(app: Flask, areas: str) -> Iterator[Rule]:
    """Every address of these areas that takes a POST, once, in Indonesian."""
    for rule in app.url_map.iter_rules():
        indonesian = (rule.defaults or {}).get("lang", "id") == "id"
        here = rule.endpoint.partition(".")[0] in areas.split() and rule.endpoint not in LEAVING
        if "POST" in (rule.methods or ()) and indonesian and here:
            yield rule


def addresses(rule: Rule, known: dict[str, str]) -> Iterator[str]:
    """The address with a first value that is there, if there is any, and with one that is not; the others never are."""
    names = sorted(rule.arguments - {"lang"}, key=rule.rule.index)
    there = [value for start, value in known.items() if rule.rule.startswith(f"{start}<")][:1]
    for first in [*there, NOWHERE] if names else [""]:
        path = rule.rule
        for name in names:
            value = first if name == names[0] else NOWHERE
            path = path.replace(f"<int:{name}>", TOO_LARGE).replace(f"<path:{name}>", value).replace(f"<{name}>", value)
        yield path


def token_of(person: Person) -> str:
    """The form token of this session, from a page with a form that everybody may open."""
    box = person.visit("/pengaduan").soup.find("input", {"name": "csrf_token"})
    assert box is not None
    return str(box["value"])


def test_every_area_with_pages_has_somebody_who_posts_there(app: Flask) -> None:
    takers = {rule.endpoint.partition(".")[0] for rule in app.url_map.iter_rules() if "POST" in (rule.methods or ())}
    assert takers == {area for areas, _who, _known in PEOPLE.values() for area in areas.split()}


@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("sent", ["nothing", "a token", "a token and odd values"])
def test_no_post_to_what_is_not_there_ends_in_a_fault(app: Flask, db_session: Db, who: str, sent: str) -> None:
    areas, enter, there = PEOPLE[who]
    person, known = enter(app), there()
    token = {} if sent == "nothing" else {"csrf_token": token_of(person)}
    data = {**token, **(ODD if "odd" in sent else {})}
    posted = [(rule.endpoint, address) for rule in rules(app, areas) for address in addresses(rule, known)]
    statuses = [(*one, person.post(one[1], data=data).status_code) for one in posted]
    assert [one for one in statuses if one[2] >= 500] == []


def test_a_row_number_that_no_database_bears_is_not_there(app: Flask, db_session: Db) -> None:
    maker = make_product().producer
    person = sign_in(app, Role.PROVINCIAL, "35")
    answer = person.post(f"/dinas/produsen/{maker.public_id}/pendamping/{TOO_LARGE}/akhiri")
    assert answer.status_code == 404
