"""Amounts in Indonesian words, as receipts want them."""

LARGEST = 10**15
TWENTY = 20

_SMALL = (
    "nol",
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
    "sepuluh",
    "sebelas",
)
_STEPS = (
    (10**12, "triliun"),
    (10**9, "miliar"),
    (10**6, "juta"),
    (1000, "ribu"),
    (100, "ratus"),
    (10, "puluh"),
)
_ONE_OF = {1000: "seribu", 100: "seratus"}


def terbilang(number: int) -> str:
    """A whole number from 0 to 10**15 in words: 8385000 is delapan juta tiga ratus delapan puluh lima ribu."""
    if not 0 <= number <= LARGEST:
        raise ValueError(f"{number} cannot be put into words")
    if number < len(_SMALL):
        return _SMALL[number]
    if number < TWENTY:
        return f"{_SMALL[number - 10]} belas"
    step, name = next(pair for pair in _STEPS if pair[0] <= number)
    count, rest = divmod(number, step)
    words = _ONE_OF[step] if count == 1 and step in _ONE_OF else f"{terbilang(count)} {name}"
    return f"{words} {terbilang(rest)}" if rest else words


def terbilang_rupiah(amount: int) -> str:
    """The same for whole rupiah, with the currency behind."""
    return f"{terbilang(amount)} rupiah"
