"""Load on 127.0.0.1 for a few seconds: wrk where it is there, else a small client; posts by the client alone."""

import re
import shutil
import subprocess
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException

CONNECTIONS = 8
_OK = range(200, 400)
_UNITS = {"us": 0.001, "ms": 1.0, "s": 1000.0}

Send = Callable[[HTTPConnection, int], int]


@dataclass(frozen=True)
class Rate:
    """Answers a second, the 99th of a hundred waits in milliseconds, and how many answers were errors."""

    per_second: float
    p99: float
    errors: int


def get_rate(port: int, path: str, seconds: int) -> Rate:
    """How often a page is answered to eight who ask at once."""
    if shutil.which("wrk"):
        return _wrk(f"http://127.0.0.1:{port}{path}", seconds)

    def get(connection: HTTPConnection, _number: int) -> int:
        connection.request("GET", path)
        return _status(connection)

    return client_rate(port, get, seconds)


def client_rate(port: int, send: Send, seconds: float) -> Rate:
    """The same by eight threads here; ``send`` makes one request and returns its status."""
    waits: list[float] = []
    errors: list[int] = []
    until = time.perf_counter() + seconds

    def ask(first: int) -> None:
        number = first
        while (began := time.perf_counter()) < until:
            if not _sent(port, send, number):
                errors.append(number)
            waits.append(time.perf_counter() - began)
            number += CONNECTIONS

    askers = [threading.Thread(target=ask, args=(first,)) for first in range(CONNECTIONS)]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()
    slowest = sorted(waits)[int(len(waits) * 0.99) - 1] if waits else 0.0
    return Rate(len(waits) / seconds, slowest * 1000, len(errors))


def _sent(port: int, send: Send, number: int) -> bool:
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        return send(connection, number) in _OK
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def _status(connection: HTTPConnection) -> int:
    answer = connection.getresponse()
    answer.read()
    return answer.status


def _wrk(address: str, seconds: int) -> Rate:
    command = ["wrk", "-t", "1", "-c", str(CONNECTIONS), "-d", f"{seconds}s", "--latency", address]
    said = subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE).stdout
    slowest = re.search(r"99%\s+([\d.]+)(us|ms|s)", said)
    failed = re.search(r"Non-2xx or 3xx responses: (\d+)", said)
    rate = re.search(r"Requests/sec:\s+([\d.]+)", said)
    return Rate(
        float(rate[1]) if rate else 0.0,
        float(slowest[1]) * _UNITS[slowest[2]] if slowest else 0.0,
        int(failed[1]) if failed else 0,
    )
