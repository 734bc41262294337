"""Own pictures at addresses that no cache keeps."""

import pytest

from tests.factories import make_photo, make_product
from tests.person import Person
from tests.web.selling.keeper import keep_stall

pytestmark = pytest.mark.usefixtures("db_session")


def test_an_own_picture_is_shown_whatever_state_its_product_is_in(client: Person) -> None:
    photo = make_photo(make_product(producer=keep_stall(client), public=False))
    answer = client.get(f"/lapak/foto/{photo.key}/320.webp")
    assert (answer.status_code, answer.mimetype, answer.headers["Cache-Control"]) == (200, "image/webp", "no-store")


def test_anothers_picture_an_unknown_size_and_a_missing_file_are_not_there(client: Person) -> None:
    own = make_photo(make_product(producer=keep_stall(client), public=False))
    other = make_photo(make_product(public=False))
    for address in (f"{other.key}/320.webp", f"{own.key}/999.webp", f"{own.key}/320.exe", f"{own.key}/master.jpg"):
        assert client.get(f"/lapak/foto/{address}").status_code == 404
