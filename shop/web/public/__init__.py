"""Public pages, with sign-in, registration and one-time links."""

from flask import Blueprint

from shop.web.nesting import nest

area = Blueprint("public", __name__)
nest(area, __path__, __name__)
