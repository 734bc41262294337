"""Where photos and files are kept: one small interface over a local folder or an S3 bucket."""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import obstore
from obstore.exceptions import NotFoundError
from obstore.store import LocalStore, ObjectStore, S3Store

_KEY = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)*", re.ASCII)
_LONGEST_KEY = 200
_NOT_THERE = (FileNotFoundError, NotFoundError)  # the folder raises the first, S3 either


class Storage:
    """Bytes under keys that the caller made up at random, such as ``photos/ab/abc123/320.webp``.

    A key is words of letters, digits, ``.``, ``_`` and ``-`` joined by ``/``; anything else is a ValueError.
    A file appears whole or not at all: a reader never sees half of one.
    """

    def __init__(self, url: str, options: Mapping[str, Any] | None = None) -> None:
        """Open ``file:///folder``, a plain path or ``s3://bucket/prefix`` (keys from AWS_* or `options`)."""
        self._store = _open(url, options or {})

    def put(self, key: str, data: bytes, *, durable: bool = True) -> None:
        """Keep `data` under `key`, replacing what was there.

        What can be made again (renditions) may pass ``durable=False``, which saves two disk flushes in a folder.
        """
        obstore.put(self._store, _checked(key), data, use_multipart=False)
        if durable and isinstance(self._store, LocalStore) and self._store.prefix is not None:
            _flush(self._store.prefix / key)

    def get(self, key: str) -> bytes | None:
        """What is kept under `key`, or None."""
        try:
            return bytes(obstore.get(self._store, _checked(key)).bytes())
        except _NOT_THERE:
            return None

    def exists(self, key: str) -> bool:
        """Whether something is kept under `key`."""
        try:
            obstore.head(self._store, _checked(key))
        except _NOT_THERE:
            return False
        return True

    def delete(self, key: str) -> None:
        """Forget `key`; forgetting what is not there is no error."""
        self._forget(_checked(key))

    def delete_prefix(self, prefix: str) -> None:
        """Forget everything in the folder `prefix`, and only there: ``a/b`` leaves ``a/bc`` alone."""
        folder = _checked(prefix.removesuffix("/"))
        for path in [item["path"] for batch in obstore.list(self._store, folder) for item in batch]:
            self._forget(path)

    def listed(self, folder: str) -> Iterator[tuple[str, datetime]]:
        """Every key in a folder with the moment at which it was kept."""
        for batch in obstore.list(self._store, _checked(folder)):
            for item in batch:
                yield item["path"], item["last_modified"]

    def _forget(self, path: str) -> None:
        try:
            obstore.delete(self._store, path)
        except _NOT_THERE:  # or another process was faster
            return


def _flush(path: Path) -> None:
    """Wait until the file and the folder entries that lead to it are on the disk."""
    for place in (path, path.parent, path.parent.parent):
        handle = os.open(place, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _checked(key: str) -> str:
    if len(key) > _LONGEST_KEY or not _KEY.fullmatch(key):
        raise ValueError("not a storage key")
    return key


def _open(url: str, options: Mapping[str, Any]) -> ObjectStore:
    parts = urlsplit(url)
    if parts.scheme == "s3":
        if not parts.netloc:
            raise ValueError("an s3 address names a bucket: s3://bucket/prefix")
        return S3Store(parts.netloc, prefix=parts.path.strip("/") or None, **options)
    if parts.scheme in ("file", "folder"):
        return _folder(unquote(parts.path))
    if "://" in url or not url:
        raise ValueError("storage is a folder, file:///folder or s3://bucket/prefix")
    return _folder(url)


def _folder(path: str) -> LocalStore:
    return LocalStore(Path(path).resolve(), automatic_cleanup=True, mkdir=True)


@dataclass
class _Configured:
    storage: Storage | None = None


_configured = _Configured()


def configure(url: str, options: Mapping[str, Any] | None = None) -> Storage:
    """Choose the storage of this process; called once by whoever starts it (site, worker, command, test)."""
    _configured.storage = Storage(url, options)
    return _configured.storage


def current() -> Storage:
    """The storage of this process."""
    if _configured.storage is None:
        raise RuntimeError("storage.configure(url) was not called")
    return _configured.storage
