"""The list of makers and a maker's page; each consent carries its own piece and nothing else."""

import json

import pytest
from sqlalchemy import delete
from sqlalchemy.orm import Session, scoped_session

from shop.consent.models import LiveConsent
from shop.consent.types import Purpose
from shop.lib.clock import today_wib
from shop.platform import storage
from shop.producers.models import Producer, ProducerMember, ProducerSlug, ReplyStats
from shop.producers.types import MemberRole, ProducerForm, ProducerStatus
from tests.factories import give_consent, make_own_words, make_photo, make_producer, make_product, withdraw_consent
from tests.person import Person
from tests.web.public.detail_rows import added, counted_selects, make_line, make_story

Db = scoped_session[Session]
KEY = "0123456789abcdefghjkmnpqrs"


def full_maker() -> Producer:
    """A maker that agreed to everything and has something of everything."""
    producer = make_producer(
        stall_name="Batik Gedhog Contoh",
        about="Kami menenun sendiri.",
        skills="Tenun, canting.",
        district_code="35.22.01",
        workers=8,
        started_year=2019,
        phone="+6281234567890",
        photo_key=KEY,
    )
    added(
        ProducerMember(producer_id=producer.id, name="Hartini Pemimpin", role=MemberRole.LEADER, starts_on=today_wib())
    )
    added(ReplyStats(producer_id=producer.id, asked=4, answered=4, median_reply_minutes=540, finished_orders=14))
    for purpose in (Purpose.NAME, Purpose.PHOTO, Purpose.PLACE):
        give_consent(producer, purpose)
    make_story(producer)
    make_line(producer)
    return producer


PIECES = {
    Purpose.NAME: ("Hartini Pemimpin", "Sulastri Pencerita"),
    Purpose.PHOTO: (f"/media/{KEY}/320.jpg",),
    Purpose.PLACE: ("Ngraho",),
    Purpose.STORY: ("Benangnya kami pintal sendiri.", "Sulastri Pencerita"),
    Purpose.PROGRAMME_LINE: ("Pelatihan batik tulis, 24 hari",),
}


def test_the_page_shows_everything_that_was_agreed_to(client: Person, db_session: Db) -> None:
    producer = full_maker()
    product = make_product(producer=producer, name="Selendang gedhog", capacity_per_month=6)
    page = client.visit(f"/produsen/{producer.slug}")
    assert page.heading == "Batik Gedhog Contoh"
    assert page.texts(".stat strong") == ["8", "9 jam", "14", "6 pcs"]
    for words in (
        "Kelompok",
        "Ketua: Hartini Pemimpin",
        "Mulai usaha 2019",
        "Sulastri Pencerita. Ditulis 8 September 2026",
    ):
        assert words in page.text
    assert "Diverifikasi 3 Maret 2026" in page.texts(".timeline li")[0]
    assert page.texts(".product-card h3") == ["Selendang gedhog"]
    assert page.follow("Tanya kelompok ini").path == f"/produk/{product.slug}/tanya"
    assert "81234567890" not in page.response.get_data(as_text=True)


@pytest.mark.parametrize("purpose", list(PIECES))
def test_a_withdrawn_consent_takes_its_piece_and_no_other(client: Person, db_session: Db, purpose: Purpose) -> None:
    producer = full_maker()
    whole = client.get(f"/produsen/{producer.slug}").get_data(as_text=True)
    withdraw_consent(producer, purpose)
    left = client.get(f"/produsen/{producer.slug}").get_data(as_text=True)
    gone = PIECES[purpose]
    assert all(words in whole and words not in left for words in gone)
    others = [
        words for other, pieces in PIECES.items() if other is not purpose for words in pieces if words not in gone
    ]
    kept = [words for words in others if words in whole]
    assert len(kept) >= 3
    assert all(words in left for words in kept)


def test_without_any_consent_but_profile_nothing_personal_is_left(client: Person, db_session: Db) -> None:
    producer = full_maker()
    db_session.execute(delete(LiveConsent).where(LiveConsent.purpose != Purpose.PROFILE))
    page = client.visit(f"/produsen/{producer.slug}")
    html = page.response.get_data(as_text=True)
    for words in ("Hartini", "Sulastri", KEY, "pintal", "Pelatihan", "Ngraho"):
        assert words not in html
    assert "Kab. Bojonegoro" in page.text


def test_a_withdrawn_profile_hides_the_whole_maker(client: Person, db_session: Db) -> None:
    producer = full_maker()
    withdraw_consent(producer, Purpose.PROFILE)
    assert producer.stall_name not in client.visit(f"/produsen/{producer.slug}", status=404).text
    assert producer.stall_name not in client.visit("/produsen").text


def test_the_portrait_is_served_only_with_its_consent(client: Person, db_session: Db) -> None:
    producer = full_maker()
    storage.current().put(f"photos/{KEY}/320.jpg", b"a face", durable=False)
    assert client.get(f"/media/{KEY}/320.jpg").data == b"a face"
    assert client.get(f"/media/{KEY}/480.jpg").status_code == 404
    withdraw_consent(producer, Purpose.PHOTO)
    assert client.get(f"/media/{KEY}/320.jpg").status_code == 404


