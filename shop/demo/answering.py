"""What makers answer: seen, asked back, quoted, declined, or nothing."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from shop.catalogue.pricing import price_for
from shop.demo.content import content
from shop.demo.ordering import add_order
from shop.demo.parts import Part
from shop.demo.plans import LARGE, End
from shop.demo.world import World
from shop.inquiries.clocks import PART_LIVES, QUOTE_DAYS
from shop.inquiries.models import Quote, QuoteLine, ThreadMessage
from shop.inquiries.types import Author, DeclineReason, DeliveryMethod, LineAnswer, MessageKind, PartState
from shop.lib.clock import end_of_day_wib, to_wib

_ASKED_BACK, _AGAIN, _ON_BEHALF = 0.3, 0.14, 0.1
_DELIVERY_COST = (15_000, 22_000, 35_000, 60_000, 120_000)
_TURNS, _LESS, _OTHER = 4, 1, 3
_ODD = frozenset({"too_few", "too_many"})


@dataclass(frozen=True)
class Quoted:
    """A quote as it was added."""

    id: int
    at: datetime
    total: int
    lead_days: int
    maker: int | None


def add_answer(world: World, part: Part) -> None:
    """Bring a part to where it stands now."""
    if part.end in (End.WAITING, End.UNANSWERED, End.WITHDRAWN, End.SPAM):
        _leave(world, part)
        return
    _answer_at(world, part)
    if part.end is End.DECLINED:
        _decline(world, part)
    elif part.end is End.TALKING:
        _talk(world, part)
    else:
        _quote(world, part)


def _answer_at(world: World, part: Part) -> None:
    """When the maker looked and answered, before now."""
    room = (world.now - part.sent_at) * 0.7
    wait = min(timedelta(hours=part.share.hours), room)
    part.seen_at = part.sent_at + wait * 0.6
    part.first_answer_at = part.sent_at + wait


def _leave(world: World, part: Part) -> None:
    part.waiting_since = part.sent_at
    if part.end is End.WAITING:
        if world.dice.happens(0.5):
            part.state, part.seen_at = PartState.SEEN, part.sent_at + (world.now - part.sent_at) * 0.4
        part.remind(world.now)
        return
    part.state = PartState.EXPIRED if part.end is End.UNANSWERED else PartState.WITHDRAWN
    lasted = PART_LIVES if part.end is End.UNANSWERED else timedelta(hours=world.dice.randint(3, 40))
    part.closed_at = part.sent_at + lasted


def _decline(world: World, part: Part) -> None:
    large = part.share.quantity >= LARGE
    listed = [row for row in content("inquiries")["declines"] if row["reason"] not in _ODD]
    if large:
        listed = [row for row in content("inquiries")["declines"] if row["reason"] == "too_many"]
    row = world.dice.choice(listed)
    part.state, part.decline_reason, part.decline_note = PartState.DECLINED, DeclineReason(row["reason"]), row["text"]
    part.closed_at = part.first_answer_at


def _say(world: World, part: Part, author: Author, kind: MessageKind, body: str, at: datetime) -> None:
    maker = part.share.good.maker
    world.rows.add(
        ThreadMessage,
        public_id=world.dice.public_id(),
        part_id=part.id,
        author=author,
        kind=kind,
        author_user_id=maker.user_id if author is Author.PRODUCER else part.buyer.user_id,
        author_name=maker.facts["name"] if author is Author.PRODUCER else part.buyer.facts["name"],
        body=body,
        key=None,
        created_at=at,
    )


def _talk(world: World, part: Part) -> None:
    """The maker asks back; some buyers have answered, and the maker is to quote now."""
    asked_at = part.first_answer_at or part.sent_at
    number = _ask(world, part, asked_at)
    part.state, part.waiting_since = PartState.INFO_WANTED, asked_at
    if world.dice.happens(0.5):
        answered_at = asked_at + (world.now - asked_at) * 0.6
        _say(world, part, Author.BUYER, MessageKind.ANSWER, content("inquiries")["answers"][number], answered_at)
        part.state, part.waiting_since = PartState.INFO_GIVEN, answered_at
    part.remind(world.now)


def _ask(world: World, part: Part, at: datetime) -> int:
    questions = content("inquiries")["questions"]
    number = world.dice.randrange(len(questions))
    _say(world, part, Author.PRODUCER, MessageKind.QUESTION, questions[number], at)
    return number


def _quote(world: World, part: Part) -> None:
    """Quote, sometimes after a question, sometimes twice; then what the buyer did."""
    at = part.first_answer_at or part.sent_at
    room = (world.now - at) * 0.5
    if world.dice.happens(_ASKED_BACK):
        number = _ask(world, part, at)
        answered_at = at + min(timedelta(hours=world.dice.randint(1, 20)), room * 0.4)
        _say(world, part, Author.BUYER, MessageKind.ANSWER, content("inquiries")["answers"][number], answered_at)
        at = answered_at + min(timedelta(hours=world.dice.randint(1, 12)), room * 0.4)
    version = 1
    if world.dice.happens(_AGAIN):
        _add_quote(world, part, 1, at)
        words = "Kalau jumlahnya tetap, apa harganya masih bisa turun sedikit?"
        _say(world, part, Author.BUYER, MessageKind.NOTE, words, at + room * 0.1)
        version, at = 2, at + min(timedelta(hours=world.dice.randint(4, 30)), room * 0.4)
    part.state = PartState.QUOTED
    _follow(world, part, _add_quote(world, part, version, at))


def _add_quote(world: World, part: Part, version: int, at: datetime) -> Quoted:
    facts, maker = part.share.good.facts, part.share.good.maker
    offered, price = _offered(part, version), _price(part, version)
    method = world.dice.choices(list(DeliveryMethod), (5, 2, 2, 1))[0]
    cost = world.dice.choice(_DELIVERY_COST) if method in (DeliveryMethod.COURIER, DeliveryMethod.OWN) else None
    helper = world.companion_of.get(maker.facts["number"])
    on_behalf = helper is not None and world.dice.happens(_ON_BEHALF)
    valid_until = to_wib(at).date() + timedelta(days=QUOTE_DAYS)
    number = world.rows.add(
        Quote,
        public_id=world.dice.public_id(),
        part_id=part.id,
        version=version,
        lead_days=facts["lead_days"],
        valid_until=valid_until,
        delivery_method=method,
        delivery_cost=cost,
        deposit_percent=facts["deposit_percent"] or 0,
        total=price * offered.quantity + (cost or 0),
        note=world.dice.choice(content("inquiries")["quote_notes"]),
        key=None,
        made_by_id=helper if on_behalf else maker.user_id,
        on_behalf=on_behalf,
        created_at=at,
        declined_at=None,
        expired_at=_missed(world, part, end_of_day_wib(valid_until)),
    )
    _add_quote_line(world, part, number, offered, price)
    return Quoted(number, at, price * offered.quantity + (cost or 0), facts["lead_days"], maker.user_id)


def _missed(world: World, part: Part, over: datetime) -> datetime | None:
    """When a quote ran out that nobody accepted, or None."""
    return over if part.end in (End.QUOTED, End.RAN_OUT, End.TURNED_DOWN) and over < world.now else None


def _price(part: Part, version: int) -> int:
    """What the product's tiers say for this quantity; a second version gives way by a twentieth."""
    facts = part.share.good.facts
    tiers = [(tier["min_qty"], tier["price"]) for tier in facts["tiers"]]
    price: int = price_for(facts["price"], tiers, part.share.quantity) or facts["price"]
    return price - price // 20 // 500 * 500 if version > 1 else price


