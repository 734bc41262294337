"""The fairness figure and whose turn it is."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shop.curation.fairness import Turn, by_turn, jain_index, seldom, window_start

TIMES = st.lists(st.integers(min_value=0, max_value=50), min_size=1, max_size=40)


@pytest.mark.parametrize(
    ("times", "figure"), [([2, 2, 2], 1.0), ([3, 0, 0], 1 / 3), ([1], 1.0), ([9, 8, 8, 7, 6, 2, 0], 1600 / 2086)]
)
def test_the_figure_of_known_counts(times: list[int], figure: float) -> None:
    assert jain_index(times) == pytest.approx(figure)


def test_nothing_to_judge_has_no_figure() -> None:
    assert jain_index([]) is None
    assert jain_index([0, 0]) is None


@given(TIMES.filter(any))
def test_the_figure_lies_between_one_nth_and_one(times: list[int]) -> None:
    figure = jain_index(times)
    assert figure is not None
    assert 1 / len(times) - 1e-9 <= figure <= 1 + 1e-9


@given(TIMES.filter(any), st.integers(min_value=2, max_value=9))
def test_featuring_everybody_so_many_times_more_changes_nothing(times: list[int], more: int) -> None:
    assert jain_index([count * more for count in times]) == pytest.approx(jain_index(times))


def test_never_featured_comes_first_then_the_longest_ago_then_the_regency_least_shown() -> None:
    turns = [
        Turn(1, "35.22", date(2026, 9, 1)),
        Turn(2, "35.23", None),
        Turn(3, "35.01", date(2026, 6, 1)),
        Turn(4, "35.22", None),
    ]
    assert [turn.producer_id for turn in by_turn(turns, {"35.22": 0, "35.23": 4})] == [4, 2, 3, 1]


def test_regencies_shown_less_than_half_the_average_are_named() -> None:
    assert seldom({"35.01": 9, "35.02": 8, "35.03": 2, "35.04": 0}) == {"35.03", "35.04"}
    assert seldom({}) == frozenset()


def test_the_window_is_twelve_weeks() -> None:
    assert window_start(date(2026, 11, 21)) == date(2026, 8, 29)
