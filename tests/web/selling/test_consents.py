"""What a maker allows, by one tap each."""

from datetime import timedelta

import pytest
from bs4 import Tag

from shop.accounts.types import OfficeLevel
from shop.catalogue.models import Product
from shop.catalogue.visibility import product_is_public
from shop.consent.models import Consent
from shop.consent.queries import is_allowed
from shop.consent.types import ConsentChannel, ConsentState, Purpose
from shop.lib.clock import now, today_wib
from shop.platform.db import db
from shop.producers.models import Producer, RecordLink
from shop.producers.types import ProducerForm, Right
from shop.programmes.models import Beneficiary, Enrolment, Programme
from shop.programmes.types import ProgrammeLevel
from tests.factories import give_consent, make_office, make_own_words, make_product
from tests.person import Form, Page, Person
from tests.web.selling.keeper import errors_of, help_stall, keep_stall

pytestmark = pytest.mark.usefixtures("db_session")


def box(page: Page, purpose: str) -> Tag:
    hidden = page.soup.select_one(f"form input[name=purpose][value={purpose}]")
    assert hidden is not None
    form = hidden.find_parent("form")
    assert isinstance(form, Tag)
    return form


def answer(page: Page, purpose: str, status: int = 200) -> Page:
    """Press the one button of a purpose."""
    return Form(page.person, box(page, purpose)).send(status=status)


def public(maker: Producer) -> bool:
    db.session.rollback()
    return db.session.query(Product).join(Product.producer).filter(product_is_public()).count() > 0


def test_a_purpose_is_given_and_taken_back_with_its_words(client: Person) -> None:
    maker = keep_stall(client)
    page = answer(client.visit("/lapak/izin"), "place")
    assert "Diizinkan: Kecamatan." in page.text
    db.session.rollback()
    assert is_allowed(maker.public_id, Purpose.PLACE)
    page = answer(page, "place")
    assert "Izin dicabut: Kecamatan." in page.text
    db.session.rollback()
    assert not is_allowed(maker.public_id, Purpose.PLACE)
    rows = db.session.query(Consent).order_by(Consent.id).all()
    assert [row.state for row in rows] == [ConsentState.GIVEN, ConsentState.WITHDRAWN]
    assert all(row.text_version for row in rows)
    assert len(page.texts(".timeline li")) == 2


def test_what_is_allowed_stands_open_before_the_button_and_the_answer_beside_it_after(client: Person) -> None:
    keep_stall(client)
    page = client.visit("/lapak/izin")
    place = page.soup.select_one("#izin-place")
    assert place is not None
    assert next(one.text for one in place.select("p") if not one.find_parent("details")).startswith("Nama kecamatan")
    page = answer(page, "place")
    assert page.response.request.path == "/lapak/izin"
    assert page.texts("#izin-place [role=status]") == ["Diizinkan: Kecamatan."]
    assert page.texts("#izin-name [role=status]") == []


def write(page: Page, words: str, status: int = 200) -> Page:
    return page.form("/kalimat").fill(words=words).send(status=status)


def shown(page: Page, maker: Producer) -> list[str]:
    """A person's own words as everybody reads them."""
    return page.person.visit(f"/produsen/{maker.slug}").texts(".own-words blockquote")


def test_a_person_writes_own_words_reads_them_as_they_will_show_and_then_allows_them(client: Person) -> None:
    maker = keep_stall(client, form=ProducerForm.PERSON)
    page = client.visit("/lapak/izin")
    assert page.soup.select("input[name=purpose][value=disability]") == []
    page = write(page, " Saya menjahit \n dari kursi roda. ")
    assert page.texts("#izin-disability [role=status]")[0].startswith("Tersimpan, belum tampil.")
    assert page.texts("#izin-disability .own-words blockquote") == ["Saya menjahit dari kursi roda."]
    assert shown(page, maker) == []
    page = answer(page, "disability")
    assert shown(page, maker) == ["Saya menjahit dari kursi roda."]
    before = client.visit("/lapak/izin")
    page = write(before, "Saya menjahit duduk.")
    assert shown(page, maker) == []
    assert page.texts(".timeline__title")[0] == "Menyebut disabilitas: berakhir"
    page = answer(write(answer(page, "disability"), "Saya menjahit duduk."), "disability")
    assert shown(page, maker) == []
    assert "Kalimatnya sudah dihapus." in write(page, "").text


def test_a_consent_is_to_the_words_that_were_read(client: Person) -> None:
    maker = keep_stall(client, form=ProducerForm.PERSON)
    first = write(client.visit("/lapak/izin"), "Saya Tuli.")
    write(first, "Saya teman Tuli.")
    assert "Kalimatnya baru saja diubah." in answer(first, "disability", 422).text
    assert not is_allowed(maker.public_id, Purpose.DISABILITY)


def test_own_words_are_short_and_hold_no_number_of_an_identity_card(client: Person) -> None:
    keep_stall(client, form=ProducerForm.PERSON)
    page = client.visit("/lapak/izin")
    for words in ("x" * 241, "NIK saya 3522011234560001."):
        refused = write(page, words, 422)
        assert len(errors_of(refused)) == 1
        assert refused.soup.select_one("#izin-disability details[open] textarea") is not None


