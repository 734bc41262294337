"""The open API: reading the catalogue, sending inquiries."""

from flask import Blueprint, Flask, Response, jsonify

from shop.api import problems
from shop.api.documentation import spec
from shop.api.v1 import pages as v1

area = Blueprint("api", __name__)
problems.register(area)
area.register_blueprint(v1)


@area.route("/api/<path:rest>", methods=["GET", "POST", "PUT", "PATCH", "DELETE"], localized=False)
def nothing(rest: str) -> Response:
    """No such resource, or not by this method."""
    return problems.problem(404, "not_found", f"There is nothing at /api/{rest} for this method.")


@area.after_request
def open_to_all(response: Response) -> Response:
    """Anybody's page may read the public catalogue."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Access-Control-Allow-Headers"] = "Content-Type, Idempotency-Key"
    return response


@area.get("/api/v1/openapi.json", localized=False)
def openapi() -> Response:
    """The description of the API, made from its schemas."""
    response = jsonify(spec.spec)
    response.headers["Cache-Control"] = "public, max-age=300"
    return response


def register(app: Flask) -> None:
    """Hang the API into the application."""
    app.register_blueprint(area)
