"""The worker: handlers of what the outbox tells, and the clocks."""

from flask import Flask


def register(app: Flask) -> None:
    """Make the handlers known."""
