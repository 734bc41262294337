"""Photos in the format of many phones: read like any other, by a process of their own."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from shop.lib.errors import Invalid
from shop.platform import images

HEIC = Path(__file__).with_name("photo.heic")  # drawn for this test, on its side, with a maker's name and a place


def refusal(data: bytes) -> str:
    """The code with which an upload is refused."""
    with pytest.raises(Invalid) as caught:
        images.inspect(data)
    return caught.value.code


def test_a_photo_in_the_phones_own_format_is_turned_upright_and_loses_its_past() -> None:
    data = HEIC.read_bytes()
    assert images.inspect(data) == images.Photo(480, 640, "HEIC")
    made = Image.open(BytesIO(images.master(data)))
    assert (made.format, made.size, dict(made.getexif())) == ("JPEG", (480, 640), {})
    red, green, _blue = made.convert("RGB").getpixel((470, 10))
    assert red > 160 > green
    assert b"Contoh" in data
    assert b"Contoh" not in images.master(data)


@pytest.mark.parametrize("data", [b"\0\0\0\x18ftypheic" + bytes(500), HEIC.read_bytes()[:1200]], ids=["no", "cut"])
def test_a_broken_photo_in_the_phones_own_format_is_told_from_what_is_none(data: bytes) -> None:
    assert refusal(data) == "photo_heic"


def test_a_photo_in_the_phones_own_format_has_the_same_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shop.platform.images.MAX_PIXELS", 300_000)
    assert refusal(HEIC.read_bytes()) == "photo_too_many_pixels"


def test_a_decoder_that_takes_too_long_costs_only_the_photo(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shop.platform.heic.SECONDS", 0.001)
    assert refusal(HEIC.read_bytes()) == "photo_heic"
