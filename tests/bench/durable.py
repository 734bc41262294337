"""Inquiries sent durably, beside a bare commit loop on a file of the same disk."""

import json
import sqlite3
import time
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from uuid import uuid4

from tests.bench.load import Rate, client_rate
from tests.bench.pages import Product
from tests.bench.shops import BenchShop


def raw_commits(folder: Path, seconds: float) -> float:
    """Commits a second of one process that adds a row and commits, with fsync, and does nothing else."""
    place = folder / "raw.sqlite3"
    place.unlink(missing_ok=True)
    with closing(sqlite3.connect(place, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("CREATE TABLE row (id INTEGER PRIMARY KEY, body TEXT)")
        commits, until = 0, time.perf_counter() + seconds
        while time.perf_counter() < until:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("INSERT INTO row (body) VALUES (?)", ("x" * 400,))
            connection.execute("COMMIT")
            commits += 1
    return commits / seconds


def inquiry_rate(shop: BenchShop, product: Product, seconds: float) -> Rate:
    """Inquiries a second from eight buyers at once, each from an address of its own, as behind a proxy."""
    run = uuid4().hex[:12]

    def send(connection: HTTPConnection, number: int) -> int:
        body = {
            "lines": [{"product": product.slug, "quantity": product.moq}],
            "name": "Pembeli Contoh",
            "email": f"{run}-{number}@contoh.example",
            "message": "Berapa harganya?",
        }
        headers = {
            "Content-Type": "application/json",
            "Idempotency-Key": f"{run}-{number}",
            "X-Forwarded-For": f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}",
        }
        connection.request("POST", "/api/v1/inquiries", json.dumps(body), headers)
        answer = connection.getresponse()
        answer.read()
        return answer.status

    return client_rate(shop.port, send, seconds)
