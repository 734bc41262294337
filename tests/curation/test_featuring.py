"""Featured makers: only public ones, not twice at a time, in an order that moves."""

from datetime import date, timedelta

import pytest

from shop.accounts.types import Actor, OfficeRole, Role
from shop.curation.commands import end_feature, feature_producer, move_feature
from shop.curation.featuring import fairness, features_from, suggestions
from shop.curation.models import FeaturedProducer
from shop.lib.clock import today_wib
from shop.lib.errors import Conflict, Forbidden, Invalid, WrongState
from shop.producers.models import Producer
from tests.factories import make_producer

pytestmark = pytest.mark.usefixtures("db_session")
CURATOR = Actor(roles=(OfficeRole(Role.CURATOR, None, "35"),))


def feature(producer: Producer, *, after: int = 0, days: int = 6, reason: str = "Giliran") -> FeaturedProducer:
    start = today_wib() + timedelta(days=after)
    return feature_producer(
        producer=producer,
        office=None,
        starts_on=start,
        ends_on=start + timedelta(days=days),
        reason=reason,
        actor=CURATOR,
    )


def test_two_features_of_a_maker_do_not_share_a_day() -> None:
    maker = make_producer()
    feature(maker)
    with pytest.raises(Conflict):
        feature(maker, after=6)
    feature(maker, after=7)


def test_what_cannot_be_is_refused() -> None:
    maker = make_producer()
    for facts, code in (
        ({"after": -1}, "date_past"),
        ({"days": -1}, "dates_out_of_order"),
        ({"days": 93}, "feature_too_long"),
        ({"reason": ""}, "feature_reason_missing"),
        ({"reason": "x" * 201}, "too_long"),
    ):
        with pytest.raises(Invalid) as refused:
            feature(maker, **facts)
        assert refused.value.code == code
    with pytest.raises(WrongState):
        feature(make_producer(public=False))
    with pytest.raises(Forbidden):
        feature(make_producer(regency_code="32.04"))


def test_the_order_moves_and_its_ends_stay() -> None:
    first, second = (feature(make_producer()) for _ in range(2))
    move_feature(featured=first, up=True, actor=CURATOR)
    assert list(features_from(CURATOR, today_wib())) == [first, second]
    move_feature(featured=first, up=False, actor=CURATOR)
    assert list(features_from(CURATOR, today_wib())) == [second, first]


def test_one_that_has_begun_keeps_its_past_when_it_ends() -> None:
    featured = feature(make_producer())
    featured.starts_on = today_wib() - timedelta(days=3)
    end_feature(featured=featured, actor=CURATOR)
    assert featured.ends_on == today_wib() - timedelta(days=1)
    for again in (end_feature, lambda **told: move_feature(**told, up=True)):
        with pytest.raises(WrongState, match="feature_over"):
            again(featured=featured, actor=CURATOR)


def test_turns_and_the_figure_follow_what_was_shown() -> None:
    shown, waiting = make_producer(regency_code="35.22"), make_producer(regency_code="35.23")
    make_producer(regency_code="32.04")
    feature(shown)
    assert [one.producer for one in suggestions(CURATOR, today_wib())] == [waiting]
    found = fairness(CURATOR, today_wib())
    assert found.index == pytest.approx(0.5)
    assert [count for _name, count in found.times] == [1, 0]
    assert len(found.seldom) == 1
    assert fairness(Actor(), date(2026, 1, 1)).index is None
