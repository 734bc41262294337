"""The website: public pages, sign-in and account, the makers' stall, the office."""

from pathlib import Path

from shop.web import assets, context, edge, errors
from shop.web.application import Shop
from shop.web.areas import AREAS


def register(app: Shop, *, static_folder: Path) -> None:
    """Hang every area, the edge and the assets into the application."""
    edge.register(app)
    assets.register(app, static_folder)
    context.register(app)
    errors.register(app)
    for area in AREAS:
        app.register_blueprint(area)
