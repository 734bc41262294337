"""The portrait of a maker: checked, upright, square and bare; shown only with the consent ``photo``."""

from sqlalchemy import select

from shop.accounts.types import Actor
from shop.audit.commands import record
from shop.consent.commands import end_consent
from shop.consent.queries import is_allowed
from shop.consent.types import Purpose
from shop.lib.errors import require
from shop.lib.ids import new_public_id
from shop.platform import images, outbox, storage
from shop.platform.db import db
from shop.producers.commands.telling import tell_of_help
from shop.producers.messages import PortraitReplaced, ProducerChanged
from shop.producers.models import Producer
from shop.producers.policies import may_show
from shop.producers.types import Right

WIDTHS = (320, 480)


def keep_portrait(data: bytes) -> str:
    """Check an upload and store what is made of it under a new key; done before the write transaction.

    Raises Invalid as ``images.master`` does. Small and at once, so that nothing is shown before it is there.
    """
    master = images.master(data, square=True)
    key = new_public_id()
    storage.current().put(f"photos/{key}/master.jpg", master)
    for made in images.renditions(master, widths=WIDTHS, formats=("jpeg",)):
        storage.current().put(f"photos/{key}/{made.width}.jpg", made.data)
    return key


def set_portrait(*, producer: Producer, key: str, actor: Actor) -> None:
    """Take a kept portrait for a maker; the files of the one before go with the worker.

    A consent was to the face before: it ends where a helper who may not consent puts another in its place.
    """
    require(actor.may_for(producer.public_id, Right.PROFILE))
    _replace(producer, key, "producer.portrait_set", actor)
    if not may_show(actor, producer) and is_allowed(producer.public_id, Purpose.PHOTO):
        end_consent(subject=producer.public_id, purpose=Purpose.PHOTO, actor=actor)
    if actor.on_behalf_of:
        tell_of_help("portrait_on_behalf", producer, actor)


def remove_portrait(*, producer: Producer, actor: Actor) -> None:
    """Take the portrait off; where there is none nothing changes."""
    require(actor.may_for(producer.public_id, Right.PROFILE))
    if producer.photo_key is not None:
        _replace(producer, None, "producer.portrait_removed", actor)


def _replace(producer: Producer, key: str | None, action: str, actor: Actor) -> None:
    before, producer.photo_key = producer.photo_key, key
    db.session.flush()
    record(actor=actor, action=action, target=producer, region_code=producer.regency_code)
    outbox.leave(ProducerChanged(producer.id))
    if before is not None:
        outbox.leave(PortraitReplaced(before))


def delete_portrait(key: str) -> None:
    """The worker's part: delete the files of a portrait that no maker shows any more."""
    if db.session.scalar(select(Producer.id).where(Producer.photo_key == key)) is None:
        storage.current().delete_prefix(f"photos/{key}")


def portrait_file(producer: Producer, width: int) -> bytes | None:
    """One size of a maker's portrait, for those who may see it without consent: its own people."""
    if producer.photo_key is None or width not in WIDTHS:
        return None
    return storage.current().get(f"photos/{producer.photo_key}/{width}.jpg")
