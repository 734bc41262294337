"""The maintainers' page of all components: there in development, nowhere else."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from flask.testing import FlaskClient

from shop.config import Settings
from tests.architecture.sources import STATIC, TEMPLATES, expect_none


def components() -> set[str]:
    return {f"components/{path.name}" for path in (TEMPLATES / "components").glob("*.html")}


def reached(*names: str) -> set[str]:
    """These templates and all that they take macros from, at any remove."""
    taken = {one for name in names for one in re.findall(r'{% from "([^"]+)"', (TEMPLATES / name).read_text())}
    return set(names).union(reached(*taken)) if taken else set(names)


def test_every_component_is_drawn_for_maintainers(app: Flask) -> None:
    # Its samples lead nowhere, which the checks of real pages would not allow.
    answer = FlaskClient(app).get("/komponen")
    assert answer.status_code == 200
    assert "Jumlah paling sedikit 1." in answer.get_data(as_text=True)
    drawn = {name for one in BeautifulSoup(answer.data, "html.parser").select("[class]") for name in one["class"]}
    styled = {path.stem for path in (STATIC / "css" / "components").glob("*.css")}
    expect_none(name for name in styled if name.replace("_", "-") not in drawn)
    expect_none(components() - reached("public/components/index.html", "public/components/_pieces.html", "base.html"))


@pytest.mark.usefixtures("db_session")
def test_the_public_shop_does_not_have_it(settings: Settings, wire: Callable[[Settings], Flask]) -> None:
    assert wire(replace(settings, development=False)).test_client().get("/komponen").status_code == 404
