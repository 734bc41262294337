"""Words set in pixels: fonts, wrapping, shortening, and letters that the font can draw."""

import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from PIL import ImageFont

_FILES = {"bold": "PlusJakartaSans-ExtraBold.ttf", "plain": "PlusJakartaSans-SemiBold.ttf"}
_FOLDER = Path(__file__).parent / "fonts"
_MORE_LETTERS = frozenset("–—‘’‚“”„•…′″€™−")
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text, how high it stands, and perhaps a smaller word after it."""

    text: str
    font: ImageFont.FreeTypeFont
    colour: str
    height: int
    tail: str = ""

    @property
    def width(self) -> float:
        """Its length in pixels, without the tail."""
        return self.font.getlength(self.text)


@cache
def font(weight: Literal["bold", "plain"], size: int) -> ImageFont.FreeTypeFont:
    """The shop's typeface, from the files beside this module."""
    return ImageFont.truetype(_FOLDER / _FILES[weight], size, layout_engine=ImageFont.Layout.BASIC)


def drawable(text: str) -> str:
    """The text in letters that the font has: accents it lacks are dropped, emoji and other scripts too."""
    kept = "".join(_letter(letter) for letter in unicodedata.normalize("NFC", text))
    return " ".join(kept.split())


def _letter(letter: str) -> str:
    if _has(letter):
        return letter
    if letter.isspace():
        return " "
    return "".join(part for part in unicodedata.normalize("NFKD", letter) if _has(part))


def _has(letter: str) -> bool:
    return " " <= letter <= "~" or ("\xa1" <= letter <= "\xff" and letter != "\xad") or letter in _MORE_LETTERS


def one_line(text: str, typeface: ImageFont.FreeTypeFont, width: float) -> Line:
    """The text on one line, shortened with an ellipsis where it is too long."""
    return Line(_shortened(drawable(text), typeface, width), typeface, "", 0)


def headline(text: str, width: int, *, sizes: tuple[int, ...], colour: str, most: int = 3) -> list[Line]:
    """A heading in the largest size at which it needs at most `most` lines; shortened at the smallest.

    A line break in the text stays one.
    """
    text = "\n".join(drawable(part) for part in text.splitlines())
    size, lines = sizes[-1], [text]
    for size in sizes:
        lines = _wrapped(text, font("bold", size), width)
        if len(lines) <= most and all(font("bold", size).getlength(line) <= width for line in lines):
            lines = _balanced(text, font("bold", size), width, len(lines))
            break
    else:
        lines = _cut(lines, font("bold", size), width, most)
    return [Line(line, font("bold", size), colour, round(size * 1.12)) for line in lines]


def paragraph(text: str, typeface: ImageFont.FreeTypeFont, width: float, most: int) -> list[str]:
    """At most `most` lines, shortened where there was more; parts joined by " · " are kept together if they can be."""
    text = drawable(text)
    parts = text.split(" · ")
    if typeface.getlength(text) > width and 1 < len(parts) <= most:
        return [_shortened(part, typeface, width) for part in parts]
    return _cut(_wrapped(text, typeface, width), typeface, width, most)


def _wrapped(text: str, typeface: ImageFont.FreeTypeFont, width: float) -> list[str]:
    lines: list[str] = []
    for part in text.splitlines():
        line = ""
        for word in part.split():
            joined = f"{line} {word}".lstrip()
            if line and typeface.getlength(joined) > width:
                lines.append(line)
                joined = word
            line = joined
        lines.append(line)
    return lines


def _balanced(text: str, typeface: ImageFont.FreeTypeFont, width: int, count: int) -> list[str]:
    """The same number of lines, as even in length as they can be."""
    best = _wrapped(text, typeface, width)
    for narrower in range(width - 20, width // 2, -20):
        lines = _wrapped(text, typeface, narrower)
        if len(lines) > count or any(typeface.getlength(line) > narrower for line in lines):
            break
        best = lines
    return best


def _cut(lines: list[str], typeface: ImageFont.FreeTypeFont, width: float, most: int) -> list[str]:
    kept = lines[:most]
    if len(lines) > most:
        kept[-1] = f"{kept[-1]} {lines[most]}"
    return [_shortened(line, typeface, width) for line in kept]


def _shortened(text: str, typeface: ImageFont.FreeTypeFont, width: float) -> str:
    if typeface.getlength(text) <= width:
        return text
    while text and typeface.getlength(text.rstrip(" ,.-–/") + _ELLIPSIS) > width:
        text = text[:-1]
    return text.rstrip(" ,.-–/") + _ELLIPSIS
