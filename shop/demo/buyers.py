"""Buyers: all may ask without an account, some have one, alone or for an organisation."""

from dataclasses import dataclass
from typing import Any

from shop.accounts.models import BuyingMember, BuyingOrganisation
from shop.accounts.types import BuyerType
from shop.demo.content import content
from shop.demo.people import Keyring, add_user, note
from shop.demo.world import Account, World

BUYER_ACCOUNTS = 8


@dataclass(frozen=True)
class Buyer:
    """Somebody who asks; with an account a user, for an organisation its row."""

    facts: dict[str, Any]
    user_id: int | None = None
    organisation_id: int | None = None

    @property
    def type(self) -> BuyerType:
        return BuyerType(self.facts["type"])


def add_buyers(world: World, keys: Keyring) -> list[Buyer]:
    """The buyers of the content; the first of each type have an account."""
    listed = content("inquiries")["buyers"]
    chosen = {facts["number"] for kind in BuyerType for facts in _first(listed, kind)}
    return [_with_account(world, keys, facts) if facts["number"] in chosen else Buyer(facts) for facts in listed]


def _first(listed: list[dict[str, Any]], kind: BuyerType) -> list[dict[str, Any]]:
    own = [facts for facts in listed if facts["type"] == kind and facts["email"]]
    return own[: BUYER_ACCOUNTS // len(BuyerType)]


def _with_account(world: World, keys: Keyring, facts: dict[str, Any]) -> Buyer:
    secret = keys.pin_for(facts["phone"])
    user = add_user(
        world, facts["name"], phone=facts["phone"], email=facts["email"], secret=secret, code=None, days=380
    )
    note(world, Account("buyer", facts["email"], secret, None, facts["name"]))
    if not facts["organisation"]:
        return Buyer(facts, user)
    organisation = world.rows.add(
        BuyingOrganisation,
        public_id=world.dice.public_id(),
        name=facts["organisation"],
        kind=facts["type"],
        region_code=facts["region_code"],
    )
    world.rows.add(BuyingMember, organisation_id=organisation, user_id=user, is_manager=True)
    return Buyer(facts, user, organisation)
