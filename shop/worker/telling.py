"""What is said of inquiries and orders: to the people of a maker, to whoever helps it, and to the buyer."""

from collections.abc import Callable, Iterable
from typing import Any

from shop.accounts.commands import leave_notice
from shop.inquiries.models import Inquiry, InquiryPart
from shop.producers.types import Right
from shop.text.language import gettext, ngettext, using
from shop.text.units import amount
from shop.worker.routing import Word, ask_to_call, tell_stall


def tell_maker(kind: str, part: InquiryPart, key: str, **params: Any) -> None:
    """Tell the members who answer for a maker; where none has e-mail, its companion or office is asked to call."""
    word = Word(kind=kind, key=key, facts=_facts(part, params), right=Right.ANSWER, desk=_desk(part))
    tell_stall(part.producer, word)


def tell_helper(kind: str, part: InquiryPart, key: str) -> None:
    """Ask the active companion, else the office of the region, to help a maker with an answer."""
    ask_to_call(part.producer, Word(kind=kind, key=key, facts=_facts(part, {}), call=kind, desk=_desk(part)))


def tell_buyer(kind: str, part: InquiryPart, key: str, **params: Any) -> None:
    """Tell the buyer of a part: in the account where there is one, else by the e-mail that was left."""
    with using(part.inquiry.language):
        facts = _facts(part, params)()
    tell_asker(kind, part.inquiry, key, facts)


def tell_asker(kind: str, inquiry: Inquiry, key: str, params: dict[str, Any]) -> None:
    """Tell who asked; somebody with only a phone keeps the link."""
    if inquiry.buyer is not None:
        leave_notice(kind, params, user=inquiry.buyer, key=f"{key}:buyer")
    elif inquiry.email:
        leave_notice(kind, params, email=inquiry.email, language=inquiry.language, key=f"{key}:buyer")


def things(lines: Iterable[tuple[int, str, str]]) -> str:
    """What is asked for in a few words: the first of (quantity, unit, name), and how many more."""
    listed = list(lines)
    quantity, unit, name = listed[0]
    first = f"{amount(quantity, unit)} {name}"
    if len(listed) == 1:
        return first
    return gettext(
        "%(first)s dan %(more)s",
        first=first,
        more=ngettext("%(num)s barang lain", "%(num)s barang lain", len(listed) - 1),
    )


def things_of_part(part: InquiryPart) -> str:
    """What one maker is asked for."""
    return things((share.quantity, share.line.unit_code, share.line.name) for share in part.shares)


def facts_of_part(part: InquiryPart) -> dict[str, Any]:
    """What every notice about one maker's part of an inquiry is worded with, in the current language."""
    return {
        "inquiry": part.inquiry.public_id,
        "part": part.public_id,
        "number": part.inquiry.number,
        "buyer": part.inquiry.organisation or part.inquiry.name,
        "maker": part.producer.stall_name,
        "things": things_of_part(part),
    }


def _desk(part: InquiryPart) -> str:
    return f"/lapak/permintaan/{part.public_id}"


def _facts(part: InquiryPart, more: dict[str, Any]) -> Callable[[], dict[str, Any]]:
    def facts() -> dict[str, Any]:
        return {**facts_of_part(part), **{name: value() if callable(value) else value for name, value in more.items()}}

    return facts
