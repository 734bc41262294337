"""Errors of the API: problem+json (RFC 9457) with one clear sentence each."""

from http import HTTPStatus
from typing import Any

import structlog
from flask import Blueprint, Response, json
from werkzeug.exceptions import HTTPException

from shop.lib.errors import Conflict, Forbidden, Invalid, NotFound, ShopError, WrongState
from shop.platform.db import Unavailable, db
from shop.text.errors import sentence

log = structlog.get_logger(__name__)
_STATUS: dict[type[ShopError], int] = {NotFound: 404, Forbidden: 404, WrongState: 409, Conflict: 409, Invalid: 422}


def problem(status: int, code: str, detail: str, **more: Any) -> Response:
    """One problem; ``code`` is stable for programs, ``detail`` is for people."""
    body = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "code": code, "detail": detail}
    return Response(json.dumps(body | more), status=status, mimetype="application/problem+json")


def register(area: Blueprint) -> None:
    """Answer every error inside the API as a problem."""

    @area.errorhandler(ShopError)
    def refused(error: ShopError) -> Response:
        return problem(_STATUS.get(type(error), 422), error.code, sentence(error), field=error.field)

    @area.errorhandler(HTTPException)
    def http(error: HTTPException) -> Response:
        if error.response is not None:
            answer = error.get_response()
            return Response(answer.get_data(), answer.status, answer.headers)
        return problem(error.code or 500, error.name.lower().replace(" ", "_"), error.description or error.name)

    @area.errorhandler(Unavailable)
    def busy(_error: Unavailable) -> Response:
        db.session.rollback()
        return problem(503, "busy", "The shop is busy; try again in a moment.")

    @area.errorhandler(Exception)
    def unexpected(error: Exception) -> Response:
        db.session.rollback()
        log.error("unexpected_error", area="api", error=type(error).__name__, exc_info=error)
        return problem(500, "unexpected", "Something went wrong on our side.")
