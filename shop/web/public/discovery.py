"""What machines ask for: sitemap, robots, manifest, icon, health and figures of this process."""

from datetime import date
from hmac import compare_digest
from typing import Any

from flask import Blueprint, Response, abort, current_app, jsonify, redirect, render_template, request
from flask.typing import ResponseReturnValue

from shop.catalogue.book import book
from shop.catalogue.sitemap import producers_with_products, product_parts, products_of_part
from shop.config import Settings
from shop.curation.queries import published_collection_slugs
from shop.platform.health import look
from shop.regions.meaning import known_places
from shop.web.edge import cacheable
from shop.web.figures import figures

pages = Blueprint("discovery", __name__)

_PLAIN = ("", "/produk", "/produsen", "/program", "/cerita", "/tentang", "/bantuan", "/privasi", "/syarat")
_MORE_PLAIN = ("/aksesibilitas", "/pengaduan")
_CLOSED = ("/lapak", "/dampingan", "/dinas", "/akun", "/masuk", "/keluar", "/daftar", "/permintaan")
_HOUR = 3600


@pages.get("/sitemap.xml", localized=False)
def sitemap() -> Response:
    """The index of all parts."""
    names = ["halaman", "produsen", *(f"produk-{part}" for part in range(1, product_parts() + 1))]
    addresses = [f"{_settings().base_url}/sitemap-{name}.xml" for name in names]
    return _xml(render_template("public/discovery/sitemap.html", addresses=addresses))


@pages.get("/sitemap-<name>.xml", localized=False)
def sitemap_part(name: str) -> Response:
    """One part: every address in both languages."""
    rows = _part(name)
    if rows is None:
        abort(404)
    return _xml(render_template("public/discovery/sitemap_part.html", rows=rows, base=_settings().base_url))


def _part(name: str) -> list[tuple[str, date | None]] | None:
    if name == "halaman":
        paths = [*_PLAIN, *_MORE_PLAIN, *(f"/kategori/{slug}" for slug in book().categories)]
        return [(path, None) for path in [*paths, *(f"/koleksi/{slug}" for slug in published_collection_slugs())]]
    if name == "produsen":
        return [(f"/produsen/{slug}", day) for slug, day in producers_with_products()]
    number = name.removeprefix("produk-")
    if name == number or not (number.isascii() and number.isdecimal() and 1 <= int(number) <= product_parts()):
        return None
    return [(f"/produk/{slug}", day) for slug, day in products_of_part(int(number))]


def _xml(text: str) -> Response:
    return cacheable(Response(f'<?xml version="1.0" encoding="UTF-8"?>\n{text}', mimetype="application/xml"))


@pages.get("/robots.txt", localized=False)
def robots() -> Response:
    """What crawlers may look at: everything public."""
    closed = [f"Disallow: {prefix}{path}" for path in _CLOSED for prefix in ("", "/en")]
    lines = ["User-agent: *", *closed, "", f"Sitemap: {_settings().base_url}/sitemap.xml", ""]
    return _kept(Response("\n".join(lines), mimetype="text/plain"))


@pages.get("/site.webmanifest", localized=False)
def manifest() -> Response:
    """How the shop looks on a phone's home screen."""
    answer = jsonify(_manifest(_settings().name))
    answer.mimetype = "application/manifest+json"
    return _kept(answer)


def _manifest(name: str) -> dict[str, Any]:
    return {
        "name": name,
        "short_name": name[:12],
        "lang": "id",
        "start_url": "/",
        "scope": "/",
        "display": "minimal-ui",
        "background_color": "#ffffff",
        "theme_color": "#ffffff",
        "icons": [_icon("icon-192", 192), _icon("icon-512", 512), _icon("icon-maskable-512", 512, "maskable")],
    }


def _icon(name: str, size: int, purpose: str = "any") -> dict[str, Any]:
    address = current_app.extensions["assets"].url(f"img/brand/{name}.png")
    return {"src": address, "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}


@pages.get("/tempat.json", localized=False)
def places() -> Response:
    """What a browser offers while somebody types a place; asked for when the box is entered."""
    return _kept(jsonify(known_places()))


@pages.get("/favicon.ico", localized=False)
def favicon() -> ResponseReturnValue:
    """The icon under the name that old browsers ask for."""
    return redirect(current_app.extensions["assets"].url("img/brand/favicon.ico"))


@pages.get("/healthz", localized=False)
def alive() -> Response:
    """The process answers; nothing else is looked at."""
    return Response("ok\n", mimetype="text/plain")


@pages.get("/readyz", localized=False)
def ready() -> ResponseReturnValue:
    """Whether visitors should be sent here: the database takes writes, the disk has room, the outbox is not old."""
    health = look(_settings().instance)
    told = {name: getattr(health, name) for name in ("database", "disk", "outbox", "search", "worker")}
    return jsonify({**told, "outbox_seconds": round(health.outbox_age)}), 200 if health.ready else 503


@pages.get("/metrics", localized=False)
def metrics() -> Response:
    """Figures for Prometheus, with the token of the settings only; without a token there is no such page."""
    token = _settings().metrics_token
    given = request.headers.get("Authorization", "")
    if not token or not compare_digest(given.encode(), f"Bearer {token}".encode()):
        abort(404)
    text, media_type = figures(look(_settings().instance))
    return Response(text, content_type=media_type)


def _settings() -> Settings:
    settings: Settings = current_app.extensions["settings"]
    return settings


def _kept(response: Response) -> Response:
    response.headers["Cache-Control"] = f"public, max-age={_HOUR}"
    return response
