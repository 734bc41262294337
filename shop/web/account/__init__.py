"""A signed-in person's own pages (/akun)."""

from flask import Blueprint

from shop.web.nesting import nest

area = Blueprint("account", __name__)
nest(area, __path__, __name__)
