"""Makers with their people, companions, consents and stories."""

from typing import Any

from shop.consent.models import Consent, LiveConsent
from shop.consent.texts import version_on
from shop.consent.types import LASTS, ConsentChannel, ConsentState, Purpose
from shop.demo.content import content
from shop.demo.people import Keyring, add_user, note
from shop.demo.pictures import picture_key
from shop.demo.world import Account, Maker, World
from shop.lib.clock import end_of_day_wib, to_wib
from shop.producers.models import CompanionAssignment, OwnWords, Producer, ProducerClosure, ProducerMember, Story
from shop.producers.types import ALL_RIGHTS, MEMBER_RIGHTS, ContactVia, MemberRole, ProducerStatus, StoryState

_ASKED_BEFORE = 3


def add_makers(world: World, keys: Keyring) -> None:
    """The sixty makers."""
    for facts in content("producers"):
        _add_maker(world, facts, keys)


def _add_maker(world: World, facts: dict[str, Any], keys: Keyring) -> None:
    secret = keys.pin_for(facts["phone"])
    person = _who_signs_in(facts)
    joined = _joined(facts)
    user = add_user(world, person, phone=facts["phone"], email=facts["email"], secret=secret, code=None, days=joined)
    slug, public_id = world.slug("producer", facts["name"], f"lapak-{facts['number']}"), world.dice.public_id()
    number = _add_stall(world, facts, slug, public_id, joined)
    world.makers[facts["number"]] = Maker(number, public_id, slug, user, facts)
    note(world, Account("producer", facts["phone"], secret, None, person, facts["office"], slug))
    _add_members(world, number, user, facts, joined)
    _add_consents(world, world.makers[facts["number"]])


