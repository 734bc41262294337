"""Who may keep programme records and who may read their restricted part; pure."""

from shop.accounts.types import Actor, Role
from shop.programmes.models import Beneficiary

KEEPERS = (Role.OFFICER, Role.PROVINCIAL)


def may_open_records(actor: Actor) -> bool:
    """Open the pages of records at all."""
    return actor.has_role(*KEEPERS)


def may_keep_records_of(actor: Actor, region_code: str | None) -> bool:
    """Enter and change records of people who live in a region."""
    return actor.is_system or actor.reaches(region_code, *KEEPERS)


def may_keep_record(actor: Actor, beneficiary: Beneficiary) -> bool:
    """Read and change one person's record."""
    return may_keep_records_of(actor, beneficiary.region_code)


def may_read_specific(actor: Actor, beneficiary: Beneficiary) -> bool:
    """Read and change category, disability, address and the like: officers and provincial staff of the region."""
    return actor.reaches(beneficiary.region_code, *KEEPERS)


def may_open_programmes(actor: Actor) -> bool:
    """See programmes, quotas and labels: they hold no person."""
    return actor.has_role(*KEEPERS, Role.ADMIN)


def may_edit_programme(actor: Actor, region_code: str | None) -> bool:
    """Change a programme: those who keep records of its whole region; national ones the ministry and administrators."""
    return actor.is_system or actor.has_role(Role.ADMIN) or actor.reaches(region_code, *KEEPERS)
