"""The picture that a chat or a social network shows beside a link: 1200 x 630, in the shop's own look."""

from functools import cache
from io import BytesIO
from math import ceil
from typing import Literal

from PIL import Image, ImageDraw, ImageFilter

from shop.platform.share_text import Line, font, headline, one_line, paragraph

WIDTH, HEIGHT = 1200, 630
MAX_BYTES = 300_000

Kind = Literal["product", "producer", "page"]
Tone = Literal["limit", "verified", "fact"]

_INK, _INK_2, _INDIGO, _MARIGOLD, _TINT, _TINT_2 = "#171C4B", "#434872", "#232C7A", "#FFB10A", "#E0E4F8", "#D1D7F3"
_TONES: dict[Tone, tuple[str, str]] = {
    "limit": ("#FFEDC2", _INK),
    "verified": ("#DDF2E1", "#12573A"),
    "fact": ("#F1F3FC", _INK),
}
_BAND, _SCALLOP, _FINE = 34, 40, 4  # the awning: its cloth, the width of one scallop, oversampling of curves
_SPLIT = 580  # where the picture ends and the words begin
_LEFT, _RIGHT, _TOP, _FOOT = _SPLIT + 44, WIDTH - 40, 82, 580
_LABEL_TOP = _FOOT - 100
_TALLEST = _LABEL_TOP - 12 - _TOP  # what title, price and subtitle may take together above a label
_SIZES = (74, 66, 60, 54, 48, 44, 40)  # three lines of the last one always fit

# One petal of the kawung flower of the mark, on a square of 48 with its centre at 24.
_PETAL = ((24, 24), (27, 10), (39, 0), (48, 0), (48, 9), (38, 21), (24, 24))


