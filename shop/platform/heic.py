"""Photos in the format of many phones (HEIC), made into JPEGs by a process of their own."""

import subprocess  # a decoder that may crash has no place in a process that answers visitors
import sys
from pathlib import Path

from shop.lib.errors import Invalid
from shop.platform import heic_decoder

SECONDS = 20
_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})


def is_heic(data: bytes) -> bool:
    """Whether a file says of itself that it is of this family."""
    return data[4:8] == b"ftyp" and data[8:12] in _BRANDS


def as_jpeg(data: bytes, most_pixels: int) -> bytes:
    """The same photo, upright, as a JPEG; raises Invalid photo_heic or photo_too_many_pixels."""
    command = [sys.executable, "-I", str(Path(heic_decoder.__file__)), str(most_pixels)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603 - our own command
    except subprocess.TimeoutExpired as error:
        raise Invalid("photo_heic") from error
    if done.returncode == heic_decoder.TOO_MANY_PIXELS:
        raise Invalid("photo_too_many_pixels", limit=most_pixels)
    if done.returncode or not done.stdout:
        raise Invalid("photo_heic")
    return done.stdout