def test_a_group_is_not_asked_for_words_of_one_person(client: Person) -> None:
    maker = keep_stall(client)
    page = client.visit("/lapak/izin")
    assert page.soup.select_one("#izin-disability") is None
    form = Form(client, box(page, "name"))
    form.values["purpose"] = "disability"
    form.send(status=422)
    assert not is_allowed(maker.public_id, Purpose.DISABILITY)


def test_who_helps_reads_own_words_only_where_everybody_does_and_may_hide_them(client: Person) -> None:
    maker = help_stall(client, Right.CONSENT, form=ProducerForm.PERSON)
    make_own_words(maker, "Saya Tuli.")
    page = client.visit("/lapak/izin")
    assert "Tuli" not in page.text
    assert page.soup.select("#izin-disability form") == []
    give_consent(maker, Purpose.DISABILITY)
    page = client.visit("/lapak/izin")
    assert page.texts("#izin-disability .own-words blockquote") == ["Saya Tuli."]
    assert "Menyebut disabilitas" not in answer(page, "disability").texts(".timeline__title")
    db.session.rollback()
    assert not is_allowed(maker.public_id, Purpose.DISABILITY)


def test_a_story_is_allowed_for_a_year(client: Person) -> None:
    keep_stall(client)
    answer(client.visit("/lapak/izin"), "story")
    db.session.rollback()
    until = db.session.query(Consent).one().until
    assert timedelta(days=364) < until - now() < timedelta(days=366)


def test_everything_is_hidden_in_one_tap_and_shown_again(client: Person) -> None:
    maker = keep_stall(client)
    make_product(producer=maker)
    db.session.commit()
    assert public(maker)
    page = client.visit("/lapak/izin").form("/sembunyikan").send("Sembunyikan semua")
    assert "Lapak Anda tersembunyi" in page.text
    assert not public(maker)
    page = answer(page, "profile")
    assert "Lapak Anda tampil" in page.text
    assert public(maker)


def test_words_that_changed_meanwhile_are_read_again(client: Person) -> None:
    maker = keep_stall(client)
    form = Form(client, box(client.visit("/lapak/izin"), "name"))
    form.values["text_version"] = "2020-01-01"
    page = form.send(status=422)
    assert "Baca lagi" in page.text
    assert not is_allowed(maker.public_id, Purpose.NAME)


def test_an_unknown_purpose_or_a_foreign_line_is_not_there(client: Person) -> None:
    keep_stall(client)
    for values in (
        {"purpose": "money"},
        {"purpose": "programme_line", "item": "x" * 26},
        {"purpose": "programme_line"},
    ):
        form = Form(client, box(client.visit("/lapak/izin"), "name"))
        for name, value in values.items():
            form.values[name] = value
        form.send(status=404)


def test_nobody_is_shown_who_is_not_known_to_be_of_age(client: Person) -> None:
    maker = keep_stall(client, is_adult=False)
    page = answer(client.visit("/lapak/izin"), "place", 422)
    assert "18 tahun" in page.text
    assert not is_allowed(maker.public_id, Purpose.PLACE)


def test_each_programme_line_has_its_own_consent(client: Person) -> None:
    maker = keep_stall(client)
    link = a_record(maker)
    page = client.visit("/lapak/izin")
    assert "Menjahit konveksi, 2024" in page.text
    page = answer(page, "programme_line")
    db.session.rollback()
    assert is_allowed(maker.public_id, Purpose.PROGRAMME_LINE, link)
    assert "Program Rahasia" not in page.text
    assert "Menunggu dinas memverifikasi; belum tampil" in page.text
    db.session.query(RecordLink).one().verified_on = today_wib()
    assert "Menunggu dinas" not in client.visit("/lapak/izin").text


def test_the_history_reads_from_the_newest_day_whatever_was_written_down_last(client: Person) -> None:
    maker = keep_stall(client)
    answer(client.visit("/lapak/izin"), "place")
    db.session.rollback()
    asked = {"state": ConsentState.ASKED, "channel": ConsentChannel.PAPER, "at": now() - timedelta(days=30)}
    words = {"text_version": "2025-01-01", "language": "id"}
    db.session.add(Consent(subject=maker.public_id, purpose=Purpose.NAME, **asked, **words))
    db.session.commit()
    titles = client.visit("/lapak/izin").texts(".timeline__title")
    assert titles[0] == "Kecamatan: diizinkan"
    assert titles[-1] == "Nama orang: ditanyakan"


def a_record(maker: Producer) -> str:
    """A linked record of a programme that is named nowhere."""
    office = make_office(level=OfficeLevel.REGENCY)
    person = Beneficiary(record_no="PM-1", full_name="Nama Contoh", office=office, region_code="35.22")
    programme = Programme(code="rahasia", name="Program Rahasia", level=ProgrammeLevel.PROVINCE)
    enrolment = Enrolment(beneficiary=person, programme=programme, year=2024, skill="Menjahit konveksi")
    link = RecordLink(producer=maker, enrolment=enrolment)
    db.session.add(link)
    db.session.flush()
    return link.public_id
