"""Who may do what: tables of roles against answers."""

import pytest

from shop.accounts.policies import (
    is_staff,
    may_act_for_user,
    may_end_role,
    may_give_role,
    may_manage_users,
    roles_in_force,
)
from shop.accounts.types import SYSTEM, VISITOR, Actor, OfficeRole, Role, SecretKind

ACTORS = {
    "visitor": VISITOR,
    "buyer": Actor(user_id=1),
    "curator": Actor(user_id=2, roles=(OfficeRole(Role.CURATOR, 1, "35.22"),)),
    "provincial": Actor(user_id=3, roles=(OfficeRole(Role.PROVINCIAL, 2, "35"),)),
    "partner": Actor(user_id=4, roles=(OfficeRole(Role.PARTNER, None, "35"),)),
    "admin": Actor(user_id=5, roles=(OfficeRole(Role.ADMIN, None, None),)),
    "system": SYSTEM,
}
EVERYTHING = {"admin", "system"}


@pytest.mark.parametrize("who", ACTORS)
@pytest.mark.parametrize(
    ("role", "region", "allowed"),
    [
        (Role.CURATOR, "35.22", EVERYTHING | {"provincial"}),
        (Role.OFFICER, "35", EVERYTHING | {"provincial"}),
        (Role.HEAD, "35.78", EVERYTHING | {"provincial"}),
        (Role.CURATOR, "33.74", EVERYTHING),
        (Role.CURATOR, None, EVERYTHING),
        (Role.PROVINCIAL, "35", EVERYTHING),
        (Role.PARTNER, "35", EVERYTHING),
        (Role.ADMIN, None, EVERYTHING),
    ],
)
def test_roles_are_given_and_ended_by_administrators_and_within_a_province(
    who: str, role: Role, region: str | None, allowed: set[str]
) -> None:
    assert may_give_role(ACTORS[who], role, region) is (who in allowed)
    assert may_end_role(ACTORS[who], role, region) is (who in allowed)


@pytest.mark.parametrize("who", ACTORS)
def test_accounts_are_closed_by_administrators(who: str) -> None:
    assert may_manage_users(ACTORS[who]) is (who in EVERYTHING)


@pytest.mark.parametrize("who", ACTORS)
def test_an_account_is_changed_by_its_owner(who: str) -> None:
    assert may_act_for_user(ACTORS[who], 1) is (who in {"buyer", "system"})


@pytest.mark.parametrize(
    ("roles", "kind", "second_factor", "answer"),
    [
        ([], SecretKind.PASSWORD, True, False),
        ([Role.HEAD], SecretKind.PASSWORD, True, True),
        ([Role.HEAD], SecretKind.PASSWORD, False, False),
        ([Role.PARTNER], SecretKind.PIN, True, False),
    ],
)
def test_roles_count_with_a_password_and_a_second_factor(
    roles: list[Role], kind: SecretKind, second_factor: bool, answer: bool
) -> None:
    assert roles_in_force(roles, secret_kind=kind, second_factor=second_factor) is answer


def test_who_has_a_role_is_staff() -> None:
    assert is_staff([Role.HEAD])
    assert not is_staff([])
