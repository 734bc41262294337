"""What everybody may read of a maker: columns that stand on public pages, and no others."""

from dataclasses import dataclass
from datetime import date

from shop.platform.db import columns_of
from shop.producers.models import Producer, ReplyStats
from shop.producers.types import ProducerForm


@dataclass(frozen=True, slots=True)
class PublicMaker:
    """A public maker; what stands on its own consent is not here."""

    id: int
    public_id: str
    slug: str
    form: ProducerForm
    stall_name: str
    about: str
    language: str
    skills: str
    regency_code: str
    workers: int
    started_year: int | None
    collects_vat: bool
    closed_until: date | None
    cloth: str
    deposit_percent: int | None


@dataclass(frozen=True, slots=True)
class Replies:
    """How a maker answers, from real data."""

    answered: int
    median_reply_minutes: int | None
    finished_orders: int


MAKER_COLUMNS = columns_of(Producer, PublicMaker)
REPLIES_COLUMNS = columns_of(ReplyStats, Replies)
