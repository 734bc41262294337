"""A photo is what its pixels are: checked by decoding, upright, without its past, light enough for a phone."""

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image, ImageChops, ImageCms, ImageDraw

from shop.lib.errors import Invalid
from shop.platform import images


def busy(width: int = 800, height: int = 600, mode: str = "RGB") -> Image.Image:
    """A picture with something on it: a red upper left corner and cloth-like noise."""
    ground = Image.merge("RGB", [Image.effect_noise((width, height), 24) for _ in range(3)])
    ImageDraw.Draw(ground).rectangle((0, 0, width // 3, height // 3), fill="#d01010")
    return ground.convert(mode)


def saved(image: Image.Image, format_: str, **options: object) -> bytes:
    out = BytesIO()
    image.save(out, format_, **options)
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image


def is_red(pixel: object) -> bool:
    return isinstance(pixel, tuple) and pixel[0] > 160 and pixel[1] < 70 and pixel[2] < 70


def from_a_phone(orientation: int = 6) -> bytes:
    """A JPEG as a phone writes it: on its side, with the place where it was taken."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "SECRETPHONE"
    exif.get_ifd(0x8825)[1] = "S"
    exif.get_ifd(0x8825)[2] = (7.0, 15.0, 30.0)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>SECRETPLACE</x:xmpmeta>"
    return saved(
        busy(), "JPEG", exif=exif, icc_profile=profile, xmp=xmp, comment=b"SECRETCOMMENT", quality=90, dpi=(72, 72)
    )


def png(width: int, height: int) -> bytes:
    """A PNG of a few bytes that claims to be as large as one likes."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 99)) + chunk(b"IEND", b"")
    )


def refusal(data: bytes) -> str:
    with pytest.raises(Invalid) as first:
        images.inspect(data)
    with pytest.raises(Invalid) as second:
        images.master(data)
    assert first.value.code == second.value.code
    return first.value.code


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP"])
def test_the_three_kinds_are_taken_and_described(format_: str) -> None:
    assert images.inspect(saved(busy(), format_)) == images.Photo(800, 600, format_)


def test_a_sideways_photo_is_described_and_stored_upright() -> None:
    data = from_a_phone(orientation=6)
    assert images.inspect(data) == images.Photo(600, 800, "JPEG")
    upright = opened(images.master(data))
    assert upright.size == (600, 800)
    assert is_red(upright.getpixel((590, 10)))


@pytest.mark.parametrize(
    ("orientation", "corner"),
    [(1, "ul"), (2, "ur"), (3, "lr"), (4, "ll"), (5, "ul"), (6, "ur"), (7, "lr"), (8, "ll"), (77, "ul")],
)
def test_each_way_of_holding_a_phone_ends_upright(orientation: int, corner: str) -> None:
    stored = opened(images.master(from_a_phone(orientation)))
    across, down = stored.width - 20, stored.height - 20
    places = {"ul": (20, 20), "ur": (across, 20), "ll": (20, down), "lr": (across, down)}
    assert [name for name, place in places.items() if is_red(stored.getpixel(place))] == [corner]


def test_nothing_but_pixels_is_left_in_any_file() -> None:
    master = images.master(from_a_phone())
    files = [master, *(made.data for made in images.renditions(master))]
    for data in files:
        image = opened(data)
        assert dict(image.getexif()) == {}
        assert not {"exif", "icc_profile", "xmp", "comment", "photoshop", "dpi"} & set(image.info)
        assert b"SECRET" not in data
        assert b"Exif" not in data


def test_renditions_of_a_file_with_metadata_are_bare_too() -> None:
    made = images.renditions(from_a_phone(), widths=(480,))
    assert all(b"SECRET" not in item.data and not opened(item.data).info.get("icc_profile") for item in made)


@pytest.mark.filterwarnings("ignore:Corrupt EXIF data")
@pytest.mark.parametrize("block", [b"II*\0\x08\0\0\0\xff\xff", b"no such thing", b""])
def test_a_broken_exif_block_does_not_break_the_photo(block: bytes) -> None:
    assert images.inspect(saved(busy(), "JPEG", exif=b"Exif\0\0" + block)).width == 800


def test_a_large_photo_is_stored_smaller_but_large_enough() -> None:
    stored = opened(images.master(saved(busy(4000, 3000), "JPEG")))
    assert (stored.format, stored.size) == ("JPEG", (2000, 1500))
    assert opened(images.master(saved(busy(3200, 1200), "PNG", compress_level=1))).size == (2400, 900)


def test_colours_of_a_wide_profile_become_those_of_the_web() -> None:
    swapped = ImageCms.createProfile("XYZ")
    profile = ImageCms.ImageCmsProfile(swapped).tobytes()
    plain, profiled = (opened(images.master(saved(busy(), "JPEG", **more))) for more in ({}, {"icc_profile": profile}))
    assert plain.mode == profiled.mode == "RGB"
    assert ImageChops.difference(plain, profiled).getbbox() is not None


def test_a_profile_that_is_no_profile_is_passed_over() -> None:
    stored = opened(images.master(saved(busy(), "JPEG", icc_profile=b"not a profile" * 20)))
    assert is_red(stored.getpixel((20, 20)))


def test_a_printers_cmyk_photo_keeps_its_colours() -> None:
    stored = opened(images.master(saved(busy(mode="CMYK"), "JPEG")))
    assert stored.mode == "RGB"
    assert is_red(stored.getpixel((20, 20)))


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_is_see_through_becomes_white(mode: str) -> None:
    layer = Image.new("RGBA", (500, 500), (0, 0, 0, 0))
    ImageDraw.Draw(layer).rectangle((0, 0, 100, 100), fill=(208, 16, 16, 255))
    stored = opened(images.master(saved(layer.convert(mode), "PNG")))
    assert min(stored.getpixel((400, 400))) > 245
    assert max(stored.getpixel((50, 50))[1:]) < 150


def test_a_palette_without_holes_keeps_its_colours() -> None:
    stored = opened(images.master(saved(busy().quantize(16), "PNG")))
    assert is_red(stored.getpixel((20, 20)))


def test_sixteen_bits_a_pixel_are_not_burnt_white() -> None:
    grey = Image.new("I;16", (500, 500), 0x8000)
    assert opened(images.master(saved(grey, "PNG"))).getpixel((250, 250)) == pytest.approx((128, 128, 128), abs=2)


def test_a_phones_photo_with_a_preview_in_it_is_no_animation() -> None:
    data = saved(busy(), "MPO", save_all=True, append_images=[busy(400, 400)])
    assert images.inspect(data) == images.Photo(800, 600, "JPEG")


@pytest.mark.parametrize("format_", ["PNG", "WEBP"])
def test_an_animation_is_refused(format_: str) -> None:
    frames = [busy(400, 400) for _ in range(3)]
    assert refusal(saved(frames[0], format_, save_all=True, append_images=frames[1:])) == "photo_animated"


@pytest.mark.parametrize(("width", "height"), [(8000, 5001), (9500, 9500), (60_000, 60_000)])
def test_a_bomb_is_refused_by_its_header(width: int, height: int) -> None:
    assert refusal(png(width, height)) == "photo_too_many_pixels"


def test_small_photos_are_refused() -> None:
    assert refusal(saved(Image.new("RGB", (1, 1)), "PNG")) == "photo_too_small"
    assert refusal(saved(busy(1000, 399), "JPEG")) == "photo_too_small"


def test_a_heavy_file_is_refused_unread() -> None:
    assert refusal(b"\xff\xd8" + bytes(images.MAX_BYTES)) == "photo_too_large_bytes"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"just some words in a file called photo.jpg",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"%PDF-1.7\n%%EOF",
        saved(busy(), "GIF"),
        saved(busy(), "TIFF"),
        saved(busy(), "BMP"),
        saved(busy(), "JPEG")[:9000],
        saved(busy(), "PNG")[:90_000],
        saved(busy(), "WEBP")[:3000],
        png(500, 500),
    ],
    ids=["empty", "text", "svg", "pdf", "gif", "tiff", "bmp", "cut jpeg", "cut png", "cut webp", "png without pixels"],
)
def test_what_cannot_be_decoded_is_no_photo(data: bytes) -> None:
    assert refusal(data) == "photo_not_image"