def _add_stall(world: World, facts: dict[str, Any], slug: str, public_id: str, joined: int) -> int:
    closed = facts["closed_until_days"]
    same = ("form", "skills", "district_code", "workers", "nib_status", "collects_vat")
    number = world.rows.add(
        Producer,
        **{name: facts[name] for name in same},
        public_id=public_id,
        slug=slug,
        stall_name=facts["name"],
        about=facts["description"],
        language="id",
        regency_code=facts["region_code"],
        office_id=world.offices[facts["office"]],
        helpers=facts["family_helpers"],
        started_year=world.today.year - facts["started_years_ago"],
        phone=facts["phone"],
        contact_via=ContactVia.SELF,
        status=ProducerStatus.ACTIVE,
        is_adult=True,
        closed_until=world.day(closed) if closed is not None else None,
        cloth=facts["motif"],
        created_at=world.ago(joined),
        updated_at=world.ago(joined // 4),
    )
    _close(world, number, closed)
    if "own_words" in facts:
        world.rows.add(OwnWords, producer_id=number, words=facts["own_words"])
    return number


def _close(world: World, maker: int, days: int | None) -> None:
    if days is not None:
        ends = end_of_day_wib(world.day(days))
        world.rows.add(ProducerClosure, producer_id=maker, starts_at=world.ago(5), ends_at=ends)


def _joined(facts: dict[str, Any]) -> int:
    """Days ago: before any consent, training check or departure that the content tells of."""
    given = [row["given_days_ago"] or 0 for row in facts["consents"].values()]
    checked = [row["verified_days_ago"] or 0 for row in facts["trainings"]]
    left = [row["left_days_ago"] or 0 for row in facts["members"]]
    return max([60, *given, *checked, *left]) + 30


def _who_signs_in(facts: dict[str, Any]) -> str:
    present = [row["name"] for row in facts["members"] if row["left_days_ago"] is None]
    return str(present[0] if present else facts["contact_role"])


def _add_members(world: World, maker: int, user: int, facts: dict[str, Any], joined: int) -> None:
    person = _who_signs_in(facts)
    listed = facts["members"] or [{"name": person, "role": "leader", "left_days_ago": None}]
    for row in listed:
        signs_in = row["name"] == person
        role, left = MemberRole(row["role"]), row["left_days_ago"]
        world.rows.add(
            ProducerMember,
            public_id=world.dice.public_id(),
            producer_id=maker,
            user_id=user if signs_in else None,
            account_made=signs_in,
            name=row["name"],
            role=role,
            rights=sorted(ALL_RIGHTS if signs_in or role is MemberRole.LEADER else MEMBER_RIGHTS),
            starts_on=world.day(-joined),
            ends_on=world.day(-left) if left is not None else None,
        )


def add_assignments(world: World, companions: dict[int, tuple[int, list[dict[str, Any]]]]) -> None:
    """Which companion helps which maker, within which scopes."""
    for companion, helped in companions.values():
        for facts in helped:
            world.rows.add(
                CompanionAssignment,
                companion_id=companion,
                producer_id=world.makers[facts["producer"]].id,
                scopes=facts["scopes"],
                starts_on=world.day(-facts["since_days_ago"]),
                ends_on=None,
                granted_at=world.ago(max(1, facts["since_days_ago"] - 1)),
            )


def _add_consents(world: World, maker: Maker) -> None:
    for name, facts in maker.facts["consents"].items():
        purpose, state = Purpose(name), ConsentState(facts["state"])
        given, ended = facts["given_days_ago"], facts["withdrawn_days_ago"]
        since = given if given is not None else _joined(maker.facts) - 25
        channel = ConsentChannel(facts["channel"])
        answer(world, maker, purpose, ConsentState.ASKED, since + _ASKED_BEFORE, channel=channel)
        if given is not None:
            answer(world, maker, purpose, ConsentState.GIVEN, given, channel=channel, live=ended is None)
        if ended is not None:
            answer(world, maker, purpose, ConsentState.WITHDRAWN, ended, channel=channel)
        elif state is ConsentState.REFUSED:
            answer(world, maker, purpose, ConsentState.REFUSED, since, channel=channel)


def answer(  # noqa: PLR0913 - each is a fact of the row
    world: World,
    maker: Maker,
    purpose: Purpose,
    state: ConsentState,
    days: int,
    *,
    item: str = "",
    channel: ConsentChannel = ConsentChannel.PAPER,
    live: bool = False,
) -> None:
    """Add an answer of a maker as it was given so many days ago; with ``live`` it holds."""
    at = world.ago(days)
    until = at + LASTS[purpose] if purpose in LASTS and state is ConsentState.GIVEN else None
    helper = world.companion_of.get(maker.facts["number"])
    subject = {"subject": maker.public_id, "purpose": purpose, "item": item}
    world.rows.add(
        Consent,
        public_id=world.dice.public_id(),
        **subject,
        state=state,
        text_version=version_on(purpose, to_wib(at).date()),
        language="id",
        channel=channel,
        at=at,
        until=until,
        **_helped(channel, maker.user_id, helper),
    )
    if live:
        world.rows.add(LiveConsent, **subject, since=at, until=until)


def _helped(channel: ConsentChannel, user: int | None, helper: int | None) -> dict[str, Any]:
    """Who entered an answer, who helped, and who stood by."""
    alone = channel is ConsentChannel.WEB
    return {
        "by_user_id": user if alone else helper,
        "assisted_by_id": None if alone else helper,
        "witness": "Petugas kantor kecamatan" if channel is ConsentChannel.WITNESS else None,
    }


def add_stories(world: World) -> None:
    """What some makers tell in their own words."""
    for facts in content("stories"):
        maker = world.makers[facts["producer"]]
        world.rows.add(
            Story,
            public_id=world.dice.public_id(),
            producer_id=maker.id,
            version=1,
            state=StoryState.PUBLISHED,
            quote=facts["quote"],
            body="\n\n".join(facts["paragraphs"]),
            told_by=maker.facts["contact"] or "",
            language="id",
            written_on=world.day(-facts["written_days_ago"]),
            photo_key=picture_key(facts["picture"]) if facts["picture"] else None,
        )
