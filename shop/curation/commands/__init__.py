"""Writes of curation, one module a subject; callers need only this name."""

from shop.curation.commands.collecting import (
    CollectionFacts,
    add_to_collection,
    create_collection,
    edit_collection,
    move_in_collection,
    take_from_collection,
)
from shop.curation.commands.featuring import (
    end_feature,
    feature_producer,
    move_feature,
    reorder_features,
)
from shop.curation.commands.reviewing import (
    edit_listed_product,
    note_photo_change,
    open_review,
    publish_case,
    return_case,
    submit_for_review,
    take_back_from_review,
)

__all__ = [
    "CollectionFacts",
    "add_to_collection",
    "create_collection",
    "edit_collection",
    "edit_listed_product",
    "end_feature",
    "feature_producer",
    "move_feature",
    "move_in_collection",
    "note_photo_change",
    "open_review",
    "publish_case",
    "reorder_features",
    "return_case",
    "submit_for_review",
    "take_back_from_review",
    "take_from_collection",
]
