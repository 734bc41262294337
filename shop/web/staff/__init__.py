"""The office (/dinas)."""

from flask import Blueprint

from shop.web import frames
from shop.web.guards import guard
from shop.web.nesting import nest
from shop.web.staff.desk import frame, office_first

area = Blueprint("staff", __name__)
guard(area, office_first)
area.context_processor(frame)
frames.offer("staff", "base_staff.html", frame)
nest(area, __path__, __name__)
