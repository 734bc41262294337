"""A training's title is public, so it tells neither why somebody was helped nor by which programme."""

import pytest

from shop.accounts.types import Actor, OfficeRole, Role
from shop.lib.clock import today_wib
from shop.lib.errors import Invalid
from shop.platform.db import db
from shop.programmes.commands import attend_training
from shop.programmes.disclosing import discloses
from shop.programmes.facts import AttendanceFacts
from shop.programmes.models import Training
from tests.factories import make_producer
from tests.person import Person
from tests.programmes.making import make_enrolment, make_programme
from tests.web.public.detail_rows import make_line

OFFICER = Actor(roles=(OfficeRole(Role.OFFICER, None, "35.22"),))


@pytest.mark.parametrize(
    "title",
    [
        "Menjahit untuk tunanetra",
        "Pijat bagi penyandang disabilitas",
        "Bina Daksa angkatan 3",
        "Keterampilan eks warga binaan",
        "Batik KPM PKH",
        "Tata boga korban kekerasan",
        "Sewing for deaf people",
    ],
)
def test_titles_that_tell_why_somebody_was_helped_are_known(title: str) -> None:
    assert discloses(title)


@pytest.mark.parametrize(
    "title",
    ["Pelatihan batik tulis", "Jiwa wirausaha dan pemasaran daring", "Foto produk dengan telepon", "Eksplorasi pola"],
)
def test_titles_of_skills_are_fine(title: str) -> None:
    assert not discloses(title)


@pytest.mark.usefixtures("db_session")
@pytest.mark.parametrize("title", ["Menjahit (Wira Kriya)", "Menjahit WK-26", "Menjahit bagi lansia"])
def test_such_a_title_is_refused_beside_its_field(title: str) -> None:
    enrolment = make_enrolment(programme=make_programme(code="WK-26", name="Wira Kriya"))
    facts = AttendanceFacts(title=title, starts_on=today_wib(), days=3)
    with pytest.raises(Invalid) as refused:
        attend_training(enrolment=enrolment, facts=facts, actor=OFFICER)
    assert (refused.value.code, refused.value.field) == ("title_discloses", "title")


@pytest.mark.usefixtures("db_session")
def test_one_that_is_there_already_is_not_shown(client: Person) -> None:
    maker = make_producer()
    make_line(maker)
    training = db.session.query(Training).one()
    training.title = "Menjahit untuk tunanetra"
    page = client.visit(f"/produsen/{maker.slug}")
    assert "tunanetra" not in page.response.text
    assert "Pelatihan, 24 hari" in page.text
