"""Names of files that people attach, as they are stored and handed out."""

from shop.lib.nik import has_nik
from shop.lib.typed import one_line

LONGEST = 100
_NAMELESS = "berkas"


def shown_name(given: str, extension: str) -> str:
    """The sender's own name without folders, nothing unseen, no number of a person, and with the true ending."""
    name = one_line(given.replace("\\", "/").rpartition("/")[2])
    stem = (name.rpartition(".")[0] if "." in name else name).strip(". ")
    if has_nik(stem):  # a scanned identity card is often named by its number
        stem = ""
    return f"{stem[: LONGEST - len(extension) - 1].strip() or _NAMELESS}.{extension}"
