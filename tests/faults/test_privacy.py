"""What a maker takes back is gone everywhere; what brought a person into a programme changes no public byte."""

import re

import pytest
from flask import Flask
from sqlalchemy import select

from shop.audit.types import Who
from shop.catalogue.indexing import rebuild_index
from shop.consent.commands import Way, answer_consent
from shop.consent.types import ConsentState, Purpose
from shop.platform.db import db, writing
from shop.producers.models import Producer
from shop.programmes.models import Beneficiary, BeneficiarySpecific, Enrolment
from shop.worker.loop import run_all
from tests.factories import give_consent, make_photo, make_producer, make_product
from tests.faults.crawling import crawl
from tests.web.public.detail_rows import make_line, make_story

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("db_session")]
NAME = "Tenun Cendana Rahasia"


def full_stall() -> Producer:
    """A maker with goods, photos, a story and a programme line, beside another one."""
    maker = make_producer(stall_name=NAME, slug="tenun-cendana", district_code="35.22.01")
    for purpose in (Purpose.NAME, Purpose.PLACE):
        give_consent(maker, purpose)
    make_story(maker)
    make_line(maker)
    for number in range(3):
        make_photo(make_product(producer=maker, slug=f"selendang-{number}", name=f"Selendang cendana {number}"))
    make_photo(make_product())
    db.session.commit()
    rebuild_index()
    return maker


def withdraw(subject: str) -> None:
    """As the maker's own button does; the worker then does what is due."""
    way = Way(text_version="1", language="id")
    with writing():
        answer_consent(
            subject=subject, purpose=Purpose.PROFILE, state=ConsentState.WITHDRAWN, way=way, actor=Who(via="web")
        )
        db.session.commit()
    run_all()


def test_a_withdrawn_profile_is_nowhere_and_its_own_addresses_are_gone(app: Flask) -> None:
    maker = full_stall()
    subject, keys = maker.public_id, [maker.public_id]
    before = crawl(app)
    own = [path for path in before if re.search(r"cendana|selendang", path)]
    assert len(own) >= 8
    withdraw(subject)
    after = crawl(app)
    marks = re.compile("|".join([NAME, "tenun-cendana", "selendang-", "Selendang cendana", *keys]).encode())
    assert [path for path, (_, body) in after.items() if marks.search(body)] == []
    gone = app.test_client()
    theirs = [path for path, (_, body) in before.items() if path not in after or path in own]
    private = [path for path in theirs if re.search(r"/(media|bagikan)/|cendana|selendang", path)]
    assert private
    for path in private:
        assert gone.get(path).status_code in {404, 410} or "?" in path, path


def test_what_brought_a_person_into_a_programme_changes_no_public_byte(app: Flask) -> None:
    full_stall()
    before = crawl(app)
    person = db.session.scalars(select(Beneficiary)).one()
    specific = db.session.scalars(
        select(BeneficiarySpecific).where(BeneficiarySpecific.beneficiary_id == person.id)
    ).one_or_none() or BeneficiarySpecific(beneficiary_id=person.id)
    specific.welfare_category, specific.disability_type, specific.notes = "janda", "netra", "pendapatan 400000"
    db.session.add(specific)
    enrolment = db.session.scalars(select(Enrolment)).one()
    enrolment.grant_amount, enrolment.decree_no, enrolment.skill = 5_000_000, "SK 1/2026", "menjahit"
    person.full_name = "Nama Lain"
    db.session.commit()
    rebuild_index()
    run_all()
    after = crawl(app)
    assert sorted(before) == sorted(after)
    assert [path for path in before if before[path] != after[path]] == []
