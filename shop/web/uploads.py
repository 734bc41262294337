"""Files that people attach: decoded before the database is asked, kept while a form is corrected."""

import json
import secrets
from collections.abc import Sequence
from typing import Any

from flask_wtf.file import MultipleFileField
from werkzeug.datastructures import FileStorage
from wtforms import HiddenField
from wtforms.validators import ValidationError

from shop.inquiries.rules import MOST_FILES
from shop.inquiries.types import StoredFile
from shop.lib.errors import Invalid
from shop.lib.nik import has_nik
from shop.platform import signing, storage
from shop.platform.files import inspect_attachment
from shop.text.errors import sentence

_PURPOSE = "upload"
_LONGEST_NAME = 120


class FilesField(MultipleFileField):
    """Files of an inquiry or a message; ``stored`` lists those that were good."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.stored: tuple[StoredFile, ...] = ()

    def pre_validate(self, form: Any) -> None:
        """Decode what was sent; the good ones are kept with those of an earlier try."""
        kept = form["kept_files"]
        earlier = unpack(kept.data)
        chosen = [one for one in self.data or [] if isinstance(one, FileStorage) and one.filename]
        if len(earlier) + len(chosen) > MOST_FILES:
            raise ValidationError(sentence(Invalid("too_many_files", most=MOST_FILES)))
        try:
            self.stored = (*earlier, *(_stored(one) for one in chosen))
        except Invalid as error:
            self.stored = earlier
            raise ValidationError(sentence(error)) from None
        finally:
            kept.data = pack(self.stored)


class KeptFilesField(HiddenField):
    """Names of files that came with an earlier try of the same form, signed."""

    def files(self) -> tuple[StoredFile, ...]:
        return unpack(self.data)


def _stored(upload: FileStorage) -> StoredFile:
    good = inspect_attachment(upload.filename or "", upload.read())
    key = f"attachments/{secrets.token_hex(16)}.{good.extension}"
    storage.current().put(key, good.data)
    name = (upload.filename or "").replace("\\", "/").rpartition("/")[2][-_LONGEST_NAME:]
    if has_nik(name):  # a scanned identity card is often named by its number
        name = ""
    return StoredFile(key, name or f"berkas.{good.extension}", good.media_type, len(good.data))


def pack(files: Sequence[StoredFile]) -> str:
    """Files as one signed word for a hidden field; nothing for none."""
    if not files:
        return ""
    body = json.dumps([[one.key, one.name, one.media_type, one.size] for one in files], separators=(",", ":"))
    return f"{signing.sign(_PURPOSE, body)}.{body}"


def unpack(text: str | None) -> tuple[StoredFile, ...]:
    """The files of a word that we signed; none of any other."""
    signature, _, body = (text or "").partition(".")
    if not body or not signing.is_signed(signature, _PURPOSE, body):
        return ()
    return tuple(StoredFile(*one) for one in json.loads(body))