def test_the_portrait_stands_on_cards_only_with_its_consent(client: Person, db_session: Db) -> None:
    maker = make_producer(photo_key="0123456789abcdefghjkmnpqrs")
    product = make_product(producer=maker)
    places = ("/produsen", f"/produk/{product.slug}")
    portrait = f"img[src='/media/{maker.photo_key}/320.jpg']"
    assert not [place for place in places if client.visit(place).soup.select(portrait)]
    give_consent(maker, Purpose.PHOTO)
    assert all(client.visit(place).soup.select(portrait) for place in places)
    withdraw_consent(maker, Purpose.PHOTO)
    assert not [place for place in places if client.visit(place).soup.select(portrait)]


def test_a_training_units_workshop_is_a_sanggar(client: Person, db_session: Db) -> None:
    producer = make_producer(form=ProducerForm.WORKSHOP)
    assert "Sanggar" in client.visit(f"/produsen/{producer.slug}").texts(".cover .lead")[0]


def test_a_maker_alone_is_named_without_a_title(client: Person, db_session: Db) -> None:
    producer = make_producer(form=ProducerForm.PERSON)
    added(ProducerMember(producer_id=producer.id, name="Ratmi", role=MemberRole.LEADER, starts_on=today_wib()))
    give_consent(producer, Purpose.NAME)
    text = client.visit(f"/produsen/{producer.slug}").text
    assert "Ratmi" in text
    assert "Ketua" not in text


def test_a_persons_own_words_stand_in_their_language_by_their_own_consent_only(client: Person, db_session: Db) -> None:
    producer = make_producer(form=ProducerForm.PERSON)
    make_own_words(producer, "Saya Tuli, tulislah pesan.")
    assert client.visit(f"/produsen/{producer.slug}").texts(".own-words") == []
    give_consent(producer, Purpose.DISABILITY)
    told = client.visit(f"/en/produsen/{producer.slug}").soup.select_one(".own-words [lang=id]")
    assert told is not None
    assert told.get_text() == "Saya Tuli, tulislah pesan."
    withdraw_consent(producer, Purpose.DISABILITY)
    assert client.visit(f"/produsen/{producer.slug}").texts(".own-words") == []


def test_old_addresses_and_merged_makers_lead_on(client: Person, db_session: Db) -> None:
    producer = make_producer()
    added(ProducerSlug(slug="nama-lama", producer_id=producer.id))
    merged = make_producer(status=ProducerStatus.MERGED, merged_into_id=producer.id)
    for slug in ("nama-lama", merged.slug):
        answer = client.get(f"/produsen/{slug}")
        assert (answer.status_code, answer.headers["Location"]) == (301, f"/produsen/{producer.slug}")
    client.visit("/produsen/tidak-ada", status=404)


def test_structured_data_names_the_stall_and_no_person(client: Person, db_session: Db) -> None:
    producer = full_maker()
    found = client.visit(f"/produsen/{producer.slug}").soup.select('script[type="application/ld+json"]')
    data = json.loads(found[0].get_text())
    assert (data["@type"], data["name"]) == ("Organization", "Batik Gedhog Contoh")
    assert "Hartini" not in found[0].get_text()


def test_the_list_is_narrowed_by_place_and_kind(client: Person, db_session: Db) -> None:
    east = make_producer(stall_name="Sanggar Timur", regency_code="35.22")
    make_producer(stall_name="Sanggar Barat", regency_code="36.04")
    make_product(producer=east, kind="coffee")
    names = ".producer-card h2"
    assert client.visit("/produsen").texts(names) == ["Sanggar Barat", "Sanggar Timur"]
    assert client.visit("/produsen?provinsi=36").texts(names) == ["Sanggar Barat"]
    assert client.visit("/produsen?kabkota=35.22").texts(names) == ["Sanggar Timur"]
    page = client.visit("/produsen?jenis=coffee&provinsi=35")
    assert page.texts(names) == ["Sanggar Timur"]
    assert len(page.texts(".chips a")) == 2
    assert "No makers here yet" in client.visit("/en/produsen?jenis=coffee&provinsi=36").text


def test_an_unknown_filter_is_said_and_left_out(client: Person, db_session: Db) -> None:
    make_producer(stall_name="Sanggar Timur")
    page = client.visit(f"/produsen?provinsi=99&jenis={'x' * 60}")
    assert page.texts(".producer-card h2") == ["Sanggar Timur"]
    assert len(page.texts(".notice")) == 2


def test_a_long_list_goes_on_behind_its_cursor(client: Person, db_session: Db) -> None:
    for _ in range(25):
        make_producer(regency_code="36.04")
    first = client.visit("/produsen?provinsi=36")
    assert len(first.texts(".producer-card h2")) == 24
    second = first.follow("Berikutnya")
    assert len(second.texts(".producer-card h2")) == 1
    assert second.follow("Sebelumnya").path == "/produsen"


def test_a_stall_with_many_products_goes_on_behind_its_cursor(client: Person, db_session: Db) -> None:
    producer = make_producer()
    for _ in range(25):
        make_product(producer=producer)
    first = client.visit(f"/produsen/{producer.slug}")
    assert "25 produk" in first.text
    assert len(first.follow("Berikutnya").texts(".product-card h3")) == 1


def test_pages_of_makers_can_be_kept_and_cost_the_same_whatever_they_show(client: Person, db_session: Db) -> None:
    small, large = make_producer(), full_maker()
    for _ in range(6):
        make_photo(make_product(producer=large))
        make_story(make_producer())
    for address in (f"/produsen/{small.slug}", f"/produsen/{large.slug}", "/produsen"):
        client.get(address)
        with counted_selects() as found:
            answer = client.get(address)
        assert len(found) <= 8, found
        assert "s-maxage=30" in answer.headers["Cache-Control"]
        assert "Set-Cookie" not in answer.headers
