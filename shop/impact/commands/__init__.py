"""Writes over everything, one module a subject; callers need only this name."""

from shop.impact.commands.answering import close_complaint, pass_on_complaint, reply_to_complaint
from shop.impact.commands.complaining import open_complaint
from shop.impact.commands.helping import end_help_task, open_help_task

__all__ = [
    "close_complaint",
    "end_help_task",
    "open_complaint",
    "open_help_task",
    "pass_on_complaint",
    "reply_to_complaint",
]
