"""What a partner agency finds of makers: only with their consent, and only what that consent says."""

import pytest
from flask import Flask
from sqlalchemy.orm import Session, scoped_session

from shop.accounts.types import Role
from shop.consent.types import Purpose
from shop.lib.clock import now
from shop.producers import partners
from tests.factories import give_consent, make_producer, withdraw_consent
from tests.web.staff.desk import sign_in

Db = scoped_session[Session]
LIST = "/dinas/mitra"


def test_a_partner_finds_makers_that_agreed_and_reads_name_skills_and_regency_alone(app: Flask, db_session: Db) -> None:
    told = {"phone": "+6281234567890", "about": "Sejak 2019", "skills": "Menjahit seragam"}
    known = make_producer(stall_name="Jahit Melati", **told)
    quiet = make_producer(stall_name="Jahit Kenanga", public=False, skills="Menjahit tas")
    for maker in (known, quiet, make_producer(hidden_at=now()), make_producer(regency_code="36.01")):
        give_consent(maker, Purpose.PARTNERS)
    make_producer(stall_name="Tanpa Izin")
    person = sign_in(app, Role.PARTNER, "35")
    page = person.visit(LIST)
    assert page.texts(".table tbody td") == [
        *("Jahit Kenanga", "Menjahit tas", "Kabupaten Bojonegoro"),
        *("Jahit Melati", "Menjahit seragam", "Kabupaten Bojonegoro"),
    ]
    assert [str(link["href"]) for link in page.soup.select(".table a")] == [f"/produsen/{known.slug}"]
    assert page.soup.select_one(f".staff-rail__logo[href='{LIST}']")
    withdraw_consent(known, Purpose.PARTNERS)
    assert "Jahit Melati" not in person.visit(LIST).text


def test_the_list_is_narrowed_by_skill_and_place_and_goes_on(
    app: Flask, db_session: Db, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(partners, "PAGE", 1)
    for name, skills, regency in (
        ("A", "Batik tulis", "35.22"),
        ("B", "Tulis batik", "35.78"),
        ("C", "Anyam", "35.22"),
    ):
        give_consent(make_producer(stall_name=name, skills=skills, regency_code=regency), Purpose.PARTNERS)
    person = sign_in(app, Role.PARTNER, "35")

    def stalls(address: str) -> list[str]:
        return person.visit(address).texts(".table tbody tr td:first-child")

    page = person.visit(f"{LIST}?q=BATIK+tulis&daerah=35")
    assert page.texts("#daerah option")[:2] == ["Semua", "Jawa Timur"]
    assert dict(page.form(LIST).values) == {"q": "BATIK tulis", "daerah": "35"}
    assert page.texts(".table tbody tr td:first-child") == ["A"]
    assert stalls(str(page.soup.select(".pager a")[-1]["href"])) == ["B"]
    assert stalls(f"{LIST}?daerah=35.78") == ["B"]
    assert stalls(f"{LIST}?daerah=99") == []
