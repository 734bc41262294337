"""Share pictures of products and makers."""

from flask import Blueprint, Response, abort, redirect
from flask.typing import ResponseReturnValue

from shop.web.edge import cacheable
from shop.web.share_links import share_picture, shown_publicly

pages = Blueprint("sharing", __name__)


@pages.get("/bagikan/<public_id>/<digest>.jpg", localized=False)
def show(public_id: str, digest: str) -> ResponseReturnValue:
    """The picture for as long as the thing is public; an outdated name leads to the one of today."""
    shown = shown_publicly(public_id)
    if shown is None:
        abort(404)
    if shown.digest != digest:
        return redirect(shown.path)
    return cacheable(Response(share_picture(shown), mimetype="image/jpeg"))
