"""Roles, offices and who acts; no database."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field

from shop.audit.types import Who


class Role(enum.StrEnum):
    """Roles that come from a membership; buyers and makers need none."""

    CURATOR = "curator"
    OFFICER = "officer"
    PROVINCIAL = "provincial"
    HEAD = "head"
    PARTNER = "partner"
    ADMIN = "admin"


class OfficeLevel(enum.StrEnum):
    MINISTRY = "ministry"
    PROVINCE = "province"
    REGENCY = "regency"


class SecretKind(enum.StrEnum):
    PIN = "pin"
    PASSWORD = "password"


class UserStatus(enum.StrEnum):
    ACTIVE = "active"
    UNCONFIRMED = "unconfirmed"  # registered by e-mail, the link in it not yet used; cannot sign in
    DISABLED = "disabled"


class LinkPurpose(enum.StrEnum):
    SIGN_IN = "sign_in"
    CONFIRM_EMAIL = "confirm_email"
    SET_SECRET = "set_secret"


class BuyerType(enum.StrEnum):
    HOUSEHOLD = "household"
    SCHOOL = "school"
    COMPANY = "company"
    OFFICE = "office"


class PartnerKind(enum.StrEnum):
    COOPERATIVES_OFFICE = "cooperatives_office"
    LABOUR_OFFICE = "labour_office"
    VILLAGE_OFFICE = "village_office"
    COMPANY = "company"
    UNIVERSITY = "university"
    HOSPITAL = "hospital"


@dataclass(frozen=True)
class OfficeRole:
    """One live membership: the role and the region it reaches (None: the whole country)."""

    role: Role
    office_id: int | None
    region_code: str | None

    def reaches(self, region_code: str | None) -> bool:
        """Whether a thing of ``region_code`` lies inside the region of this membership."""
        if self.region_code is None:
            return True
        return region_code is not None and (region_code + ".").startswith(self.region_code + ".")


@dataclass(frozen=True, kw_only=True)
class Actor(Who):
    """Who acts, with live office roles and scopes over makers (public id → rights)."""

    user_public_id: str | None = None
    name: str | None = None
    roles: tuple[OfficeRole, ...] = ()
    scopes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    link_to: str | None = None
    is_system: bool = False

    def has_role(self, *roles: Role) -> bool:
        """Whether any live membership has one of ``roles``."""
        return any(held.role in roles for held in self.roles)

    def reaches(self, region_code: str | None, *roles: Role) -> bool:
        """Whether a membership with one of ``roles`` reaches ``region_code``."""
        return any(held.role in roles and held.reaches(region_code) for held in self.roles)

    def may_for(self, producer_public_id: str, right: str) -> bool:
        """Whether the actor holds ``right`` over the maker, as a member or as a companion."""
        return right in self.scopes.get(producer_public_id, frozenset())


VISITOR = Actor()
SYSTEM = Actor(via="worker", is_system=True)
