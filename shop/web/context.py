"""What every template knows without being told: names, languages, addresses, who is signed in."""

from time import monotonic
from typing import Any
from urllib.parse import quote, urlencode
from weakref import WeakKeyDictionary

from flask import g, request
from flask_wtf.csrf import generate_csrf

from shop.lib.phone import format_phone
from shop.platform.db import Unavailable, db
from shop.platform.marks import mark
from shop.text import formats
from shop.text.language import gettext, ngettext
from shop.text.references import unbroken
from shop.web.application import Shop
from shop.web.kept import KeptAddresses, KeptPieces

_DEMO_SECONDS = 30.0
_PATH_SIGNS = "/:@!$&'()*+,;=~"


def register(app: Shop) -> None:
    """Give templates their globals, filters and the page's own addresses."""
    app.jinja_env.globals.update(_=gettext, gettext=gettext, ngettext=ngettext, shop_name=app.shop_settings.name)
    addresses = KeptAddresses(app.url_for, app.url_default_functions)
    app.jinja_env.globals.update(csrf_token=generate_csrf, url_for=addresses, piece=KeptPieces())
    for name in ("rupiah", "number", "percent", "date_long", "date_short", "datetime_wib", "ago", "join_words"):
        app.jinja_env.filters[name] = getattr(formats, name)
    app.jinja_env.filters.update(phone=format_phone, unbroken=unbroken)
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    demo = _DemoMark()

    @app.context_processor
    def page() -> dict[str, Any]:
        return {
            **_addresses(app.shop_settings.base_url),
            "lang": g.get("lang", "id"),
            "demo_mark": demo.read(),
            "actor": g.get("actor"),
            "current_endpoint": request.endpoint or "",
            "robots": None,
            "og": None,
            "jsonld": [],
        }


class _DemoMark:
    """Whether the database holds the example shop; asked at most every half minute."""

    def __init__(self) -> None:
        self.kept: WeakKeyDictionary[Any, tuple[float, bool]] = WeakKeyDictionary()

    def read(self) -> bool:
        read_at, value = self.kept.get(db.engine, (-_DEMO_SECONDS, False))
        if monotonic() - read_at > _DEMO_SECONDS:
            try:
                value = mark("demo") is not None
                self.kept[db.engine] = (monotonic(), value)
            except Unavailable:
                db.session.rollback()
        return value


def is_demo() -> bool:
    """Whether the running transaction sees the mark of the example shop."""
    return mark("demo") is not None


def _local(path: str) -> str:
    """A path that a browser reads as one of this site: one slash first, nothing that it would take for another."""
    return "/" + quote(path, safe=_PATH_SIGNS).lstrip("/")


def _addresses(base_url: str) -> dict[str, Any]:
    path = request.path
    english = path == "/en" or path.startswith("/en/")
    plain = _local(path.removeprefix("/en") if english else path)
    foreign = "/en" if plain == "/" else f"/en{plain}"
    query = f"?{urlencode(list(request.args.items(multi=True)))}" if request.args else ""
    return {
        "canonical_url": base_url + (foreign if english else plain),
        "alternate_urls": {"id": base_url + plain, "en": base_url + foreign},
        "other_lang_url": (plain if english else foreign) + (query if request.method == "GET" else ""),
    }
