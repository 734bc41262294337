"""The frames of the areas where people work: each area puts its own in, account pages take the one that fits."""

from collections.abc import Callable, Mapping
from typing import Any

Frame = Callable[[], Mapping[str, Any] | None]
_offered: dict[str, tuple[str, Frame]] = {}


def offer(area: str, template: str, frame: Frame) -> None:
    """Lend this area's base template to pages of others; ``frame`` says what it shows, None for not theirs."""
    _offered[area] = (template, frame)


def frame_of(*areas: str) -> dict[str, Any]:
    """What a page needs for the first of these frames that is this person's own; that of the public else."""
    for area in areas:
        template, frame = _offered[area]
        shown = frame()
        if shown:
            return {**shown, "account_frame": template}
    return {"account_frame": "base.html"}
