"""Pictures: photos of public products, and the picture that links to the site itself show."""

from flask import Blueprint, Response, abort

from shop.catalogue.renditions import public_rendition
from shop.platform.images import EXTENSIONS, MEDIA_TYPES
from shop.web.sharing import site_picture

pages = Blueprint("media", __name__)

_TYPES = {EXTENSIONS[format_]: media_type for format_, media_type in MEDIA_TYPES.items()}
_SHORTLY = "public, max-age=86400, s-maxage=45"


@pages.get("/media/<key>/<int:width>.<any(avif, webp, jpg):extension>", localized=False)
def show(key: str, width: int, extension: str) -> Response:
    """One file of a photo, for as long as its product is public; shared caches ask again after 45 s."""
    data = public_rendition(key, width, extension)
    if data is None:
        abort(404)
    return _picture(data, _TYPES[extension])


@pages.get("/bagikan/situs/<digest>.jpg", localized=False)
def site(digest: str) -> Response:
    """The site's own share picture."""
    data = site_picture(digest)
    if data is None:
        abort(404)
    return _picture(data, "image/jpeg")


def _picture(data: bytes, media_type: str) -> Response:
    response = Response(data, mimetype=media_type)
    response.headers["Cache-Control"] = _SHORTLY
    return response
