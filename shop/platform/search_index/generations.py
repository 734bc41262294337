"""Folders of the index: one for each rebuild, the name of the one in use in CURRENT, one lock for who writes."""

import fcntl
import os
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from shop.platform.search_index.documents import VERSION


class IndexUnavailable(Exception):
    """There is no index to search, or it cannot be read: answer without it, and have it rebuilt."""


class IndexBusy(Exception):
    """Somebody else writes to the index now: try again later."""


class Generations:
    """The folder that holds the generations."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def current(self) -> Path:
        """The generation in use; IndexUnavailable when there is none of this version."""
        try:
            name = (self.folder / "CURRENT").read_text(encoding="ascii").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise IndexUnavailable("no search index yet: rebuild it") from error
        if not name.startswith(f"v{VERSION}-") or "/" in name:
            raise IndexUnavailable("the search index is of another version: rebuild it")
        return self.folder / name

    def fresh(self) -> Path:
        """A new empty generation, not yet in use."""
        path = self.folder / f"v{VERSION}-{time.time_ns()}-{secrets.token_hex(3)}"
        path.mkdir(parents=True)
        return path

    def publish(self, path: Path) -> None:
        """Put a generation into use at once for all readers, and delete all others."""
        draft = self.folder / "CURRENT.new"
        with draft.open("w", encoding="ascii") as file:
            file.write(path.name)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self.folder / "CURRENT")
        for other in self.folder.glob("v*-*"):
            if other != path:
                shutil.rmtree(other, ignore_errors=True)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the right to write, across processes; IndexBusy when another holds it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "WRITING").open("w") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise IndexBusy("the search index is being written or rebuilt by another process") from error
            yield
