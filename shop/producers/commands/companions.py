"""Companions of offices."""

from shop.accounts.models import Office, User
from shop.accounts.policies import may_manage_users
from shop.accounts.types import Actor
from shop.audit.commands import record
from shop.lib.errors import Conflict, require
from shop.platform.db import db
from shop.platform.holding import refusing_twins
from shop.producers.models import Companion
from shop.producers.types import CompanionType


def add_companion(*, user: User, office: Office, kind: CompanionType, actor: Actor) -> Companion:
    """Let somebody help makers for an office; whom, and in what, is assigned later and granted by each maker."""
    require(may_manage_users(actor))
    companion = Companion(user=user, office_id=office.id, type=kind)
    with refusing_twins(Conflict("companion_there")):
        db.session.add(companion)
    record(actor=actor, action="companion.added", target=companion, region_code=office.region_code)
    return companion
