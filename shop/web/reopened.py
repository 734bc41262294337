"""An address that only takes what a form sends, opened again from history or by a discarded tab: on to its page."""

from collections.abc import Mapping
from typing import Any

from flask import request
from flask.globals import request_ctx
from werkzeug.exceptions import HTTPException
from werkzeug.routing import MapAdapter

_AREAS = ("lapak", "dinas", "akun", "permintaan")
_READING = ("GET", "HEAD")


def page_above() -> str | None:
    """The nearest page above the address of this request that is about the same, for who reads in such an area."""
    adapter = request_ctx.url_adapter
    parts = request.path.strip("/").split("/")
    root = 2 if parts[0] == "en" else 1
    area = parts[root - 1] if len(parts) > root else ""
    if adapter is None or request.method not in _READING or area not in _AREAS:
        return None
    named = _named(adapter, request.path, "POST") or {}
    for end in range(len(parts) - 1, root - 1, -1):
        path = "/" + "/".join(parts[:end])
        names = _named(adapter, path, "GET")
        if names is not None and set(names.values()) <= set(named.values()):  # /permintaan/ubah is no secret link
            return request.script_root + path
    return None


def _named(adapter: MapAdapter, path: str, method: str) -> Mapping[str, Any] | None:
    """What an address names: the ids and words in it; None where it is no address."""
    try:
        return adapter.match(path, method=method)[1]
    except HTTPException:
        return None