@dataclass(frozen=True)
class _Offered:
    answer: LineAnswer
    quantity: int
    description: str = ""


def _offered(part: Part, version: int) -> _Offered:
    """Mostly what was asked; of quotes still to be decided some hold less, some something else."""
    asked, facts = part.share.quantity, part.share.good.facts
    turn = part.id % _TURNS if part.end is End.QUOTED and version == 1 else 0
    fewer = asked * 2 // 3 // facts["multiple"] * facts["multiple"]
    if turn == _LESS and fewer >= facts["moq"]:
        return _Offered(LineAnswer.LESS, fewer)
    if turn == _OTHER:
        return _Offered(LineAnswer.ALTERNATIVE, asked, "Warna yang diminta sedang habis. Kami ganti warna yang mirip.")
    return _Offered(LineAnswer.AS_ASKED, asked)


def _add_quote_line(world: World, part: Part, quote: int, offered: _Offered, price: int) -> None:
    world.rows.add(
        QuoteLine,
        quote_id=quote,
        line_id=part.line_id,
        answer=offered.answer,
        description=offered.description,
        product_id=part.share.good.id,
        quantity=offered.quantity,
        unit_code=part.share.good.facts["unit"],
        unit_price=price,
    )


def _follow(world: World, part: Part, quoted: Quoted) -> None:
    """The buyer accepts, declines, lets it run out, or has not decided."""
    decided_at = quoted.at + min(timedelta(hours=world.dice.randint(5, 70)), (world.now - quoted.at) * 0.4)
    if part.end is End.ORDERED:
        add_order(world, part, quoted.id, quoted.total, decided_at)
    elif part.end is End.TURNED_DOWN:
        world.rows.change(Quote, quoted.id, declined_at=decided_at, expired_at=None)
        part.closed_at = decided_at
    elif part.end is End.RAN_OUT:
        part.state = PartState.EXPIRED
        part.closed_at = quoted.at + timedelta(days=QUOTE_DAYS + 1)
