"""Photos of products that are not public: shown at addresses of an area with a guard, kept by no cache."""

from collections.abc import Callable, Mapping
from typing import Any

from flask import Response, abort

from shop.catalogue.models import Photo
from shop.catalogue.photos import master_name
from shop.catalogue.types import PhotoState
from shop.platform import storage
from shop.platform.images import EXTENSIONS, MEDIA_TYPES

_MASTER = "master.jpg"


def private_photo(photo: Photo, name: str) -> Response:
    """One rendition (320.webp) or the master of a photo; 404 for a name that it does not have."""
    if name not in {*_renditions(photo), _MASTER}:
        abort(404)
    where = master_name(photo.key) if name == _MASTER else f"photos/{photo.key}/{name}"
    data = storage.current().get(where)
    if data is None:
        abort(404)
    types = {EXTENSIONS[format_]: media_type for format_, media_type in MEDIA_TYPES.items()}
    response = Response(data, mimetype=types[name.rpartition(".")[2]])
    response.headers["Cache-Control"] = "no-store"
    return response


def private_image(photo: Photo | None, at: Callable[[str, str], str]) -> Mapping[str, Any] | None:
    """What the macro picture takes, of files ``at`` a key and a name; a photo still worked on shows its master."""
    if photo is None or photo.state is PhotoState.FAILED:
        return None

    def address(name: str) -> str:
        return at(photo.key, name)

    image: dict[str, Any] = {"width": photo.width, "height": photo.height, "alt": photo.alt, "src": address(_MASTER)}
    if photo.state is PhotoState.PENDING:
        return image
    sets: dict[str, list[str]] = {}
    for name, (format_, width) in sorted(_renditions(photo).items(), key=lambda one: one[1][1]):
        sets.setdefault(format_, []).append(f"{address(name)} {width}w")
    image |= {format_: ", ".join(entries) for format_, entries in sets.items()}
    first = next((sets[one][0] for one in ("jpeg", "webp", "avif") if one in sets), image["src"])
    return {**image, "src": first.partition(" ")[0]}


def _renditions(photo: Photo) -> dict[str, tuple[str, int]]:
    """File names with their format and width."""
    made = [entry.partition(":") for entry in photo.formats]
    extensions: Mapping[str, str] = {str(format_): extension for format_, extension in EXTENSIONS.items()}
    return {f"{width}.{extensions[format_]}": (format_, int(width)) for format_, _, width in made}
