"""The picture beside a shared link: always whole, light, and with words that stay inside it."""

from io import BytesIO
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageDraw

from shop.platform.share_picture import HEIGHT, WIDTH, draw_share_picture
from shop.platform.share_text import drawable, font, headline, one_line, paragraph

LONG = "Seragam sekolah dasar putih-merah hati lengkap dengan topi dasi dan ikat pinggang untuk kelas satu sampai enam"


def a_master(width: int = 800, height: int = 800) -> bytes:
    image = Image.new("RGB", (width, height), "#2a8a4a")
    ImageDraw.Draw(image).ellipse((width // 4, height // 4, width * 3 // 4, height * 3 // 4), fill="#d03030")
    out = BytesIO()
    image.save(out, "JPEG")
    return out.getvalue()


def drawn(**changes: Any) -> Image.Image:
    asked: dict[str, Any] = {
        "kind": "product",
        "title": "Rompi pelampung dewasa",
        "subtitle": "Konveksi Pelampung Cisadane · Kab. Serang",
        "price_text": "Rp39.000 /pcs",
        "label": "Belum bersertifikat",
        "picture": a_master(),
        "shop_name": "Lapakarya",
        "initials": None,
    }
    data = draw_share_picture(**(asked | changes))
    assert len(data) < 300_000
    image = Image.open(BytesIO(data))
    image.load()
    assert (image.format, image.size) == ("JPEG", (WIDTH, HEIGHT)) == ("JPEG", (1200, 630))
    return image


def differ(one: Image.Image, other: Image.Image, box: tuple[int, int, int, int]) -> bool:
    difference = ImageChops.difference(one.crop(box), other.crop(box)).convert("L")
    return difference.point(lambda value: 255 if value > 40 else 0).getbbox() is not None


RIGHT_EDGE = (1175, 70, 1200, 630)
WORDS = (585, 70, 1200, 630)
SIDE = (0, 70, 570, 630)


def is_plain(image: Image.Image, box: tuple[int, int, int, int]) -> bool:
    return all(low > 235 for low, _ in image.crop(box).getextrema())


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"price_text": None, "label": None},
        {"title": LONG, "subtitle": LONG, "label": LONG, "shop_name": LONG, "price_text": "Rp1.250.000 /" + LONG},
        {"title": "W" * 200, "subtitle": "W" * 200, "label": "W" * 200, "shop_name": "W" * 99, "price_text": "9" * 99},
        {"title": "", "subtitle": "", "label": "", "price_text": "", "shop_name": ""},
        {"title": "🦺🦺", "subtitle": "日本\n語", "label": "🦺"},
        {"price_text": "Rp1.250.000–Rp12.500.000 /paket lengkap"},
        {"price_text": "Harga lewat penawaran"},
    ],
    ids=["usual", "no price", "long", "one endless word", "empty", "no such letters", "long price", "price in words"],
)
def test_words_stay_inside_their_side(changes: dict[str, Any]) -> None:
    image = drawn(**changes)
    assert is_plain(image, RIGHT_EDGE)
    assert is_plain(image, (590, 75, 615, 630))
    assert is_plain(image, (590, 605, 1200, 630))


def test_label_price_and_title_are_seen() -> None:
    usual = drawn()
    for changes in ({"label": None}, {"price_text": None}, {"title": "Kopi"}, {"label_tone": "verified"}):
        assert differ(usual, drawn(**changes), WORDS)


def test_a_very_long_title_leaves_room_for_the_label() -> None:
    usual, long = drawn(), drawn(title=LONG, subtitle=f"{LONG} · {LONG}")
    assert not differ(usual, long, (590, 478, 1200, 630))


@pytest.mark.parametrize("size", [(800, 800), (2400, 600), (600, 2400), (400, 400), (40, 40)])
def test_a_picture_of_any_shape_fills_its_side(size: tuple[int, int]) -> None:
    image = drawn(picture=a_master(*size))
    red, green, _ = image.getpixel((290, 332))
    assert red > 150 > green
    for place in ((5, 80), (5, 620), (570, 620)):
        red, green, blue = image.getpixel(place)
        assert (red, green, blue) != (255, 255, 255)
        assert green > 40


def test_a_maker_without_a_photo_gets_initials_on_a_pattern_or_on_cloth() -> None:
    for picture in (None, a_master()):
        some, others = (
            drawn(kind="producer", picture=picture, initials=letters, price_text=None, label=None)
            for letters in ("BG", "LK")
        )
        assert differ(some, others, SIDE)
        assert not differ(some, others, WORDS)


def test_a_page_of_the_shop_stands_on_marigold() -> None:
    red, green, blue = drawn(kind="page", picture=None, price_text=None, label=None).getpixel((1190, 400))
    assert red > 240
    assert 165 < green < 190
    assert blue < 40


def test_a_noisy_photo_stays_light() -> None:
    noise = Image.merge("RGB", [Image.effect_noise((800, 800), 200) for _ in range(3)])
    out = BytesIO()
    noise.save(out, "JPEG", quality=95)
    drawn(picture=out.getvalue())


def test_the_same_words_give_the_same_bytes() -> None:
    assert drawn().tobytes() == drawn().tobytes()


def test_letters_without_a_shape_lose_their_accents_or_go() -> None:
    assert drawable("Café  Ḥalāl\u00a0\U0001f9ba 日本 e\u0301") == "Café Halal é"


def test_a_text_that_is_too_long_ends_in_an_ellipsis() -> None:
    short = one_line("Kelompok Usaha Bersama Penjahit", font("plain", 32), 200)
    assert short.text.endswith("…")
    assert short.width <= 200
    assert one_line("KUBE", font("plain", 32), 200).text == "KUBE"


def test_parts_of_a_subtitle_break_between_them() -> None:
    assert paragraph("Konveksi Pelampung Cisadane · Kab. Serang", font("plain", 32), 500, 2) == [
        "Konveksi Pelampung Cisadane",
        "Kab. Serang",
    ]


def test_a_heading_is_balanced_and_keeps_its_own_breaks() -> None:
    assert [line.text for line in headline("Bagus buatannya.\nJelas pembuatnya.", 800, sizes=(60,), colour="#000")] == [
        "Bagus buatannya.",
        "Jelas pembuatnya.",
    ]
    lines = headline("Kain batik tulis parang dengan pewarna alam", 600, sizes=(60, 40), colour="#000")
    widths = [line.width for line in lines]
    assert max(widths) <= 600
    assert min(widths) > 0.6 * max(widths)
