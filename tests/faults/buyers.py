"""Buyers who send inquiries over the wire and, where no answer came, send the same again with the same key."""

import json
from http.client import HTTPConnection, HTTPException
from typing import Any

from tests.faults.conftest import LiveShop
from tests.processes import wait_until


def send_once(shop: LiveShop, number: int) -> dict[str, Any] | None:
    """One try; None where no answer came or the shop could not take it now."""
    body = {
        "lines": [{"product": shop.product, "quantity": 12}],
        "name": f"Pembeli {number}",
        "email": f"pembeli{number}@contoh.example",
        "message": "Berapa lama?",
    }
    headers = {
        "Content-Type": "application/json",
        "Idempotency-Key": f"kunci-{number:08}",
        "X-Forwarded-For": f"10.1.{number >> 8 & 255}.{number & 255}",
    }
    connection = HTTPConnection("127.0.0.1", shop.port, timeout=30)
    try:
        connection.request("POST", "/api/v1/inquiries", json.dumps(body), headers)
        answer = connection.getresponse()
        read = answer.read()
    except (OSError, HTTPException):
        return None
    finally:
        connection.close()
    if answer.status >= 500:
        return None
    assert answer.status == 201, read.decode()
    found: dict[str, Any] = json.loads(read)
    return found


def send_surely(shop: LiveShop, number: int) -> str:
    """Send until it is acknowledged; the number of the inquiry."""
    answer = wait_until(lambda: send_once(shop, number), 60, f"inquiry {number} is acknowledged")
    return str(answer["number"])
