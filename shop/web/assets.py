"""Static files under a versioned folder; CSS of an area and all scripts as one bundle each; no build step."""

import gzip
import hashlib
import mimetypes
import re
from functools import cache
from pathlib import Path

import brotli
from flask import Blueprint, Flask, Response, abort, request

_TEXT = frozenset({".css", ".js", ".svg", ".json", ".txt", ".webmanifest"})
_TYPES = {".js": "text/javascript", ".woff2": "font/woff2", ".avif": "image/avif", ".webp": "image/webp"}
_FOREVER = "public, max-age=31536000, immutable"
BASE = tuple(f"css/base/{name}.css" for name in ("tokens", "elements", "layout", "screens"))
AREAS = ("selling", "staff", "account")
SCRIPTS = "bundle/shop.js"
_COMMENTS = re.compile(r"/\*.*?\*/|^[ \t]*//[^\n]*", re.DOTALL | re.MULTILINE)


class Assets:
    """The static folder as it was at start: names, one version for all, bundles."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
        digest = hashlib.sha256()
        for name, path in self.files.items():
            digest.update(name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
        self.version = digest.hexdigest()[:10]

    def url(self, name: str) -> str:
        """The versioned address of a file; an unknown name is a mistake of ours."""
        if name not in self.files and not name.startswith("bundle/"):
            raise LookupError(f"no static file {name!r}")
        return f"/static/{self.version}/{name}"

    def bundle_url(self, area: str) -> str:
        """The address of an area's CSS: 'public' is base and all components, others add to it."""
        return self.url(f"bundle/{area}.css")

    def content(self, name: str) -> bytes | None:
        """The bytes of a file or bundle, or None."""
        if name == SCRIPTS:
            return self._scripts()
        if name.startswith("bundle/"):
            return self._bundle(name.removeprefix("bundle/").removesuffix(".css"))
        path = self.files.get(name)
        return path.read_bytes() if path else None

    def _scripts(self) -> bytes:
        """One module: each component's ``start`` under its name, then what calls them. One request instead of ten."""
        names = [name for name in self.files if name.startswith("js/components/")]
        parts = []
        for name in names:
            source = self.files[name].read_text(encoding="utf-8").replace("export function start", "function start")
            parts.append(f"{Path(name).stem}: (() => {{\n{source}return start;\n}})(),")
        whole = ["const components = {", *parts, "};", self.files["js/shop.js"].read_text(encoding="utf-8")]
        return _lean("\n".join(whole)).encode()

    def _bundle(self, area: str) -> bytes | None:
        if area == "public":
            names = [*BASE, *sorted(n for n in self.files if n.startswith("css/components/"))]
        elif area in AREAS:
            names = [n for n in self.files if n == f"css/areas/{area}.css" or n.startswith(f"css/areas/{area}/")]
        else:
            return None
        return _lean(
            "\n".join(self.files[name].read_text(encoding="utf-8") for name in names if name in self.files)
        ).encode()


def _lean(source: str) -> str:
    """A joined sheet or script without comments and indentation, which are an eighth of its compressed bytes."""
    return re.sub(r"\n\s+", "\n", _COMMENTS.sub("", source))


def register(app: Flask, folder: Path) -> Assets:
    """Serve the static folder and give templates ``asset`` and ``css_bundle_url``."""
    assets = Assets(folder)
    pages = Blueprint("assets", __name__)

    @cache
    def encoded(name: str, coding: str) -> bytes | None:
        content = assets.content(name)
        if content is None or coding == "":
            return content
        return brotli.compress(content, quality=9) if coding == "br" else gzip.compress(content, 9, mtime=0)

    @pages.get("/static/<version>/<path:name>", localized=False)
    def show(version: str, name: str) -> Response:
        suffix = Path(name).suffix
        coding = _coding() if suffix in _TEXT else ""
        content = encoded(name, coding) if name in assets.files or name.startswith("bundle/") else None
        if content is None:
            abort(404)
        response = Response(content, mimetype=_TYPES.get(suffix) or mimetypes.guess_type(name)[0])
        response.headers["Cache-Control"] = _FOREVER if version == assets.version else "public, max-age=60"
        if coding:
            response.headers["Content-Encoding"] = coding
        if suffix in _TEXT:
            response.headers["Vary"] = "Accept-Encoding"
        return response

    app.register_blueprint(pages)
    app.jinja_env.globals.update(asset=assets.url, css_bundle_url=assets.bundle_url)
    app.extensions["assets"] = assets
    return assets


def _coding() -> str:
    accepted = request.accept_encodings
    if accepted["br"] > 0 and "br" in accepted.values():
        return "br"
    return "gzip" if "gzip" in accepted.values() else ""
