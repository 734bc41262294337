"""What "public" means for a maker, in one place."""

from sqlalchemy import Case, ColumnElement, and_, case, select

from shop.consent.queries import allowed
from shop.consent.types import Purpose
from shop.platform.db import is_member
from shop.producers.models import OwnWords, Producer
from shop.producers.types import ProducerStatus


def producer_is_public() -> ColumnElement[bool]:
    """SQL condition on Producer: active, not hidden, 18 or over, with a live consent ``profile``."""
    return and_(
        is_member(Producer.status, ProducerStatus.ACTIVE),
        Producer.hidden_at.is_(None),
        Producer.is_adult,
        allowed(Producer.public_id, Purpose.PROFILE),
    )


def shown_portrait() -> Case[str | None]:
    """The key of a maker's portrait, for a query on Producer; NULL where it did not agree to have it shown."""
    return case((allowed(Producer.public_id, Purpose.PHOTO), Producer.photo_key), else_=None)


def shown_own_words() -> Case[str | None]:
    """What a person wishes to say of a disability, for a query on Producer; NULL without consent to these words."""
    words = select(OwnWords.words).where(OwnWords.producer_id == Producer.id).correlate(Producer).scalar_subquery()
    return case((allowed(Producer.public_id, Purpose.DISABILITY), words), else_=None)
