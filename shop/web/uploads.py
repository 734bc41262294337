"""Files that people attach: token first, then decoded, then counted and kept, also while a form is corrected."""

import json
import secrets
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from flask import request, session
from flask_wtf.file import MultipleFileField
from werkzeug.datastructures import FileStorage
from wtforms import HiddenField
from wtforms.validators import ValidationError
from wtforms.widgets import FileInput

from shop.inquiries.commands.limits import count_upload
from shop.inquiries.rules import MOST_FILES
from shop.inquiries.types import StoredFile
from shop.lib.clock import today_wib
from shop.lib.errors import Invalid
from shop.lib.file_names import shown_name
from shop.platform import signing, storage
from shop.platform.db import reading
from shop.platform.files import Attachment, inspect_attachment
from shop.text.errors import sentence
from shop.web.forms import ShopForm
from shop.web.sessions import limited_network
from shop.web.transactions import keep_despite_error

_PURPOSE = "upload"


class FilesField(MultipleFileField):
    """Files of a form, beside a hidden field ``kept`` of those that came with an earlier try.

    ``stored`` lists the good ones, once ``received`` has kept them. Where only one is taken, the newest counts.
    """

    def __init__(
        self, label: Any, *, kept: str = "kept_files", most: int = MOST_FILES, folder: str = "attachments", **more: Any
    ) -> None:
        super().__init__(label, **more)
        self.kept, self.most, self.folder = kept, most, folder
        self.widget = FileInput(multiple=most > 1)
        self.stored: tuple[StoredFile, ...] = ()
        self.checked: list[tuple[str, Attachment]] = []

    def pre_validate(self, form: Any) -> None:
        """Decode what was sent with a good token; nothing is kept yet."""
        word = form[self.kept].data
        before = unpack(word)
        self.stored = tuple(one for one in before if storage.current().exists(one.key))
        form[self.kept].data = pack(self.stored)
        chosen = [one for one in self.data or [] if isinstance(one, FileStorage) and one.filename]
        if chosen and not form.trusted:
            raise ValidationError(sentence(Invalid("files_choose_again")))
        earlier = self.stored if self.most > 1 else ()
        if len(earlier) + len(chosen) > self.most:
            raise ValidationError(sentence(Invalid("too_many_files", most=self.most)))
        refused = [text for one in chosen for text in self._decoded(one)]
        lost = bool(word) and (not before or len(before) > len(self.stored))  # too old, or from another browser
        if lost and not chosen:
            refused.append(sentence(Invalid("files_choose_again")))
        if refused:
            raise ValidationError(refused[0])

    def _decoded(self, upload: FileStorage) -> Iterator[str]:
        """Keep a good file in mind; the sentence of what is wrong with another."""
        name = upload.filename or ""
        try:
            self.checked.append((name, inspect_attachment(name, upload.read())))
        except Invalid as error:
            yield sentence(error)

    def keep(self, form: Any) -> None:
        """Put what was decoded into the storage, and its name into the hidden field."""
        new = [_stored(self.folder, name, file) for name, file in self.checked]
        self.stored = (*(self.stored if self.most > 1 else ()), *new)
        self.checked = []
        form[self.kept].data = pack(self.stored)


class KeptFilesField(HiddenField):
    """Names of files that came with an earlier try of the same form, signed."""

    def files(self) -> tuple[StoredFile, ...]:
        return unpack(self.data)


def received(form: ShopForm, about: str | None = None) -> bool:
    """Whether a posted form is well; its files are decoded while no other writer waits, then kept."""
    with reading():
        fine = form.validate()
    return keep_files(form, about) and fine


def keep_files(form: ShopForm, about: str | None = None) -> bool:
    """Keep the decoded files of a checked form, also of a refused one, so that nobody chooses them twice.

    Their bytes are counted first, by network and by the public id of what they are ``about``; whoever sent too
    many is told so beside the box.
    """
    boxes = [field for field in form if isinstance(field, FilesField) and field.checked]
    size = sum(len(file.data) for box in boxes for _name, file in box.checked)
    if not boxes:
        return True
    try:
        count_upload(size, network=limited_network(), about=about)
    except Invalid as error:
        form.refuse(Invalid(error.code, boxes[0].name, **error.params))
        return False
    finally:
        keep_despite_error()
    for box in boxes:
        box.keep(form)
    return True


def _stored(folder: str, name: str, file: Attachment) -> StoredFile:
    key = f"{folder}/{secrets.token_hex(16)}.{file.extension}"
    storage.current().put(key, file.data)
    return StoredFile(key, shown_name(name, file.extension), file.media_type, len(file.data))


def pack(files: Sequence[StoredFile]) -> str:
    """Files as one signed word for a hidden field; nothing for none."""
    if not files:
        return ""
    body = json.dumps([[one.key, one.name, one.media_type, one.size] for one in files], separators=(",", ":"))
    return f"{signing.sign(_PURPOSE, *_here(today_wib()), body)}.{body}"


def unpack(text: str | None) -> tuple[StoredFile, ...]:
    """The files of a word that we signed for this form of this browser, today or yesterday; none of any other."""
    signature, _, body = (text or "").partition(".")
    today = today_wib()
    days = (today, today - timedelta(days=1))
    if not body or not any(signing.is_signed(signature, _PURPOSE, *_here(day), body) for day in days):
        return ()
    return tuple(StoredFile(*one) for one in json.loads(body))


def _here(day: date) -> tuple[str, ...]:
    """To what a word is bound, so that nobody attaches with it elsewhere what was counted once."""
    return request.path, session.get("csrf_token", ""), day.isoformat()
