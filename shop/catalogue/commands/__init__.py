"""Writes of products."""

from shop.catalogue.commands.editing import copy_product, create_product, edit_product
from shop.catalogue.commands.moving import (
    close_product,
    confirm_product,
    open_product,
    pause_product,
    publish_reviewed,
    recheck_papers,
    reopen_product,
    resume_product,
    return_reviewed,
    sell_out_product,
    submit_product,
    take_back_product,
    withdraw_product,
)
from shop.catalogue.commands.sizing import set_size_chart

__all__ = [
    "close_product",
    "confirm_product",
    "copy_product",
    "create_product",
    "edit_product",
    "open_product",
    "pause_product",
    "publish_reviewed",
    "recheck_papers",
    "reopen_product",
    "resume_product",
    "return_reviewed",
    "sell_out_product",
    "set_size_chart",
    "submit_product",
    "take_back_product",
    "withdraw_product",
]
