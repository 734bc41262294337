"""Stories of makers, each by its consent."""

from sqlalchemy.orm import Session, scoped_session

from shop.consent.types import Purpose
from tests.factories import give_consent, make_photo, make_producer, make_product, withdraw_consent
from tests.person import Person
from tests.web.public.detail_rows import counted_selects, make_story

Db = scoped_session[Session]


def test_a_story_leads_to_its_maker(client: Person, db_session: Db) -> None:
    producer = make_producer(stall_name="Batik Gedhog")
    make_story(producer)
    page = client.visit("/cerita")
    assert "Kami delapan orang." in page.text
    assert page.follow("“Benangnya kami pintal sendiri.”").heading == "Batik Gedhog"


def test_who_tells_it_is_named_only_with_that_consent(client: Person, db_session: Db) -> None:
    producer = make_producer()
    make_story(producer)
    assert "Sulastri" not in client.get("/cerita").get_data(as_text=True)
    give_consent(producer, Purpose.NAME)
    assert "Sulastri Pencerita" in client.visit("/cerita").text


def test_without_consent_for_the_story_it_is_not_told(client: Person, db_session: Db) -> None:
    producer = make_producer()
    make_story(producer, consent=False)
    assert "Belum ada cerita" in client.visit("/cerita").text
    give_consent(producer, Purpose.STORY)
    assert "pintal" in client.visit("/cerita").text
    withdraw_consent(producer, Purpose.PROFILE)
    assert "pintal" not in client.visit("/cerita").text


def test_its_picture_is_one_of_the_makers_public_goods(client: Person, db_session: Db) -> None:
    producer = make_producer()
    story = make_story(producer)
    chosen = make_photo(make_product(producer=producer))
    make_photo(make_product(producer=producer))
    story.photo_key = chosen.key
    assert chosen.key in client.get("/cerita").get_data(as_text=True)
    assert chosen.key in client.get(f"/produsen/{producer.slug}").get_data(as_text=True)


def test_many_stories_go_on_behind_a_cursor_and_cost_the_same(client: Person, db_session: Db) -> None:
    for _ in range(13):
        make_story(make_producer())
    client.get("/cerita")
    with counted_selects() as found:
        first = client.visit("/cerita")
    assert len(found) <= 5
    assert len(first.texts(".story-card h2")) == 12
    assert len(first.follow("Berikutnya").texts(".story-card h2")) == 1
