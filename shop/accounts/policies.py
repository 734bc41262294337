"""Who may do what with users, memberships and devices; pure."""

from collections.abc import Collection

from shop.accounts.models import User
from shop.accounts.types import Actor, Role, SecretKind

_GIVEN_BY_PROVINCE = frozenset({Role.CURATOR, Role.OFFICER, Role.HEAD})

OFFICE_ROLES = (Role.CURATOR, Role.OFFICER, Role.PROVINCIAL, Role.HEAD, Role.ADMIN)

NOTICE_READERS = (Role.CURATOR, Role.OFFICER, Role.PROVINCIAL)


def may_read_office_notices(actor: Actor) -> bool:
    """What is left for an office names makers: its heads read figures, not people."""
    return actor.has_role(*NOTICE_READERS)


def is_staff(roles: Collection[Role]) -> bool:
    """Whether these live roles ask for a password and a second factor, and for short sessions."""
    return bool(roles)


def roles_in_force(roles: Collection[Role], *, secret_kind: SecretKind, second_factor: bool) -> bool:
    """Whether a session may use its roles: all of them want a password and a second factor passed on this device."""
    return bool(roles) and secret_kind is SecretKind.PASSWORD and second_factor


def may_give_role(actor: Actor, role: Role, region_code: str | None) -> bool:
    """Administrators give every role; provincial staff those of the offices in their region."""
    if actor.is_system or actor.has_role(Role.ADMIN):
        return True
    return role in _GIVEN_BY_PROVINCE and region_code is not None and actor.reaches(region_code, Role.PROVINCIAL)


def may_end_role(actor: Actor, role: Role, region_code: str | None) -> bool:
    """Who may give a role may end it."""
    return may_give_role(actor, role, region_code)


def may_manage_users(actor: Actor) -> bool:
    """Disabling and enabling users, taking away a lost second factor."""
    return actor.is_system or actor.has_role(Role.ADMIN)


def may_act_for_user(actor: Actor, user_id: int) -> bool:
    """Devices, secrets, settings and notices belong to the user alone."""
    return actor.is_system or (actor.user_id is not None and actor.user_id == user_id)


def reads_mail(user: User) -> bool:
    """Whether an e-mail is known to be the user's own, and none that went there came back: links go there alone."""
    return user.email is not None and user.email_confirmed_at is not None and user.email_bounced_at is None
