"""Who acts: ids only, so that every layer can carry it."""

from dataclasses import dataclass
from typing import Literal

Via = Literal["web", "api", "link", "worker", "cli"]


@dataclass(frozen=True, kw_only=True)
class Who:
    """The acting user (None for a visitor or the system), on whose behalf, and by which way."""

    user_id: int | None = None
    on_behalf_of: str | None = None
    via: Via = "web"
