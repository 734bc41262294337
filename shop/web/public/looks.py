"""Looks at products, told by the pages themselves so that reading a page writes nothing."""

import re

from flask import Blueprint, Response, abort, request
from flask.typing import ResponseReturnValue

from shop.catalogue.commands.looks import add_looks
from shop.catalogue.looks import Looks
from shop.lib.clock import today_wib
from shop.lib.ids import CROCKFORD, PUBLIC_ID_LENGTH

pages = Blueprint("looks", __name__)
looks = Looks()

_PUBLIC_ID = re.compile(f"[{CROCKFORD.lower()}]{{{PUBLIC_ID_LENGTH}}}")


@pages.post("/lihat/<public_id>", localized=False)
def create(public_id: str) -> ResponseReturnValue:
    """Count one look; now and then what was counted is written."""
    if not _PUBLIC_ID.fullmatch(public_id) or request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
        abort(404)
    looks.add(public_id, today_wib())
    add_looks(looks.take())
    return Response(status=204, mimetype="text/plain")


create.takes_no_form = True  # type: ignore[attr-defined]
