"""What stands beside the inquiries: unmet demand, help tasks, complaints, notices."""

from collections.abc import Sequence

from shop.accounts.models import Notice
from shop.demo.complaints import add_complaints, tell_offices, told_of
from shop.demo.goods import Shelf
from shop.demo.parts import Part
from shop.demo.plans import End
from shop.demo.world import World
from shop.impact.models import HelpTask
from shop.impact.types import HelpCause
from shop.inquiries.models import Demand
from shop.inquiries.types import DemandCause, PartState

_STALE_TASKS = 6
_SOUGHT = (
    "sepatu kulit anak, madu hutan, kursi rotan besar, gitar akustik, keramik, payung lukis, batik sutra alam, "
    "topi anyam, lampu hias bambu, selimut bayi, mainan kayu, seragam satpam"
).split(", ")


def add_standing(world: World, shelf: Shelf, parts: Sequence[Part]) -> None:
    """Everything that follows from the inquiries."""
    _add_demand(world, shelf, parts)
    _add_tasks(world, parts)
    _add_notices(world, parts)
    add_complaints(world)
    tell_offices(world, parts)


def _add_demand(world: World, shelf: Shelf, parts: Sequence[Part]) -> None:
    causes = {PartState.DECLINED: DemandCause.DECLINED, PartState.EXPIRED: DemandCause.EXPIRED}
    for part in parts:
        cause = causes.get(part.state)
        if cause is None or part.end in (End.SPAM, End.RAN_OUT):
            continue
        facts = part.share.good.facts
        world.rows.add(
            Demand,
            at=part.closed_at,
            cause=cause,
            reason=part.decline_reason or "",
            kind_id=shelf.kinds[facts["kind"]].id,
            words="",
            region_code=part.buyer.facts["region_code"],
            quantity=part.share.quantity * shelf.units[facts["unit"]].factor,
            inquiry_id=part.inquiry_id,
            producer_id=part.share.good.maker.id,
        )
    for words in _SOUGHT:
        nowhere = {"kind_id": None, "region_code": None, "quantity": None, "inquiry_id": None, "producer_id": None}
        at = world.ago(world.dice.randint(1, 80))
        world.rows.add(Demand, at=at, cause=DemandCause.NOT_FOUND, reason="", words=words, **nowhere)


def _add_tasks(world: World, parts: Sequence[Part]) -> None:
    for part in parts:
        if part.escalated_at:
            maker = part.share.good.maker
            _add_task(world, maker.facts["number"], HelpCause.NO_ANSWER, part.id)
    stale = sorted({good.maker.facts["number"] for good in world.goods.values() if good.facts["out_of_date"]})
    for number in world.dice.sample(stale, _STALE_TASKS):
        _add_task(world, number, HelpCause.STALE_LISTING, None)


def _add_task(world: World, number: int, cause: HelpCause, part: int | None) -> None:
    maker = world.makers[number]
    world.rows.add(
        HelpTask,
        public_id=world.dice.public_id(),
        producer_id=maker.id,
        cause=cause,
        part_id=part,
        companion_id=world.helpers.get(number),
        office_id=world.offices[maker.facts["office"]],
        opened_at=world.ago(world.dice.randint(0, 9)),
    )


def _add_notices(world: World, parts: Sequence[Part]) -> None:
    """Makers find on screen what waits for them; nothing of the past is mailed."""
    for part in parts:
        maker = part.share.good.maker
        if part.end is not End.WAITING or maker.user_id is None:
            continue
        world.rows.add(
            Notice,
            public_id=world.dice.public_id(),
            user_id=maker.user_id,
            language="id",
            kind="inquiry.new",
            params=told_of(part),
            key=f"demo:{part.public_id}",
            by_email=False,
            created_at=part.sent_at,
        )