def draw_share_picture(  # noqa: PLR0913 - one argument for each piece of the picture
    kind: Kind,
    title: str,
    subtitle: str,
    *,
    price_text: str | None,
    label: str | None,
    picture: bytes | None,
    shop_name: str,
    initials: str | None,
    label_tone: Tone = "limit",
) -> bytes:
    """A JPEG of 1200 x 630, under 300 kB, with words that arrive ready and are shortened where they do not fit.

    `kind` "page" is set on marigold, the others on white. `price_text` such as "Rp39.000 /pcs" is set in two sizes at
    its first slash. `picture` is a master; a maker's own cloth carries the `initials`. Without a picture the side is
    patterned. A line break in `title` stays one.
    """
    on_marigold = kind == "page"
    canvas = Image.new("RGB", (WIDTH, HEIGHT), _MARIGOLD if on_marigold else "white")
    canvas.paste(_side(picture), (0, 0))
    if initials and not on_marigold:
        _initials(canvas, initials, on_picture=picture is not None)
    elif picture is None:
        _flower(canvas, (_SPLIT // 2, (HEIGHT + _BAND) // 2), 264, (_INDIGO, _MARIGOLD))
    room = _TALLEST if label else _TALLEST + 50
    lines = _fitting(title, price_text, (subtitle, _INK if on_marigold else _INK_2), room)
    _words(ImageDraw.Draw(canvas), lines, room)
    _foot(canvas, shop_name, (label, label_tone), on_marigold=on_marigold)
    awning = _awning("white" if on_marigold else _MARIGOLD)
    canvas.paste(awning, (0, 0), awning)
    return _small_enough(canvas)


def _fitting(title: str, price_text: str | None, subtitle: tuple[str, str], room: int) -> list[Line]:
    """Title, price and subtitle, one under the other, with the title as large as the room allows."""
    width = _RIGHT - _LEFT
    below = [_gap(16), *_price(price_text, width)] if price_text else []
    plain = font("plain", 32)
    below += [_gap(16), *(Line(text, plain, subtitle[1], 42) for text in paragraph(subtitle[0], plain, width, 2))]
    left = room - sum(line.height for line in below)
    tries = (headline(title, width, sizes=_SIZES[start:], colour=_INK) for start in range(len(_SIZES)))
    return next(lines for lines in tries if sum(line.height for line in lines) <= left) + below


def _words(draw: ImageDraw.ImageDraw, lines: list[Line], room: int) -> None:
    y = _TOP + max(0, (room - sum(line.height for line in lines)) // 2)
    for line in lines:
        base = y + line.height * 0.78
        draw.text((_LEFT, base), line.text, fill=line.colour, font=line.font, anchor="ls")
        if line.tail:
            x = _LEFT + line.width + 12
            draw.text((x, base), line.tail, fill=_INK_2, font=font("plain", 32), anchor="ls")
        y += line.height


def _gap(height: int) -> Line:
    return Line("", font("plain", 32), _INK, height)


def _price(text: str, width: int) -> list[Line]:
    """The amount as large as it fits beside its unit; a long one has the unit below it."""
    amount, slash, rest = (part.strip() for part in text.partition("/"))
    unit = one_line(slash + rest, font("plain", 32), width)
    for size in (72, 64, 56, 48):
        if font("bold", size).getlength(amount) + 12 + unit.width <= width:
            return [Line(amount, font("bold", size), _INK, size + 6, unit.text)]
    size = next((size for size in (56, 48, 42) if font("bold", size).getlength(amount) <= width), 36)
    line = Line(one_line(amount, font("bold", size), width).text, font("bold", size), _INK, size + 6)
    return [line, Line(unit.text, unit.font, _INK_2, 38)] if unit.text else [line]


def _foot(canvas: Image.Image, shop_name: str, label: tuple[str | None, Tone], *, on_marigold: bool) -> None:
    """The mark and the shop's name at the lower left, the honesty label above them."""
    draw = ImageDraw.Draw(canvas)
    _flower(canvas, (_LEFT + 22, _FOOT - 2), 44, (_INDIGO, "white" if on_marigold else _MARIGOLD))
    name = one_line(shop_name, font("bold", 34), _RIGHT - _LEFT - 60)
    draw.text((_LEFT + 56, _FOOT + 10), name.text, fill=_INK, font=font("bold", 34), anchor="ls")
    text, tone = label
    if text:
        ground, ink = _TONES[tone]
        shown = one_line(text, font("plain", 28), _RIGHT - _LEFT - 40)
        right = _LEFT + shown.width + 36
        draw.rounded_rectangle((_LEFT, _LABEL_TOP, right, _LABEL_TOP + 50), radius=10, fill=ground)
        draw.text((_LEFT + 18, _LABEL_TOP + 24), shown.text, fill=ink, font=font("plain", 28), anchor="lm")


def _side(picture: bytes | None) -> Image.Image:
    """The left side: the picture, filling it below the awning's cloth, or the pattern."""
    if picture is None:
        return _pattern()
    side = Image.new("RGB", (_SPLIT, HEIGHT))
    room = (_SPLIT, HEIGHT - _BAND)
    image: Image.Image = Image.open(BytesIO(picture), formats=("JPEG", "WEBP", "PNG"))
    image.draft("RGB", (room[0] * 2, room[1] * 2))
    image = image.convert("RGB")
    scale = max(room[0] / image.width, room[1] / image.height)
    size = (ceil(image.width * scale), ceil(image.height * scale))
    image = image.resize(size, Image.Resampling.LANCZOS)
    left, top = (size[0] - room[0]) // 2, (size[1] - room[1]) // 2
    side.paste(image.crop((left, top, left + room[0], top + room[1])), (0, _BAND))
    return side


@cache
def _pattern() -> Image.Image:
    """Kawung in two near tints of indigo, for who has no picture."""
    step = 96
    side = Image.new("RGB", (_SPLIT, HEIGHT), _TINT)
    for row in range(HEIGHT // step + 2):
        for column in range(_SPLIT // step + 2):
            _flower(side, (column * step, row * step), step - 6, (_TINT_2, _TINT_2))
    return side


def _initials(canvas: Image.Image, text: str, *, on_picture: bool) -> None:
    """The maker's initials on a disc, in the middle of the side."""
    size, typeface = 256, font("bold", 92)
    centre = (_SPLIT // 2, (HEIGHT + _BAND) // 2)
    disc = Image.new("L", (size * _FINE, size * _FINE), 0)
    ImageDraw.Draw(disc).ellipse((0, 0, size * _FINE - 1, size * _FINE - 1), fill=255)
    mask = disc.resize((size, size), Image.Resampling.LANCZOS)
    canvas.paste("white" if on_picture else _INDIGO, (centre[0] - size // 2, centre[1] - size // 2), mask)
    shown = one_line(text, typeface, size - 56).text
    ImageDraw.Draw(canvas).text(centre, shown, fill=_INK if on_picture else "white", font=typeface, anchor="mm")


def _flower(canvas: Image.Image, centre: tuple[int, int], size: int, colours: tuple[str, str]) -> None:
    """The kawung flower of the mark: three petals of the first colour, the upper right one of the second."""
    corner = (centre[0] - size // 2, centre[1] - size // 2)
    for turn in range(4):
        canvas.paste(colours[1] if turn == 0 else colours[0], corner, _petal(size, turn))


@cache
def _petal(size: int, turn: int) -> Image.Image:
    fine = size * _FINE
    mask = Image.new("L", (fine, fine), 0)
    (p0, p1, p2, p3, p4, p5, p6) = [(x * fine / 48, y * fine / 48) for x, y in _PETAL]
    outline = [*_curve(p0, p1, p2, p3), *_curve(p3, p4, p5, p6)]
    ImageDraw.Draw(mask).polygon(outline, fill=255)
    return mask.rotate(90 * turn).resize((size, size), Image.Resampling.LANCZOS)


_Point = tuple[float, float]


def _curve(start: _Point, one: _Point, two: _Point, end: _Point) -> list[_Point]:
    points = []
    for step in range(25):
        t = step / 24
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        points.append(
            (a * start[0] + b * one[0] + c * two[0] + d * end[0], a * start[1] + b * one[1] + c * two[1] + d * end[1])
        )
    return points


@cache
def _awning(second: str) -> Image.Image:
    """The tenda: cloth in stripes of indigo and a second colour that end in scallops, and its shadow in the sun."""
    depth = _BAND + _SCALLOP // 2
    mask = Image.new("L", (WIDTH * _FINE, depth * _FINE), 0)
    stripes = Image.new("RGB", (WIDTH, depth), second)
    draw, paint = ImageDraw.Draw(mask), ImageDraw.Draw(stripes)
    for left in range(0, WIDTH, _SCALLOP):
        edges = (left * _FINE, (left + _SCALLOP) * _FINE - 1)
        draw.rectangle((edges[0], 0, edges[1], _BAND * _FINE), fill=255)
        draw.pieslice((edges[0], (2 * _BAND - depth) * _FINE, edges[1], depth * _FINE - 1), 0, 180, fill=255)
        if left // _SCALLOP % 2 == 0:
            paint.rectangle((left, 0, left + _SCALLOP - 1, depth), fill=_INDIGO)
    cloth = mask.resize((WIDTH, depth), Image.Resampling.LANCZOS)
    shadow = Image.new("L", (WIDTH, depth + 24), 0)
    shadow.paste(cloth.point(_shade), (4, 8))
    whole = Image.new("RGBA", shadow.size, _INK)
    whole.putalpha(shadow.filter(ImageFilter.GaussianBlur(5)))
    whole.paste(stripes, (0, 0), cloth)
    return whole


def _shade(value: float) -> float:
    return value * 0.28


def _small_enough(canvas: Image.Image) -> bytes:
    data = b""
    for quality in (84, 74, 62, 50):
        out = BytesIO()
        canvas.save(out, "JPEG", quality=quality, optimize=True, progressive=True, subsampling=1)
        data = out.getvalue()
        if len(data) <= MAX_BYTES // 2:
            break
    return data
