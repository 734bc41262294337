"""What a maker takes back is gone everywhere; what brought a person into a programme changes no public byte."""

import re
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from shop.accounts.types import Actor
from shop.audit.types import Who
from shop.catalogue.commands.indexing import rebuild_index
from shop.consent.commands import Way, answer_consent
from shop.consent.types import ConsentState, Purpose
from shop.lib.clock import now, today_wib
from shop.lib.ids import new_public_id
from shop.platform import storage
from shop.platform.db import db, writing
from shop.producers.commands.own_words import write_own_words
from shop.producers.models import Producer, RecordLink
from shop.producers.types import ProducerForm, Right
from shop.programmes.models import (
    Beneficiary,
    BeneficiarySpecific,
    Enrolment,
    MonitoringVisit,
    Training,
    TrainingUnit,
)
from shop.programmes.types import EnrolmentPhase, UnitType, VisitMethod
from shop.regions.models import Region
from shop.worker.loop import run_all
from tests.factories import give_consent, make_own_words, make_photo, make_producer, make_product
from tests.faults.crawling import crawl
from tests.web.public.detail_rows import make_line, make_story

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("db_session")]
ONCE = pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
"""For walks through the whole shop whose like is made on PostgreSQL by the other tests here."""
NAME = "Tenun Cendana Rahasia"
OWN_WORDS = "Saya menenun dengan kaki palsu."


def full_stall() -> Producer:
    """A person with goods, photos, a story, own words and a programme line, beside another maker."""
    told = {"form": ProducerForm.PERSON, "updated_at": now() - timedelta(days=9)}
    maker = make_producer(stall_name=NAME, slug="tenun-cendana", district_code="35.22.01", **told)
    make_own_words(maker, OWN_WORDS)
    for purpose in (Purpose.NAME, Purpose.PLACE, Purpose.DISABILITY):
        give_consent(maker, purpose)
    make_story(maker)
    make_line(maker)
    for number in range(3):
        make_photo(make_product(producer=maker, slug=f"selendang-{number}", name=f"Selendang cendana {number}"))
    make_photo(make_product())
    db.session.commit()
    rebuild_index()
    return maker


def withdraw(subject: str, purpose: Purpose = Purpose.PROFILE, item: str = "") -> None:
    """As the maker's own button does; the worker then does what is due."""
    way, state = Way(text_version="1", language="id"), ConsentState.WITHDRAWN
    with writing():
        answer_consent(subject=subject, purpose=purpose, item=item, state=state, way=way, actor=Who(via="web"))
        db.session.commit()
    run_all()


def told_by(found: dict[str, tuple[int, bytes]], mark: str) -> list[str]:
    """The addresses whose answer holds a mark; those of pictures hold it in their name."""
    return [path for path, (status, body) in found.items() if status == 200 and (mark.encode() in body or mark in path)]


def with_portrait(maker: Producer) -> str:
    """A picture of the maker with its consent; returns the key that its addresses hold."""
    maker.photo_key = new_public_id()
    give_consent(maker, Purpose.PHOTO)
    for extension in ("avif", "webp", "jpg"):
        for width in (320, 480, 800):
            storage.current().put(f"photos/{maker.photo_key}/{width}.{extension}", b"a face", durable=False)
    return maker.photo_key


@ONCE
def test_any_other_consent_that_is_withdrawn_hides_its_own_piece_and_nothing_else(app: Flask) -> None:
    maker = full_stall()
    subject, line = maker.public_id, db.session.scalars(select(RecordLink.public_id)).one()
    district = db.session.get_one(Region, "35.22.01").name
    pieces = [
        (Purpose.PHOTO, "", with_portrait(maker)),
        (Purpose.NAME, "", "Sulastri Pencerita"),
        (Purpose.STORY, "", "Benangnya kami pintal sendiri."),
        (Purpose.PROGRAMME_LINE, line, "Pelatihan batik tulis"),
        (Purpose.PLACE, "", district),
    ]
    db.session.commit()
    rebuild_index()
    shown = crawl(app)
    assert [mark for _purpose, _item, mark in pieces if not told_by(shown, mark)] == []
    for place, (purpose, item, mark) in enumerate(pieces):
        withdraw(subject, purpose, item)
        shown = crawl(app)
        assert told_by(shown, mark) == [], purpose
        assert [left for _purpose, _item, left in pieces[place + 1 :] if not told_by(shown, left)] == [], purpose
        assert "/produsen/tenun-cendana" in shown
        assert len([path for path in told_by(shown, NAME) if "selendang" in path]) >= 3


@ONCE
def test_own_words_on_a_disability_stand_on_the_makers_page_alone_and_are_searched_by_nothing(app: Flask) -> None:
    maker = full_stall()
    subject = maker.public_id
    for purpose in (Purpose.CONTACT, Purpose.PARTNERS):
        give_consent(maker, purpose)
    db.session.commit()
    rebuild_index()
    shown, own_page = crawl(app), ["/en/produsen/tenun-cendana", "/produsen/tenun-cendana"]
    assert sorted(told_by(shown, OWN_WORDS)) == own_page
    for purpose in (Purpose.CONTACT, Purpose.PARTNERS, Purpose.DISABILITY):
        withdraw(subject, purpose)
    left = crawl(app)
    assert told_by(left, OWN_WORDS) == []
    assert sorted(path for path in left.keys() | shown.keys() if left.get(path) != shown.get(path)) == own_page
    maker = db.session.scalars(select(Producer).where(Producer.public_id == subject)).one()
    own = Actor(scopes={subject: frozenset({Right.CONSENT})})
    write_own_words(producer=maker, words="Saya menenun sambil duduk.", actor=own)
    db.session.commit()
    rebuild_index()
    run_all()
    after = crawl(app)
    assert sorted(path for path in left.keys() | after.keys() if left.get(path) != after.get(path)) == []


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


@ONCE
def test_what_somebody_earns_and_where_they_were_trained_changes_no_public_byte(app: Flask) -> None:
    full_stall()
    enrolment = db.session.scalars(select(Enrolment)).one()
    visit = MonitoringVisit(
        enrolment_id=enrolment.id, visited_on=today_wib(), method=VisitMethod.HOME, business_running=True
    )
    unit = TrainingUnit(code="LAIN", name="UPT Bina Laras Contoh", type=UnitType.UPT)
    visit.gross_month, visit.net_month = 900_000, 400_000
    db.session.add_all([visit, unit])
    db.session.commit()
    before = crawl(app)
    visit.gross_month, visit.net_month, visit.obstacles = 9_000_000, 7_500_000, ["modal"]
    enrolment.unit_id, enrolment.phase = unit.id, EnrolmentPhase.GRADUATED
    training = db.session.scalars(select(Training)).one()
    training.unit_id = unit.id
    db.session.commit()
    rebuild_index()
    run_all()
    after = crawl(app)
    assert sorted(before) == sorted(after)
    assert [path for path in before if before[path] != after[path]] == []
