"""What every request meets at the edge: refusals of broken input, language, security headers, compression."""

import gzip
import json
import re
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import unquote_to_bytes

import brotli
from flask import Response, abort, g, request

from shop.text.language import set_language
from shop.web.application import Shop

_CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; "
    "frame-ancestors 'none'"
)
_CSP_OF_FILES = "default-src 'none'; sandbox"  # what people attached runs nothing, wherever it is opened
_HEADERS = {
    "Content-Security-Policy": _CSP,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
_REFERRER_OF_SECRETS = "strict-origin"  # their address is a key: requests from them name the site only
_BROKEN = re.compile("[\0\ufffd\ud800-\udfff]")
_MOST_TEXT = 2 * 1024 * 1024  # of a body without files
REPEATABLE = frozenset({"kategori", "jenis", "provinsi", "kabkota", "category", "kind", "province", "regency", "label"})


def register(app: Shop) -> None:
    """Hook the edge into every request."""
    app.before_request(_refuse_broken)
    app.url_value_preprocessor(_take_language)
    app.url_defaults(app.language_default)
    app.after_request(_finish(app))
    app.teardown_request(_let_uploads_go)


def _refuse_broken() -> None:
    """400 for bytes that no honest browser sends: NUL, broken UTF-8, a second value where one is meant."""
    if request.mimetype != "multipart/form-data":
        request.max_content_length = _MOST_TEXT
    try:
        texts = [request.path, unquote_to_bytes(request.query_string).decode(), *_sent()]
    except (UnicodeDecodeError, RecursionError):
        abort(400)
    if any(_BROKEN.search(text) for text in texts):
        abort(400)
    for name, values in request.args.lists():
        if len(values) > 1 and name not in REPEATABLE:
            abort(400)


def _sent() -> Iterator[str]:
    """Every text of the body, in whichever of our forms it came."""
    if request.mimetype == "application/x-www-form-urlencoded":
        yield unquote_to_bytes(request.get_data()).decode()
    elif request.mimetype == "multipart/form-data":
        for name, text in request.form.items(multi=True):
            yield from (name, text)
        for name, upload in request.files.items(multi=True):
            yield from (name, upload.filename or "")
    elif request.is_json and request.get_data():
        yield from _json_texts(request.get_data())


def _json_texts(body: bytes) -> Iterator[str]:
    """Names and texts of a JSON body; 400 for one that cannot be read."""
    try:
        waiting: list[Any] = [json.loads(body, object_pairs_hook=_each_once)]
    except ValueError:
        abort(400)
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, dict):
            waiting += [*one.keys(), *one.values()]
        elif isinstance(one, list):
            waiting += one


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len({name for name, _value in pairs}) < len(pairs):
        abort(400)
    return dict(pairs)


def _let_uploads_go(_error: BaseException | None) -> None:
    """Close the temporary files of uploads now, not when somebody tidies memory."""
    request.close()


def _take_language(_endpoint: str | None, values: dict[str, str] | None) -> None:
    language = (values or {}).pop("lang", None)
    if language is None:
        language = "en" if request.path == "/en" or request.path.startswith("/en/") else "id"
    g.lang = language
    set_language(language)


def cacheable(response: Response, seconds: int = 30) -> Response:
    """Let shared caches keep a public page shortly: with what may be stale at most 45 s in all."""
    response.headers["Cache-Control"] = f"public, max-age=0, s-maxage={seconds}, stale-while-revalidate={45 - seconds}"
    response.headers["Vary"] = "Accept-Encoding"
    return response


def _finish(app: Shop) -> Callable[[Response], Response]:
    https = app.shop_settings.is_https

    def finish(response: Response) -> Response:
        if response.headers.get("Content-Disposition", "").startswith("attachment"):
            response.headers["Content-Security-Policy"] = _CSP_OF_FILES
        if "token" in (request.view_args or {}):
            response.headers.setdefault("Referrer-Policy", _REFERRER_OF_SECRETS)
        for name, value in _HEADERS.items():
            response.headers.setdefault(name, value)
        if https:
            response.headers.setdefault("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
        if "Cache-Control" not in response.headers:
            response.headers["Cache-Control"] = "no-store"
        elif "public" in response.headers["Cache-Control"]:
            _compress(response)
        return response

    return finish


def _compress(response: Response) -> None:
    """Compress public text; never pages with tokens, whose length must not speak."""
    text = (response.mimetype or "").startswith("text/") or response.mimetype in ("application/json", "application/xml")
    if not text or response.direct_passthrough or "Content-Encoding" in response.headers:
        return
    accepted = request.accept_encodings.values()
    if "br" in accepted:
        response.data = brotli.compress(response.data, quality=4)
        response.headers["Content-Encoding"] = "br"
    elif "gzip" in accepted:
        response.data = gzip.compress(response.data, 5)
        response.headers["Content-Encoding"] = "gzip"
