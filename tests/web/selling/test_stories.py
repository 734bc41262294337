"""The maker's own story."""

import pytest

from shop.consent.types import Purpose
from shop.platform.db import db
from shop.producers.models import Story
from shop.producers.types import Right, StoryState
from tests.factories import give_consent
from tests.person import Page, Person
from tests.web.selling.keeper import errors_of, help_stall, keep_stall

pytestmark = pytest.mark.usefixtures("db_session")

WORDS = {"quote": "Satu lembar 45 hari.", "body": "Kami mulai di teras rumah.\n\nSekarang bertujuh."}


def written(client: Person) -> Page:
    page = client.visit("/lapak/cerita").follow("Tulis cerita")
    return page.form().fill(**WORDS).send("Simpan draf")


def states() -> list[tuple[int, StoryState]]:
    db.session.rollback()
    return [(one.version, one.state) for one in db.session.query(Story).order_by(Story.version)]


def test_a_story_is_written_read_again_and_published(client: Person) -> None:
    keep_stall(client)
    page = written(client)
    assert "Kami mulai di teras rumah." in page.text
    assert states() == [(1, StoryState.DRAFT)]
    page = page.form("/terbitkan").send("Terbitkan")
    assert states() == [(1, StoryState.PUBLISHED)]
    assert "Cerita belum terlihat" in page.text


def test_with_consent_the_story_is_said_to_be_shown(client: Person) -> None:
    maker = keep_stall(client)
    give_consent(maker, Purpose.STORY)
    page = written(client).form("/terbitkan").send("Terbitkan")
    assert "Cerita belum terlihat" not in page.text


def test_who_helps_without_the_right_to_consent_leaves_a_draft(client: Person) -> None:
    help_stall(client, Right.PROFILE)
    page = written(client)
    assert "Konveksi Cisadane sendiri yang menerbitkannya." in page.text
    assert page.soup.select("form[action*=terbitkan]") == []


def test_a_new_version_replaces_the_old_one_only_when_published(client: Person) -> None:
    keep_stall(client)
    page = written(client).form("/terbitkan").send("Terbitkan").follow("Tulis versi baru")
    page = page.form().fill(quote="Satu lembar 30 hari.").send("Simpan draf")
    assert states() == [(1, StoryState.PUBLISHED), (2, StoryState.DRAFT)]
    page = page.form("/terbitkan").send("Terbitkan")
    assert states() == [(1, StoryState.RETIRED), (2, StoryState.PUBLISHED)]
    page.form("/turunkan").send("Turunkan")
    assert states() == [(1, StoryState.RETIRED), (2, StoryState.RETIRED)]


def test_publishing_twice_says_that_there_is_no_draft(client: Person) -> None:
    keep_stall(client)
    form = written(client).form("/terbitkan")
    form.send("Terbitkan")
    assert "Belum ada tulisan baru" in form.send("Terbitkan", 422).text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"quote": ""}, "belum ditulis"),
        ({"body": ""}, "belum ditulis"),
        ({"quote": "a" * 241}, "Terlalu panjang"),
        ({"body": "a" * 4001}, "Terlalu panjang"),
        ({"body": "NIK 3522010101900001"}, "NIK"),
    ],
)
def test_what_cannot_be_is_said_and_kept(client: Person, typed: dict[str, str], said: str) -> None:
    keep_stall(client)
    page = client.visit("/lapak/cerita/tulis").form().fill(**{**WORDS, **typed}).send("Simpan draf", 422)
    assert any(said in text for text in errors_of(page))
    assert page.form().values["told_by"] == ""
    assert states() == []
