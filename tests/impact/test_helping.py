"""Somebody is asked to help a maker who stays silent, once for each silence."""

import pytest

from shop.impact.commands import open_help_task
from tests.inquiries.makers import an_inquiry

pytestmark = pytest.mark.usefixtures("db_session")


def test_a_silence_is_one_task_however_often_it_is_found() -> None:
    part = an_inquiry().parts[0]
    first, again = (open_help_task(part=part, companion=None, office=None) for _ in range(2))
    assert again is first
