"""The makers' stall (/lapak)."""

from flask import Blueprint

from shop.web import frames
from shop.web.guards import guard
from shop.web.nesting import nest
from shop.web.selling.chosen import choose_first, frame, name_stall, own_frame

area = Blueprint("selling", __name__)
guard(area, choose_first)
area.context_processor(frame)
area.url_defaults(name_stall)
frames.offer("selling", "base_selling.html", own_frame)
nest(area, __path__, __name__)
