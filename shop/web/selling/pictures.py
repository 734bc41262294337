"""Own photos of a stall, whatever state their products are in: at own addresses that no cache keeps."""

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, Response, abort, g, url_for

from shop.catalogue.models import Photo
from shop.catalogue.photos import master_name
from shop.catalogue.stall import own_photo
from shop.catalogue.types import PhotoState
from shop.platform import storage
from shop.platform.images import EXTENSIONS, MEDIA_TYPES, Format

pages = Blueprint("pictures", __name__)
_TYPES = {EXTENSIONS[name]: media_type for name, media_type in MEDIA_TYPES.items()}


@pages.get("/lapak/foto/<key>/<name>", localized=False)
def show(key: str, name: str) -> Response:
    """One rendition (320.webp) or the master (master.jpg) of a photo of an own product."""
    photo = own_photo(key, g.actor.scopes.keys())
    width, _, extension = name.partition(".")
    known = {f"{one.partition(':')[2]}.{EXTENSIONS[_format(one)]}" for one in photo.formats}
    if name not in known | {"master.jpg"}:
        abort(404)
    data = storage.current().get(master_name(photo.key) if width == "master" else f"photos/{photo.key}/{name}")
    if data is None:
        abort(404)
    response = Response(data, mimetype=_TYPES[extension])
    response.headers["Cache-Control"] = "no-store"
    return response


def _format(made: str) -> Format:
    name: Any = made.partition(":")[0]
    return name  # type: ignore[no-any-return]


def own_image(photo: Photo | None) -> Mapping[str, Any] | None:
    """What the macro picture takes for an own photo; one that is still worked on shows its master."""
    if photo is None or photo.state is PhotoState.FAILED:
        return None
    image: dict[str, Any] = {"width": photo.width, "height": photo.height, "alt": photo.alt}
    if photo.state is PhotoState.PENDING or not photo.formats:
        return {**image, "src": _address(photo, "master.jpg")}
    sizes: dict[str, list[int]] = {}
    for made in photo.formats:
        sizes.setdefault(_format(made), []).append(int(made.partition(":")[2]))
    for name, widths in sizes.items():
        addresses = [f"{_address(photo, f'{one}.{EXTENSIONS[_format(name)]}')} {one}w" for one in sorted(widths)]
        image[name] = ", ".join(addresses)
    first = next(image[name] for name in ("jpeg", "webp", "avif") if name in image)
    return {**image, "src": first.partition(" ")[0]}


def _address(photo: Photo, name: str) -> str:
    return url_for("selling.pictures.show", key=photo.key, name=name)
