"""What happens in inquiries and orders is told to the other side."""

from shop.accounts.types import SYSTEM
from shop.inquiries import messages as said
from shop.inquiries.commands import forget_unsent_files, join_known_buyer
from shop.inquiries.queries import inquiry_by_id, message_by_id, part_by_id, quote_by_id
from shop.inquiries.types import Author
from shop.text.formats import date_long, rupiah
from shop.text.language import using
from shop.worker.handling import handles
from shop.worker.telling import tell_asker, tell_buyer, tell_helper, tell_maker, things

_SHORT = 140


@handles(said.UploadsAged, outside=True)
def forget_uploads(_message: said.UploadsAged) -> None:
    """What was uploaded and never sent goes."""
    forget_unsent_files()


@handles(said.InquirySent)
def tell_of_inquiry(message: said.InquirySent) -> None:
    """Every maker of a part hears of it, the buyer gets number and link; whose e-mail is confirmed keeps it."""
    inquiry = inquiry_by_id(message.inquiry_id)
    if inquiry.spam_at is not None:
        return
    join_known_buyer(inquiry=inquiry, actor=SYSTEM)
    for part in inquiry.parts:
        tell_maker("inquiry.new", part, f"inquiry.new:{part.id}")
    with using(inquiry.language):
        asked = things((line.quantity, line.unit_code, line.name) for line in inquiry.lines)
    params = {"inquiry": inquiry.public_id, "number": inquiry.number, "things": asked}
    tell_asker("inquiry.sent", inquiry, f"inquiry.sent:{inquiry.id}", params)


@handles(said.InfoWanted, said.InfoGiven, said.ThreadWritten, said.AskedAgain)
def tell_of_words(
    message: said.InfoWanted | said.InfoGiven | said.ThreadWritten | said.AskedAgain,
) -> None:
    """Words in a thread reach the other side."""
    part, written = part_by_id(message.part_id), message_by_id(message.message_id)
    key, words = f"words:{written.id}", _short(written.body)
    if isinstance(message, said.InfoWanted):
        tell_buyer("part.info_wanted", part, key, words=words)
    elif isinstance(message, said.InfoGiven):
        tell_maker("part.info_given", part, key, words=words)
    elif isinstance(message, said.AskedAgain):
        tell_maker("part.asked_again", part, key, words=words)
    elif written.author is Author.BUYER:
        tell_maker("part.written_to_maker", part, key, words=words)
    else:
        tell_buyer("part.written_to_buyer", part, key, words=words)


@handles(said.QuoteMade, said.QuoteExpired)
def tell_of_quote(message: said.QuoteMade | said.QuoteExpired) -> None:
    """A quote lies before the buyer, or its time is over; what a companion sent, the maker hears of too."""
    quote = quote_by_id(message.quote_id)
    made, part = isinstance(message, said.QuoteMade), part_by_id(quote.part_id)
    kind = "quote.made" if made else "quote.expired"
    total, until = rupiah(quote.total), quote.valid_until
    tell_buyer(kind, part, f"{kind}:{quote.id}", total=total, until=lambda: date_long(until))
    if made and quote.on_behalf:
        tell_maker("quote.made_for_maker", part, f"quote.made_for_maker:{quote.id}", total=total)


@handles(said.QuoteDeclined)
def tell_of_declined_quote(message: said.QuoteDeclined) -> None:
    """The buyer does not take a quote."""
    quote = quote_by_id(message.quote_id)
    tell_maker("quote.declined", part_by_id(quote.part_id), f"quote.declined:{message.quote_id}")


@handles(said.PartDeclined, said.PartExpired)
def tell_buyer_of_end(message: said.PartDeclined | said.PartExpired) -> None:
    """A maker cannot, or somebody did not answer in time: the maker, or the buyer whom it had asked."""
    kind = "part.declined"
    if isinstance(message, said.PartExpired):
        kind = "part.expired_unanswered" if message.buyers_turn else "part.expired"
    tell_buyer(kind, part_by_id(message.part_id), f"{kind}:{message.part_id}")


@handles(said.PartWithdrawn)
def tell_maker_of_end(message: said.PartWithdrawn) -> None:
    """The buyer no longer wants an answer."""
    tell_maker("part.withdrawn", part_by_id(message.part_id), f"part.withdrawn:{message.part_id}")


@handles(said.PartNudged)
def nudge_maker(message: said.PartNudged) -> None:
    """A day without an answer: the maker is reminded."""
    part = part_by_id(message.part_id)
    if part.nudged_at is not None:
        tell_maker("inquiry.nudge", part, f"inquiry.nudge:{part.id}:{part.nudged_at:%Y%m%d}")


@handles(said.PartEscalated)
def tell_helper_of_silence(message: said.PartEscalated) -> None:
    """Three working days without an answer: the companion, else the office, is asked to help."""
    part = part_by_id(message.part_id)
    if part.escalated_at is not None:
        tell_helper("inquiry.help", part, f"inquiry.help:{part.id}:{part.escalated_at:%Y%m%d%H%M}")


def _short(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= _SHORT else one_line[: _SHORT - 1].rstrip() + "…"
