"""An address that only takes what a form sends, opened again from history or by a discarded tab: on to its page."""

from flask import request
from flask.globals import request_ctx
from werkzeug.exceptions import HTTPException

_AREAS = ("lapak", "dinas", "akun")
_READING = ("GET", "HEAD")


def page_above() -> str | None:
    """The nearest page above the address of this request, for who reads in an area behind the sign-in."""
    adapter = request_ctx.url_adapter
    parts = request.path.strip("/").split("/")
    root = 2 if parts[0] == "en" else 1
    area = parts[root - 1] if len(parts) > root else ""
    if adapter is None or request.method not in _READING or area not in _AREAS:
        return None
    for end in range(len(parts) - 1, root - 1, -1):
        path = "/" + "/".join(parts[:end])
        try:
            adapter.match(path, method="GET")
        except HTTPException:
            continue
        return request.script_root + path
    return None
