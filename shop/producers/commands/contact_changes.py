"""A companion who changes how buyers reach a maker does not do so unseen."""

from shop.accounts.commands import leave_notice
from shop.accounts.types import Actor
from shop.producers.models import Producer
from shop.producers.offices import office_of
from shop.producers.readers import readers_of


def tell_of_new_contact(producer: Producer, actor: Actor) -> None:
    """Tell the maker's people, and the office that knows the maker: a maker helped by companions may read nothing."""
    told = {"companion": actor.name or "", "maker": producer.stall_name, "producer": producer.public_id}
    for user in readers_of(producer):
        if user.id != actor.user_id:
            leave_notice("contact_changed", told, user=user)
    if (office := office_of(producer)) is not None:
        leave_notice("contact_changed_to_office", told, office=office)
