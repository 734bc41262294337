"""How the page groups of an area are found: every module with a Blueprint named ``pages``."""

import importlib
import pkgutil
from collections.abc import Iterable

from flask import Blueprint


def nest(area: Blueprint, path: Iterable[str], package: str) -> None:
    """Nest ``pages`` of each module of ``package`` into ``area``, in the order of their names."""
    for name in sorted(module.name for module in pkgutil.iter_modules(path)):
        found = importlib.import_module(f"{package}.{name}")
        if hasattr(found, "pages"):
            area.register_blueprint(found.pages)
