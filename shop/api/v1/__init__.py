"""Version 1 of the API."""

import importlib
import pkgutil

from flask import Blueprint

pages = Blueprint("v1", __name__, url_prefix="/api/v1")
for _module in sorted(module.name for module in pkgutil.iter_modules(__path__)):
    _found = importlib.import_module(f"{__name__}.{_module}")
    if hasattr(_found, "pages"):
        pages.register_blueprint(_found.pages)
