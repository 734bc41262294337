"""Days inside a query: sebelum 20 desember, paling lambat 5/1, dalam 2 minggu, besok; and words of time set aside."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from shop.lib.errors import Invalid
from shop.lib.quantities import parse_coming_day

_LIMIT: Final = (
    r"(?:sebelum|sblm|sblum|paling lambat|paling telat|selambatnya|maks(?:imal)?|max|deadline|tenggat|batas(?: waktu)?"
    r"|jadi|selesai|dikirim|sampai|hingga|pada|before|by|until|due)"
)
_SIGN: Final = rf"(?:(?:{_LIMIT}|untuk|utk|buat)\s+(?:tanggal|tgl)\.?\s*|(?:tanggal|tgl)\.?\s*|{_LIMIT}\s+)"
_WRITTEN: Final = (
    r"(?:[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}[/.-][0-9]{1,2}(?:[/.-][0-9]{2,4})?"
    r"|[0-9]{1,2}[ -]?[a-z]{3,9}\.?(?: [0-9]{4})?|hari ini|besok|lusa|today|tomorrow)"
)
_SPAN: Final = r"[0-9]{1,3} (?:hari|minggu|pekan|days?|weeks?)"
_MONTHS: Final = (
    r"(?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember"
    r"|january|february|march|may|june|july|august|october|december)"
)
_SURE: Final = (
    rf"{_SIGN}(?P<limit>{_WRITTEN}|{_SPAN})",
    r"(?P<dated>[0-9]{1,2} [a-z]{3,9}\.? [0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}[/-][0-9]{1,2}[/-][0-9]{4})",
    r"(?P<near>besok|lusa|tomorrow)",
    rf"(?P<ahead>(?:(?:dalam|within|in) {_SPAN}(?: lagi)?|{_SPAN} lagi))",
)
_DAY: Final = re.compile(rf"(?<![\w.,/-])(?:{'|'.join(_SURE)})(?![\w/-])")
_VAGUE: Final = re.compile(
    rf"(?<!\w)(?:(?:{_LIMIT}|untuk|utk|buat)\s+)?(?:"
    r"(?:minggu|pekan|bulan|tahun) (?:ini|depan)|(?:next|this) (?:week|month|year)"
    rf"|(?:awal|pertengahan|akhir|bulan) (?:bulan|tahun|minggu|pekan|{_MONTHS})(?: (?:ini|depan|[0-9]{{4}}))?"
    rf"|secepatnya|segera|asap|urgent)(?!\w)|(?<!\w){_LIMIT}\s+{_MONTHS}(?: [0-9]{{4}})?(?!\w)"
)


@dataclass(frozen=True, slots=True)
class ReadDay:
    """The text without words of time, and the day until which something is wanted; None where that is not sure."""

    rest: str
    by: date | None = None


def read_day(text: str, today: date) -> ReadDay:
    """Read plain text. A day without a sign, as in kaos 17 agustus, may be an occasion: its words stay."""
    for found in _DAY.finditer(text):
        typed = next(part for part in found.groups() if part)
        try:
            by = parse_coming_day(typed, today)
        except Invalid:
            continue
        rest = f"{text[: found.start()]} {text[found.end() :]}"
        return ReadDay(_VAGUE.sub(" ", rest), by if by >= today else None)
    return ReadDay(_VAGUE.sub(" ", text))
