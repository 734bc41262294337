"""Public labels: what was trained and who agreed; too few makers show nothing."""

from sqlalchemy import select
from sqlalchemy.orm import Session, scoped_session

from shop.consent.types import Purpose
from shop.platform.db import db
from shop.programmes.models import PublicLabel, Training
from tests.factories import make_producer, withdraw_consent
from tests.person import Person
from tests.web.public.detail_rows import PROGRAMME, UNIT, counted_selects, make_line

Db = scoped_session[Session]


def label_of(province: str) -> PublicLabel:
    return db.session.scalars(select(PublicLabel).where(PublicLabel.region_code == province)).one()


def test_five_makers_who_agreed_are_listed_with_what_they_learnt(client: Person, db_session: Db) -> None:
    makers = [make_producer(stall_name=f"Sanggar {number}") for number in range(5)]
    lines = [make_line(producer) for producer in makers]
    db.session.get_one(Training, lines[0].training_id).title = "Menjahit bagi tunanetra"
    label = label_of("35")
    page = client.visit("/program").follow(label.name_id)
    assert page.heading == "Binaan Dinas Sosial Provinsi Jawa Timur"
    assert sorted(page.texts(".producer-card h3")) == [f"Sanggar {number}" for number in range(5)]
    assert "Pelatihan batik tulis 2024" in page.text
    assert "5 produsen" in page.text
    assert "tunanetra" not in page.text
    for words in (PROGRAMME, UNIT):
        assert words not in page.response.get_data(as_text=True)
    withdraw_consent(makers[0], Purpose.PROGRAMME_LINE)
    fewer = client.visit(page.path)
    assert not fewer.texts(".producer-card")
    assert "Pelatihan batik tulis" not in fewer.text


def test_makers_that_are_too_few_are_not_even_counted(client: Person, db_session: Db) -> None:
    before = client.get("/program").data
    for _ in range(4):
        make_line(make_producer())
    for _ in range(3):
        make_line(make_producer(), consent=False)
    make_line(make_producer(public=False))
    assert client.get("/program").data == before
    page = client.visit(f"/program/{label_of('35').slug}")
    assert "Daftarnya belum tampil" in page.text
    assert not page.texts(".producer-card")


def test_a_programme_with_its_own_label_is_found_under_it(client: Person, db_session: Db) -> None:
    label = PublicLabel(slug="usaha-mandiri", name_id="Peserta Usaha Mandiri", name_en="Own business trainees")
    db_session.add(label)
    db_session.flush()
    for _ in range(5):
        make_line(make_producer(), label=label)
    page = client.visit("/en/program/usaha-mandiri")
    assert page.heading == "Own business trainees"
    assert len(page.texts(".producer-card h3")) == 5
    assert not client.visit(f"/program/{label_of('35').slug}").texts(".producer-card")


def test_an_unknown_or_retired_label_is_not_there(client: Person, db_session: Db) -> None:
    client.visit("/program/tidak-ada", status=404)
    label = label_of("11")
    label.active = False
    client.visit(f"/program/{label.slug}", status=404)


def test_label_pages_can_be_kept_and_cost_little(client: Person, db_session: Db) -> None:
    for _ in range(6):
        make_line(make_producer())
    for address in ("/program", f"/program/{label_of('35').slug}"):
        client.get(address)
        with counted_selects() as found:
            answer = client.get(address)
        assert len(found) <= 8
        assert "s-maxage=30" in answer.headers["Cache-Control"]
