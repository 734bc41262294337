"""Text as people type or paste it: what nobody sees in it is taken out."""

import re
import unicodedata

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_UNSEEN = re.compile(  # Unicode's Default_Ignorable_Code_Point, marks of direction, notes between lines, empty Braille
    r"[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
    r"\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]+"
)
_LINES = re.compile(r"\r\n?|[\u2028\u2029]")
_EMOJI_LOOK, _JOINER, _NO_JOINER = "\ufe0f", "\u200d", "\u200c"
_KEYCAP = "\u20e3"
_PICTURES = frozenset({"So", "Sk", "Sm", "Po", "Pd"})  # categories of signs that are drawn as emoji
_SMALLEST_PICTURE = "\u00a9"
# Scripts in which a joiner changes how letters are drawn: Arabic to Malayalam, Burmese, Balinese, Sundanese, Javanese.
_JOINING = (
    ("\u0600", "\u0dff"),
    ("\u1000", "\u109f"),
    ("\u1780", "\u17ff"),
    ("\u1b00", "\u1bff"),
    ("\ua980", "\ua9df"),
)


def clean(text: str | None) -> str:
    """Text without spaces at the ends and without what nobody sees: control characters, empty ones, direction marks.

    One kind of line break, tabs stay. Joiners stay between emoji and between letters of scripts that need them.
    """
    typed = _CONTROL.sub("", _LINES.sub("\n", text or ""))
    return _UNSEEN.sub(_what_is_seen, typed).strip()


def one_line(text: str | None) -> str:
    """Cleaned text on one line, with one space between words."""
    return " ".join(clean(text).split())


def without_unseen(text: str) -> str:
    """Text without anything that is not drawn, joiners too: for comparing and searching, not for showing."""
    return _UNSEEN.sub("", _CONTROL.sub("", text))


def _what_is_seen(found: re.Match[str]) -> str:
    """Of a run of such characters those that change how their neighbours look."""
    run, before, after = found.group(), found.string[: found.start()][-1:], found.string[found.end() :][:1]
    look = _EMOJI_LOOK in run and (_is_picture(before) or after == _KEYCAP)
    if _JOINER in run and _is_picture(before) and _is_picture(after):
        return (_EMOJI_LOOK if look else "") + _JOINER
    if _joins(before) and _joins(after):
        return next((one for one in run if one in (_JOINER, _NO_JOINER)), "")
    return _EMOJI_LOOK if look else ""


def _is_picture(letter: str) -> bool:
    return letter >= _SMALLEST_PICTURE and unicodedata.category(letter) in _PICTURES


def _joins(letter: str) -> bool:
    return any(first <= letter <= last for first, last in _JOINING)
