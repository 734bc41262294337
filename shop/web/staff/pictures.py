"""Photos of the region's products, published or not."""

from flask import Blueprint, Response

from shop.catalogue.office import office_photo
from shop.web.guards import actor
from shop.web.private_photos import private_photo

pages = Blueprint("pictures", __name__)


@pages.get("/dinas/foto/<key>/<name>", localized=False)
def show(key: str, name: str) -> Response:
    """One rendition or the master of a photo of a product in the actor's region."""
    return private_photo(office_photo(actor(), key), name)
