"""The makers' stall (/lapak)."""

from flask import Blueprint

from shop.web.nesting import nest

area = Blueprint("selling", __name__)
nest(area, __path__, __name__)
