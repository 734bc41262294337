"""Own photos of a stall, whatever state their products are in: at own addresses that no cache keeps."""

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, Response, g, url_for

from shop.catalogue.models import Photo
from shop.catalogue.stall import own_photo
from shop.web.private_photos import private_image, private_photo

pages = Blueprint("pictures", __name__)


@pages.get("/lapak/foto/<key>/<name>", localized=False)
def show(key: str, name: str) -> Response:
    """One rendition (320.webp) or the master (master.jpg) of a photo of an own product."""
    return private_photo(own_photo(key, g.actor.scopes.keys()), name)


def own_image(photo: Photo | None) -> Mapping[str, Any] | None:
    """What the macro picture takes for an own photo; one that is still worked on shows its master."""
    return private_image(photo, lambda key, name: url_for("selling.pictures.show", key=key, name=name))
