"""Everybody who shows a training, or asks whether it may be shown, names the same public label."""

import pytest

from shop.platform.db import db
from shop.producers.public_labels import label_shown, trainings_shown
from shop.producers.queries import public_programme_lines
from shop.producers.stall import record_lines
from shop.programmes.models import Enrolment, PublicLabel, TrainingUnit
from tests.factories import make_producer
from tests.programmes.making import label_of
from tests.web.public.detail_rows import make_line


def make_label(**facts: object) -> PublicLabel:
    label = PublicLabel(**{"slug": "sanggar-timur", "name_id": "Sanggar Timur", "name_en": "East studio", **facts})
    db.session.add(label)
    db.session.flush()
    return label


@pytest.mark.usefixtures("db_session")
@pytest.mark.parametrize("bearer", ["programme", "unit", "province"])
def test_the_maker_agrees_to_the_label_that_the_public_then_reads(bearer: str) -> None:
    wanted = label_of() if bearer == "province" else make_label()
    maker = make_producer()
    link = make_line(maker, label=wanted if bearer == "programme" else None)
    enrolment = db.session.get_one(Enrolment, link.enrolment_id)
    if bearer == "unit":
        db.session.get_one(TrainingUnit, enrolment.unit_id).public_label_id = wanted.id
        db.session.flush()
    [asked], [read] = record_lines(maker), public_programme_lines(maker)
    assert (asked.name_id, asked.name_en) == (read.label_id, read.label_en) == (wanted.name_id, wanted.name_en)
    shown = label_shown(wanted.slug)
    assert shown is not None
    assert [one.title for one in trainings_shown(shown.label)] == ["Pelatihan batik tulis"]


@pytest.mark.usefixtures("db_session")
def test_under_a_label_that_is_not_used_any_more_nothing_is_shown_and_none_is_named() -> None:
    maker = make_producer()
    make_line(maker, label=make_label(active=False))
    assert [line.name_id for line in record_lines(maker)] == [""]
    assert public_programme_lines(maker) == []
