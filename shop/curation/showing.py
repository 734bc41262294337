"""Collections and stories as everybody sees them."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from shop.catalogue.cards import Picture, ProductCard, cards, public_cards_query
from shop.catalogue.models import Photo, Product
from shop.catalogue.types import PhotoState
from shop.catalogue.visibility import product_is_public
from shop.consent.queries import allowed
from shop.consent.types import Purpose
from shop.curation.models import Collection, CollectionItem
from shop.lib.pages import Page, decode_cursor, encode_cursor
from shop.platform.db import db
from shop.producers.models import Producer, Story
from shop.producers.types import StoryState
from shop.producers.visibility import producer_is_public

STORIES = 12
_MOST = 60


@dataclass(frozen=True, slots=True)
class StoryShown:
    """A maker's story in a list; `told_by` only where the maker agreed to be named."""

    story: Story
    producer: Producer
    told_by: str
    picture: Picture | None


def public_collection(slug: str) -> tuple[Collection, Sequence[ProductCard]] | None:
    """A published collection with its public products in its order, or None; two SELECTs."""
    found = db.session.scalar(select(Collection).where(Collection.slug == slug, Collection.published))
    if found is None:
        return None
    items = (
        public_cards_query()
        .join(CollectionItem, CollectionItem.product_id == Product.id)
        .where(CollectionItem.collection_id == found.id)
        .order_by(CollectionItem.position, CollectionItem.id)
        .limit(_MOST)
    )
    return found, cards(items)


def public_stories(cursor: str | None = None, limit: int = STORIES) -> Page[StoryShown]:
    """The newest story of each public maker that agreed to tell it, those told last first; two SELECTs."""
    newest = select(func.max(Story.id)).where(Story.state == StoryState.PUBLISHED).group_by(Story.producer_id)
    query = (
        select(Story, Producer, allowed(Producer.public_id, Purpose.NAME))
        .join(Producer, Producer.id == Story.producer_id)
        .where(Story.id.in_(newest), producer_is_public(), allowed(Producer.public_id, Purpose.STORY))
    )
    before = decode_cursor(cursor, int)
    if before:
        query = query.where(Story.id < before[0])
    rows = db.session.execute(query.order_by(Story.id.desc()).limit(limit + 1)).all()
    further = encode_cursor([rows[limit - 1][0].id]) if len(rows) > limit else None
    shown = rows[:limit]
    pictures = _pictures([story for story, _, _ in shown])
    return Page(
        [
            StoryShown(story, producer, story.told_by if named else "", pictures.get(story.id))
            for story, producer, named in shown
        ],
        further,
    )


def _pictures(stories: Sequence[Story]) -> dict[int, Picture]:
    """The pictures of stories: each one of the maker's own public goods, the first of them where none was chosen."""
    if not stories:
        return {}
    rows = db.session.execute(
        select(Product.producer_id, Photo.key, Photo.width, Photo.height, Photo.alt, Photo.formats)
        .join(Product, Product.id == Photo.product_id)
        .join(Producer, Producer.id == Product.producer_id)
        .where(Product.producer_id.in_([story.producer_id for story in stories]), product_is_public())
        .where(Photo.state == PhotoState.READY, Photo.position == 0)
        .order_by(Photo.product_id.desc(), Photo.id)
    ).all()
    found: dict[int, Picture] = {}
    for story in stories:
        own = [row for row in rows if row.producer_id == story.producer_id]
        row = next((one for one in own if one.key == story.photo_key), own[0] if own else None)
        if row is not None:
            found[story.id] = Picture(row.key, row.width, row.height, row.alt, tuple(row.formats))
    return found
