"""What a helper does in a maker's name is not done unseen."""

from shop.accounts.commands import leave_notice
from shop.accounts.types import Actor
from shop.producers.models import Producer
from shop.producers.offices import office_of
from shop.producers.readers import is_reachable, readers_of


def tell_of_new_contact(producer: Producer, actor: Actor) -> None:
    """Tell the maker's people, and the office that knows the maker: a maker helped by companions may read nothing."""
    tell_members("contact_changed", producer, actor)
    _tell_office("contact_changed_to_office", producer, actor)


def tell_of_help(kind: str, producer: Producer, actor: Actor) -> None:
    """Tell the maker's people what a companion brought before readers; the office too where mail reaches none."""
    if not tell_members(kind, producer, actor):
        _tell_office("spoken_for_to_office", producer, actor)


def tell_members(kind: str, producer: Producer, actor: Actor) -> bool:
    """Leave word for the maker's people but the one who acts; returns whether mail reaches any."""
    readers = [user for user in readers_of(producer) if user.id != actor.user_id]
    for user in readers:
        leave_notice(kind, _told(producer, actor), user=user)
    return any(is_reachable(user) for user in readers)


def _tell_office(kind: str, producer: Producer, actor: Actor) -> None:
    if (office := office_of(producer)) is not None:
        leave_notice(kind, _told(producer, actor), office=office)


def _told(producer: Producer, actor: Actor) -> dict[str, str]:
    return {"companion": actor.name or "", "maker": producer.stall_name, "producer": producer.public_id}
