"""Files are kept whole, found by their key only, and forgotten when asked."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from shop.platform import storage
from shop.platform.storage import Storage


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "media"


@pytest.fixture
def store(folder: Path) -> Storage:
    return Storage(f"file://{folder}")


def test_what_was_put_is_got_back(store: Storage) -> None:
    store.put("photos/ab12/master.jpg", b"bytes")
    assert store.get("photos/ab12/master.jpg") == b"bytes"
    assert store.exists("photos/ab12/master.jpg")


def test_a_second_put_replaces_the_first(store: Storage) -> None:
    store.put("a/b", b"first")
    store.put("a/b", b"second", durable=False)
    assert store.get("a/b") == b"second"


def test_what_is_not_there_is_none_and_may_be_deleted(store: Storage) -> None:
    assert store.get("nothing") is None
    assert not store.exists("nothing")
    store.delete("nothing")
    store.delete_prefix("nothing")


def test_a_deleted_file_is_gone_with_its_empty_folder(store: Storage, folder: Path) -> None:
    store.put("photos/one/master.jpg", b"x")
    store.delete("photos/one/master.jpg")
    assert store.get("photos/one/master.jpg") is None
    assert list(folder.rglob("*")) == []


def test_a_prefix_is_a_folder_and_never_part_of_a_name(store: Storage) -> None:
    for key in ("photos/ab/1.jpg", "photos/ab/deep/2.jpg", "photos/abc/3.jpg"):
        store.put(key, b"x")
    store.delete_prefix("photos/ab/")
    assert [store.exists(key) for key in ("photos/ab/1.jpg", "photos/ab/deep/2.jpg", "photos/abc/3.jpg")] == [
        False,
        False,
        True,
    ]


@pytest.mark.parametrize(
    "key",
    ["", "/etc", "../up", "a/../b", "a/..", "a//b", "a/", ".x", "a/.b", "a\\b", "a b", "a\0b", "ä", "a\n", "x" * 201],
)
def test_a_key_that_is_no_plain_name_is_refused(store: Storage, key: str) -> None:
    for use in (store.get, store.exists, store.delete, lambda bad: store.put(bad, b"")):
        with pytest.raises(ValueError, match="not a storage key"):
            use(key)


def test_the_whole_storage_cannot_be_deleted_by_an_empty_prefix(store: Storage) -> None:
    with pytest.raises(ValueError, match="not a storage key"):
        store.delete_prefix("")


def test_a_reader_never_sees_half_a_file(store: Storage) -> None:
    sizes = {b"a" * 400_000, b"b" * 500_000}
    store.put("file", b"a" * 400_000)
    done = threading.Event()

    def write() -> None:
        for number in range(60):
            store.put("file", (b"a" * 400_000, b"b" * 500_000)[number % 2], durable=False)
        done.set()

    writer = threading.Thread(target=write)
    writer.start()
    while not done.is_set():
        assert store.get("file") in sizes
    writer.join()


def test_a_plain_path_and_a_folder_address_open_the_same_place(store: Storage, folder: Path) -> None:
    store.put("a", b"x")
    assert Storage(str(folder)).get("a") == b"x"
    assert Storage(f"folder://{folder}").get("a") == b"x"


def test_a_space_in_a_folder_address_is_read(tmp_path: Path) -> None:
    Storage(f"file://{tmp_path}/two%20words").put("a", b"x")
    assert (tmp_path / "two words" / "a").read_bytes() == b"x"


@pytest.mark.parametrize("url", ["", "ftp://host/x", "s3://", "https://host/bucket"])
def test_another_kind_of_address_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="s3://bucket/prefix"):
        Storage(url)


def test_a_process_has_one_storage(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storage, "_configured", storage._Configured())
    with pytest.raises(RuntimeError):
        storage.current()
    chosen = storage.configure(str(folder))
    assert storage.current() is chosen


class _Bucket(BaseHTTPRequestHandler):
    """As much of S3 as the storage uses: whole objects in one bucket."""

    objects: dict[str, bytes]

    def _answer(self, status: int, body: bytes = b"") -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("ETag", '"1"')
        self.send_header("Last-Modified", "Sat, 21 Nov 2026 00:00:00 GMT")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def do_PUT(self) -> None:
        self.objects[urlsplit(self.path).path] = self.rfile.read(int(self.headers["Content-Length"]))
        self._answer(200)

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        if "list-type" in parse_qs(address.query):
            prefix = parse_qs(address.query)["prefix"][0]
            names = [name.removeprefix("/bucket/") for name in self.objects]
            items = "".join(
                f"<Contents><Key>{name}</Key><LastModified>2026-11-21T00:00:00.000Z</LastModified>"
                f'<ETag>"1"</ETag><Size>1</Size></Contents>'
                for name in names
                if name.startswith(prefix)
            )
            self._answer(200, f"<ListBucketResult>{items}</ListBucketResult>".encode())
        elif address.path in self.objects:
            self._answer(200, self.objects[address.path])
        else:
            self._answer(404)

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_DELETE(self) -> None:
        self.objects.pop(urlsplit(self.path).path, None)
        self._answer(204)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        deleted = [part.partition("</Key>")[0] for part in body.split("<Key>")[1:]]
        for name in deleted:
            self.objects.pop(f"/bucket/{name}", None)
        items = "".join(f"<Deleted><Key>{name}</Key></Deleted>" for name in deleted)
        self._answer(200, f"<DeleteResult>{items}</DeleteResult>".encode())

    def log_message(self, *args: object) -> None:
        """Say nothing."""


def test_a_bucket_keeps_files_like_a_folder() -> None:
    handler = type("Bucket", (_Bucket,), {"objects": {}})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        options = {
            "endpoint": f"http://127.0.0.1:{server.server_port}",
            "access_key_id": "key",
            "secret_access_key": "secret",
            "region": "local",
            "client_options": {"allow_http": True},
        }
        store = Storage("s3://bucket/shop", options)
        store.put("photos/a/1.jpg", b"one")
        store.put("photos/ab/2.jpg", b"two")
        assert (store.get("photos/a/1.jpg"), store.get("photos/none")) == (b"one", None)
        assert list(handler.objects) == ["/bucket/shop/photos/a/1.jpg", "/bucket/shop/photos/ab/2.jpg"]
        store.delete_prefix("photos/a")
        assert [store.exists(key) for key in ("photos/a/1.jpg", "photos/ab/2.jpg")] == [False, True]
        store.delete("photos/ab/2.jpg")
        assert handler.objects == {}
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
