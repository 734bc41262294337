"""A file that somebody attached, handed out to be kept and not run: one answer for buyers and makers."""

import unicodedata
from urllib.parse import quote

from flask import Response

from shop.inquiries.models import Attachment
from shop.lib.errors import NotFound
from shop.lib.typed import one_line
from shop.platform import storage

_PLAIN = "!#$&+-.^_`|~"  # what stands in a name of RFC 5987 as it is


def attachment_response(found: Attachment) -> Response:
    """The file as a download under its own name; raises NotFound where the storage no longer has it."""
    data = storage.current().get(found.key)
    if data is None:
        raise NotFound("file_unknown")
    response = Response(data, mimetype=found.media_type)
    response.headers.set("Content-Disposition", "attachment", **_names(found.name))
    return response


def _names(name: str) -> dict[str, str]:
    """A name in ASCII for every browser, and in full where that is not all of it."""
    name = one_line(name)
    ascii_only = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    if ascii_only == name:
        return {"filename": name}
    stem, dot, ending = ascii_only.rpartition(".")
    plain = " ".join(stem.split()) or "berkas"
    return {"filename": f"{plain}{dot}{ending}", "filename*": f"UTF-8''{quote(name, safe=_PLAIN)}"}
