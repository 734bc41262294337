"""Photos: checked by decoding, turned upright, rid of all but their pixels, and made into the sizes pages use."""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Literal

from PIL import Image, ImageCms, ImageFile

from shop.lib.errors import Invalid
from shop.platform import heic

MAX_BYTES = 15_000_000
MAX_PIXELS = 40_000_000
MIN_SIDE = 400
MASTER_SIDE = 2400
WIDTHS = (320, 480, 960)

Format = Literal["avif", "webp", "jpeg"]
FORMATS: tuple[Format, ...] = ("avif", "webp", "jpeg")
MEDIA_TYPES: dict[Format, str] = {"avif": "image/avif", "webp": "image/webp", "jpeg": "image/jpeg"}
EXTENSIONS: dict[Format, str] = {"avif": "avif", "webp": "webp", "jpeg": "jpg"}

# A JPEG is decoded smaller where the decoder can do so at no cost; a master made that way is still this long.
_MASTER_SIDE_AT_LEAST = 1800
_MASTER_OPTIONS: dict[str, Any] = {"quality": 85, "optimize": True}

# Measured on the pictures of the example shop: AVIF at speed 9 is a tenth larger than at 8 and costs a fifth.
_OPTIONS: dict[Format, dict[str, Any]] = {
    "avif": {"quality": 50, "speed": 9, "max_threads": 1},
    "webp": {"quality": 64, "method": 2},
    "jpeg": {"quality": 72, "optimize": True, "progressive": True},
}
# What a picture may weigh on a phone's card; a busy cloth that is over gives up quality, never size.
_CARD_WIDTH, _CARD_BYTES = 320, 20_000
_QUALITY_STEP, _QUALITY_LEAST = 10, 30

_ORIENTATION_TAG = 0x0112
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_SWAPS_SIDES = frozenset(_TURNS[number] for number in (5, 6, 7, 8))
_UNREADABLE = (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError, struct.error, zlib.error)
_ALLOWED = ("JPEG", "PNG", "WEBP")
_BOMBS = (Image.DecompressionBombError, Image.DecompressionBombWarning)


@dataclass(frozen=True, slots=True)
class Photo:
    """What a photo is, seen upright: width and height in pixels."""

    width: int
    height: int
    format: str


@dataclass(frozen=True, slots=True)
class Rendition:
    """One file made from a master."""

    width: int
    height: int
    format: Format
    data: bytes


@dataclass(frozen=True, slots=True)
class _Opened:
    image: ImageFile.ImageFile
    photo: Photo
    turn: Image.Transpose | None


def inspect(data: bytes) -> Photo:
    """Decode an uploaded photo to the end and say what it is.

    Raises Invalid with photo_too_large_bytes, photo_not_image, photo_heic, photo_animated, photo_too_many_pixels
    or photo_too_small.
    """
    return _opened(data, longer_side=MIN_SIDE).photo


def master(data: bytes, *, smallest: int = MIN_SIDE, square: bool = False) -> bytes:
    """The photo as it is stored: upright, sRGB, at most 2400 px long, a JPEG without any metadata.

    A square one keeps the middle, a little above it where it is high: there faces are.
    Raises what `inspect` raises; there is no need to call both.
    """
    opened = _opened(data, longer_side=_MASTER_SIDE_AT_LEAST, smallest=smallest)
    profile = opened.image.info.get("icc_profile")
    pixels = _shrunk(_direct(opened.image), MASTER_SIDE)
    if opened.turn is not None:
        pixels = pixels.transpose(opened.turn)
    if square:
        pixels = _squared(pixels)
    return _encoded(_in_srgb(pixels, profile), "jpeg", _MASTER_OPTIONS)


def renditions(
    data: bytes, widths: tuple[int, ...] = WIDTHS, formats: tuple[Format, ...] = FORMATS
) -> Iterator[Rendition]:
    """Files of a master, format by format and narrow ones first; never wider than the master itself.

    A width beyond the master's is made at the master's own width, once.
    """
    source = _opened(data, width=max(widths), smallest=1).image
    wanted = sorted({min(width, source.width) for width in widths}, reverse=True)
    sizes: list[Image.Image] = []
    step: Image.Image = source if source.mode == "RGB" else source.convert("RGB")
    del source
    for width in wanted:
        height = max(1, round(step.height * width / step.width))
        step = _bare(step.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=2.0))
        sizes.append(step)
    del step
    for format_ in formats:
        for image in reversed(sizes):
            yield Rendition(image.width, image.height, format_, _within_budget(image, format_))


