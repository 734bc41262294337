"""Regions are loaded once, and districts offered by their regency."""

import pytest

from shop.platform.db import db
from shop.regions.commands import sync_regions
from shop.regions.models import Region
from shop.regions.queries import districts_within

pytestmark = pytest.mark.usefixtures("db_session")


def test_only_missing_regions_are_loaded() -> None:
    assert sync_regions() == 0
    db.session.delete(db.session.get_one(Region, "35.22.01"))
    db.session.flush()
    assert sync_regions() == 1


def test_districts_are_offered_within_the_reach_that_was_named() -> None:
    assert len(districts_within(None)) > 500
    assert list(districts_within(["35.22"])) == ["Kabupaten Bojonegoro"]
    assert districts_within([]) == {}
