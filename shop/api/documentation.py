"""OpenAPI made from the schemas by spectree; a request that does not fit them is a problem."""

from typing import Any

from flask import Request, Response, abort
from spectree import SpecTree

from shop.api.problems import problem


def _refuse(request: Request, response: Response | None, error: Any, _instance: Any, _adapter: Any) -> None:
    """Turn what the schemas refuse into one problem that names every field."""
    if request.method == "POST" and not request.is_json:
        abort(problem(415, "not_json", "Send the body as application/json."))
    if error is None or response is None:
        return
    faults = [
        {"field": ".".join(str(part) for part in fault["loc"]), "detail": fault["msg"]} for fault in error.errors()
    ]
    abort(problem(422, "invalid", "; ".join(f"{one['field']}: {one['detail']}" for one in faults), errors=faults))


spec = SpecTree(
    "flask",
    title="Lapakarya",
    version="v1",
    description="Products, makers and public labels of the marketplace; sending of inquiries. Prices are whole rupiah.",
    path="api/v1/openapi",
    page_templates={},
    mode="strict",
    before=_refuse,
    annotations=True,
    naming_strategy=lambda model: model.__name__,
)
