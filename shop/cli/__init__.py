"""Commands of ``flask --app shop``, thin: every module with a ``commands`` group or command is one."""

import importlib
import pkgutil

import click
from flask import Flask


def register(app: Flask) -> None:
    """Hang the commands into the application."""
    for module in sorted(found.name for found in pkgutil.iter_modules(__path__)):
        command = getattr(importlib.import_module(f"{__name__}.{module}"), "commands", None)
        if isinstance(command, click.Command):
            app.cli.add_command(command)