def _opened(data: bytes, *, longer_side: int = 0, width: int = 0, smallest: int = MIN_SIDE) -> _Opened:
    """Check and decode; a JPEG at the smallest scale that still has the longer side or the width asked for."""
    if len(data) > MAX_BYTES:
        raise Invalid("photo_too_large_bytes", limit=MAX_BYTES)
    phones_own = heic.is_heic(data)
    if phones_own:
        data = heic.as_jpeg(data, MAX_PIXELS)
    try:
        image = Image.open(BytesIO(data), formats=_ALLOWED)
        _check(image, smallest)
        turn = _turn(image)
        size = image.size[::-1] if turn in _SWAPS_SIDES else image.size
        scale = max(longer_side / max(size), width / image.width)
        image.draft(None, (int(image.width * scale), int(image.height * scale)))
        image.load()
    except _BOMBS as error:
        raise Invalid("photo_too_many_pixels", limit=MAX_PIXELS) from error
    except _UNREADABLE as error:
        raise Invalid("photo_not_image") from error
    kind = "HEIC" if phones_own else "JPEG" if image.format == "MPO" else str(image.format)
    return _Opened(image, Photo(*size, kind), turn)


def _check(image: ImageFile.ImageFile, smallest: int) -> None:
    """The limits that the header alone can break, before anything is unpacked."""
    if image.width * image.height > MAX_PIXELS:
        raise Invalid("photo_too_many_pixels", limit=MAX_PIXELS)
    if getattr(image, "is_animated", False) and image.format != "MPO":  # phones keep a preview in a second frame
        raise Invalid("photo_animated")
    if min(image.size) < smallest:
        raise Invalid("photo_too_small", limit=smallest)


def _turn(image: Image.Image) -> Image.Transpose | None:
    try:
        return _TURNS.get(image.getexif().get(_ORIENTATION_TAG, 1))
    except _UNREADABLE:  # a broken EXIF block does not make a broken photo
        return None


def _direct(image: Image.Image) -> Image.Image:
    """The image in a mode that can be resized and colour-managed; what is see-through becomes white."""
    if image.mode in ("RGB", "L", "CMYK"):
        return image
    if image.mode.startswith("I"):  # 16 bits a channel
        return image.convert("I").point(lambda value: value / 256).convert("L")
    if image.has_transparency_data:
        layer = image.convert("RGBA")
        ground = Image.new("RGB", image.size, "white")
        ground.paste(layer, mask=layer.getchannel("A"))
        return ground
    return image.convert("RGB")


def _shrunk(image: Image.Image, side: int) -> Image.Image:
    longest = max(image.size)
    if longest <= side:
        return image
    size = (max(1, round(image.width * side / longest)), max(1, round(image.height * side / longest)))
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)


def _squared(image: Image.Image) -> Image.Image:
    side = min(image.size)
    left, top = (image.width - side) // 2, (image.height - side) // 3
    return image.crop((left, top, left + side, top + side))


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            converted = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):  # a profile that is broken or of another mode
            converted = None
        if converted is not None:
            return converted
    return image.convert("RGB")


def _bare(image: Image.Image) -> Image.Image:
    """The same pixels with nothing beside them that an encoder could write along."""
    image.info = {}
    return image


def _encoded(image: Image.Image, format_: Format, options: dict[str, Any]) -> bytes:
    out = BytesIO()
    _bare(image).save(out, format_, **options)
    return out.getvalue()


def _within_budget(image: Image.Image, format_: Format) -> bytes:
    options = dict(_OPTIONS[format_])
    data = _encoded(image, format_, options)
    while image.width <= _CARD_WIDTH and len(data) > _CARD_BYTES and options["quality"] > _QUALITY_LEAST:
        options["quality"] -= _QUALITY_STEP
        data = _encoded(image, format_, options)
    return data
