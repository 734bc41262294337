"""Who may do what with products; pure."""

from shop.accounts.types import Actor, Role
from shop.catalogue.models import Product
from shop.producers.models import Producer
from shop.producers.types import Right

_DECIDERS = (Role.CURATOR, Role.PROVINCIAL)


def may_list(actor: Actor, producer: Producer) -> bool:
    """Make and change products of a maker."""
    return actor.is_system or actor.may_for(producer.public_id, Right.LIST)


def may_manage(actor: Actor, product: Product) -> bool:
    """Change one product."""
    return may_list(actor, product.producer)


def may_review(actor: Actor, product: Product) -> bool:
    """Publish or return a product: curators and provincial staff of the maker's region."""
    return actor.reaches(product.producer.regency_code, *_DECIDERS)


def may_set_capacity(actor: Actor, producer: Producer) -> bool:
    """Say how much can be made."""
    return actor.is_system or actor.may_for(producer.public_id, Right.CAPACITY)