def test_nine_files_come_narrow_first_in_three_formats() -> None:
    made = list(images.renditions(images.master(saved(busy(1600, 1200), "JPEG"))))
    assert [(item.format, item.width, item.height) for item in made] == [
        (format_, width, width * 3 // 4) for format_ in ("avif", "webp", "jpeg") for width in (320, 480, 960)
    ]
    for item in made:
        image = opened(item.data)
        assert (image.size, str(image.format).lower()) == ((item.width, item.height), item.format)


def test_a_small_master_is_never_blown_up() -> None:
    made = images.renditions(images.master(saved(busy(480, 640), "JPEG")), formats=("jpeg",))
    assert [(item.width, item.height) for item in made] == [(320, 427), (480, 640)]


def test_a_busy_cloth_still_fits_a_phones_card() -> None:
    made = images.renditions(images.master(saved(busy(800, 800), "JPEG")), widths=(320,))
    assert [item.format for item in made if len(item.data) > 20_000] == []


def test_quality_is_given_up_only_so_far() -> None:
    noise = Image.merge("RGB", [Image.effect_noise((400, 1600), 120) for _ in range(3)])
    (made,) = images.renditions(saved(noise, "JPEG"), widths=(320,), formats=("jpeg",))
    assert (made.width, made.height) == (320, 1280)
