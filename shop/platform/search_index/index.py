"""The index of a folder: one side that searches and follows every change, one side that writes."""

import threading
import time
from collections.abc import Callable, Iterable
from os import stat_result
from pathlib import Path
from typing import Final, TypeAlias

import tantivy

from shop.platform.search_index.documents import SCHEMA, Document, prepare, stored
from shop.platform.search_index.generations import Generations, IndexBusy, IndexUnavailable
from shop.platform.search_index.queries import Query
from shop.platform.search_index.searching import Result, Snapshot

_LOOK_AGAIN: Final = 1.0
_BATCH_MEMORY: Final = 32_000_000
_REBUILD_MEMORY: Final = 128_000_000
_PROGRESS_EVERY: Final = 1_000
_BROKEN: Final = (ValueError, OSError, RuntimeError)

_Seen: TypeAlias = tuple[int, int, int]


class SearchIndex:
    """Searches and writes the newest generation in `folder`."""

    def __init__(self, folder: Path, *, clock: Callable[[], float] = time.monotonic) -> None:
        self.folder = folder
        self._generations = Generations(folder)
        self._clock = clock
        self._looking = threading.Lock()
        self._looked_at = float("-inf")
        self._opened: tuple[Path, tantivy.Index, _Seen] | None = None
        self._snapshot: Snapshot | None = None
        self._writing = threading.Lock()
        self._writer: tuple[Path, tantivy.IndexWriter] | None = None

    def reader(self) -> Snapshot:
        """The newest state, looked for at most once a second; IndexUnavailable when there is none."""
        snapshot = self._snapshot
        if snapshot is not None and self._clock() - self._looked_at < _LOOK_AGAIN:
            return snapshot
        with self._looking:
            return self._look()

    def search(self, query: Query) -> Result:
        return self.reader().search(query)

    def refresh(self) -> None:
        """Let the next search look for changes at once."""
        self._looked_at = float("-inf")

    def write(self, upserts: Iterable[Document], deletes: Iterable[int] = ()) -> None:
        """Put documents in or replace them, take others out, in one commit; IndexBusy or IndexUnavailable."""
        with self._writing, self._generations.writing():
            writer = self._writer_of(self._generations.current())
            try:
                for document_id in deletes:
                    writer.delete_documents_by_term("id", document_id)
                for document in upserts:
                    writer.delete_documents_by_term("id", document.id)
                    writer.add_document(stored(document))
                writer.commit()
            except BaseException:
                self._writer = None
                raise

    def rebuild(self, documents: Iterable[Document], progress: Callable[[int], None] | None = None) -> int:
        """Write all documents into a new generation, put it into use, delete the old ones; answers how many."""
        with self._writing, self._generations.writing():
            path = self._generations.fresh()
            index = prepare(tantivy.Index(SCHEMA, path=str(path)))
            writer = index.writer(heap_size=_REBUILD_MEMORY, num_threads=2)
            count = 0
            for count, document in enumerate(documents, start=1):
                writer.add_document(stored(document))
                if progress is not None and count % _PROGRESS_EVERY == 0:
                    progress(count)
            writer.commit()
            writer.wait_merging_threads()
            self._writer = None
            self._generations.publish(path)
        if progress is not None:
            progress(count)
        self.refresh()
        return count

    def close(self) -> None:
        """Give up the right to write and let running merges end."""
        with self._writing:
            if self._writer is not None:
                self._writer[1].wait_merging_threads()
                self._writer = None

    def _writer_of(self, path: Path) -> tantivy.IndexWriter:
        if self._writer is not None and self._writer[0] == path:
            return self._writer[1]
        self._writer = None
        try:
            index = prepare(tantivy.Index.open(str(path)))
            writer = index.writer(heap_size=_BATCH_MEMORY, num_threads=1)
        except _BROKEN as error:
            if "LockBusy" in str(error):
                raise IndexBusy("another process holds the search index open for writing") from error
            raise IndexUnavailable("the search index cannot be opened") from error
        self._writer = (path, writer)
        return writer

    def _look(self) -> Snapshot:
        try:
            snapshot = self._follow_twice()
        except (IndexUnavailable, *_BROKEN) as error:
            self._opened, self._snapshot = None, None
            raise IndexUnavailable(str(error)) from error
        self._looked_at = self._clock()
        return snapshot

    def _follow_twice(self) -> Snapshot:
        """A rebuild may delete a generation just when it is being opened; then CURRENT names another one already."""
        try:
            return self._follow()
        except _BROKEN:
            return self._follow()

    def _follow(self) -> Snapshot:
        """Open the generation in use, or reload it, when it is not what was seen last."""
        path = self._generations.current()
        seen = _seen((path / "meta.json").stat())
        if self._snapshot is not None and self._opened is not None and self._opened[::2] == (path, seen):
            return self._snapshot
        if self._opened is not None and self._opened[0] == path:
            index = self._opened[1]
        else:
            index = prepare(tantivy.Index.open(str(path)))
            index.config_reader("manual")
        index.reload()
        self._opened = (path, index, seen)
        self._snapshot = Snapshot(index.searcher())
        return self._snapshot


def _seen(facts: stat_result) -> _Seen:
    return facts.st_mtime_ns, facts.st_size, facts.st_ino
