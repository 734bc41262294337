"""What chats and social networks show beside a link to a page of the site itself."""

import hashlib
from functools import lru_cache
from typing import Any

from flask import current_app

from shop.platform.share_picture import draw_share_picture
from shop.text.language import LANGUAGES, current_language, gettext, using
from shop.text.links import absolute

_VERSION = "1"


def site_og(title: str, description: str) -> dict[str, Any]:
    """The og dict of a page that has no picture of its own."""
    name = current_app.jinja_env.globals["shop_name"]
    digest = site_picture_digest(str(name), current_language())
    return {
        "title": title,
        "description": description,
        "image": absolute("/").removesuffix("/").removesuffix("/en") + f"/bagikan/situs/{digest}.jpg",
    }


def site_picture_digest(shop_name: str, language: str) -> str:
    """The name of the site's picture in a language; it changes with what stands on it."""
    with using(language):
        words = "\0".join((_VERSION, shop_name, *_words()))
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def site_picture(digest: str) -> bytes | None:
    """The JPEG of this name, drawn once a process; None for a name that is not of today's picture."""
    name = str(current_app.jinja_env.globals["shop_name"])
    for language in LANGUAGES:
        if site_picture_digest(name, language) == digest:
            return _drawn(name, language)
    return None


@lru_cache(maxsize=4)
def _drawn(shop_name: str, language: str) -> bytes:
    picture = current_app.extensions["assets"].content("img/brand/hero-phone.jpg")
    with using(language):
        title, subtitle = _words()
    return draw_share_picture(
        "page",
        title,
        subtitle,
        price_text=None,
        label=None,
        picture=picture,
        shop_name=shop_name.lower(),
        initials=None,
    )


def _words() -> tuple[str, str]:
    return (
        gettext("Bagus buatannya.\nJelas pembuatnya."),
        gettext("Tanya harga, lalu terima penawaran tertulis langsung dari produsen."),
    )
