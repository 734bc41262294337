"""Writes of products."""

from shop.catalogue.commands.editing import copy_product, create_product, edit_product, facts_of
from shop.catalogue.commands.moving import (
    confirm_product,
    pause_product,
    publish_reviewed,
    recheck_papers,
    reopen_product,
    resume_product,
    return_reviewed,
    set_availability,
    submit_product,
    take_back_product,
    withdraw_product,
)
from shop.catalogue.commands.sizing import SizeChart, chart_faults, set_size_chart, size_chart_of

__all__ = [
    "SizeChart",
    "chart_faults",
    "confirm_product",
    "copy_product",
    "create_product",
    "edit_product",
    "facts_of",
    "pause_product",
    "publish_reviewed",
    "recheck_papers",
    "reopen_product",
    "resume_product",
    "return_reviewed",
    "set_availability",
    "set_size_chart",
    "size_chart_of",
    "submit_product",
    "take_back_product",
    "withdraw_product",
]
