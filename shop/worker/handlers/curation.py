"""Word for makers about what staff decided."""

from shop.curation.commands import tell_decision, tell_featured
from shop.curation.messages import ProducerFeatured, ReviewDecided
from shop.worker.handling import handles


@handles(ReviewDecided)
def decision(message: ReviewDecided) -> None:
    """Tell the maker that its product was published or returned."""
    tell_decision(message.case_id)


@handles(ProducerFeatured)
def featured(message: ProducerFeatured) -> None:
    """Tell the maker that it is shown first."""
    tell_featured(message.featured_id)
