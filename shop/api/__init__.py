"""The open API."""

from flask import Flask


def register(app: Flask) -> None:
    """Hang the API into the application."""
