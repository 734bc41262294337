"""A place is open to others when they may read it and every folder on the way lets them through."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from shop.platform.exposure import folder_of, open_to_others


@pytest.mark.parametrize(
    ("folder_mode", "file_mode", "is_open"),
    [(0o755, 0o644, True), (0o711, 0o644, True), (0o700, 0o644, False), (0o750, 0o644, False), (0o755, 0o640, False)],
)
def test_a_file_is_open_where_its_folders_and_itself_are(folder_mode: int, file_mode: int, is_open: bool) -> None:
    with TemporaryDirectory(dir="/tmp") as made:  # a test's own folder is closed to others
        file = Path(made) / "shop.sqlite3"
        file.touch()
        file.chmod(file_mode)
        Path(made).chmod(folder_mode)
        assert open_to_others(file) is is_open
        assert open_to_others(Path(made)) is (folder_mode == 0o755)
        assert not open_to_others(Path(made) / "missing")


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("sqlite:////srv/shop/shop.sqlite3", "/srv/shop/shop.sqlite3"),
        ("file:///srv/my%20shop/media", "/srv/my shop/media"),
        ("folder:///srv/mail", "/srv/mail"),
        ("postgresql+psycopg://shop@db/shop", None),
        ("s3://bucket/prefix", None),
    ],
)
def test_an_address_names_a_place_on_this_disk_or_none(address: str, place: str | None) -> None:
    assert folder_of(address) == (Path(place) if place else None)
