"""Under which public label a training is shown, in one place for all who show it or ask whether it may be shown."""

from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import aliased

from shop.programmes.models import Programme, PublicLabel, TrainingUnit


def label_of_line(regency_code: ColumnElement[str] | Any) -> ColumnElement[int]:
    """SQL: the id of the label of the programme, else of the training unit, else of the maker's province.

    For queries that join Programme and, outer, TrainingUnit; where the label is not active nothing is shown.
    """
    own = aliased(PublicLabel)
    province = (
        select(func.min(own.id))
        .where(own.region_code == func.substr(regency_code, 1, 2), own.active.is_(True))
        .correlate_except(own)
        .scalar_subquery()
    )
    return func.coalesce(Programme.public_label_id, TrainingUnit.public_label_id, province)
