"""The maintainers' page of all components: there in development, nowhere else."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from shop.config import Settings


def test_every_component_is_drawn_for_maintainers(app: Flask) -> None:
    # Its samples lead nowhere, which the checks of real pages would not allow.
    answer = FlaskClient(app).get("/komponen")
    assert answer.status_code == 200
    assert "Jumlah paling sedikit 1." in answer.get_data(as_text=True)


@pytest.mark.usefixtures("db_session")
def test_the_public_shop_does_not_have_it(settings: Settings, wire: Callable[[Settings], Flask]) -> None:
    assert wire(replace(settings, development=False)).test_client().get("/komponen").status_code == 404
