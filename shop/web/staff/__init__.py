"""The office (/dinas)."""

from flask import Blueprint

from shop.web.nesting import nest

area = Blueprint("staff", __name__)
nest(area, __path__, __name__)
