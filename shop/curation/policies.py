"""Who may review products, feature makers and make collections; pure."""

from shop.accounts.models import Office
from shop.accounts.types import Actor, Role
from shop.catalogue.policies import may_review
from shop.curation.models import ReviewCase
from shop.producers.models import Producer

_CHOOSERS = (Role.CURATOR, Role.PROVINCIAL)


def may_curate(actor: Actor) -> bool:
    """Open the pages of curation at all."""
    return actor.has_role(*_CHOOSERS)


def may_decide(actor: Actor, case: ReviewCase) -> bool:
    """Publish or return the product of a case: curators and provincial staff of the maker's region."""
    return may_review(actor, case.product)


def may_feature(actor: Actor, producer: Producer) -> bool:
    """Show a maker first for a while: curators and provincial staff of its region."""
    return actor.reaches(producer.regency_code, *_CHOOSERS)


def may_collect(actor: Actor) -> bool:
    """Make and change collections."""
    return actor.is_system or actor.has_role(*_CHOOSERS)


def may_edit_collection(actor: Actor, office: Office | None) -> bool:
    """Change a collection: those of an office its own region's staff, those of none everybody who makes some."""
    if office is None:
        return may_collect(actor)
    return actor.is_system or actor.reaches(office.region_code, *_CHOOSERS)
