"""Users, offices, memberships, devices, buying organisations, partner agencies.

Longer than the budget because the tables of one feature are read side by side.
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shop.accounts.types import BuyerType, LinkPurpose, OfficeLevel, PartnerKind, Role, SecretKind, UserStatus
from shop.lib.clock import now
from shop.platform.db import JSON, Base, UtcDateTime, enum_of, fk, pk, public_id, unique_where


class Office(Base):
    __tablename__ = "office"

    id: Mapped[int] = pk()
    public_id: Mapped[str] = public_id()
    slug: Mapped[str] = mapped_column(String(80), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    level: Mapped[OfficeLevel] = mapped_column(enum_of(OfficeLevel))
    region_code: Mapped[str | None] = fk("region.code")
    parent_id: Mapped[int | None] = fk("office.id")
    phone: Mapped[str | None] = mapped_column(String(20))
    email: Mapped[str | None] = mapped_column(String(254))


class User(Base):
    __tablename__ = "user"
    __table_args__ = (
        CheckConstraint("phone IS NOT NULL OR email IS NOT NULL OR new_phone IS NOT NULL", name="reachable"),
        CheckConstraint("email = lower(email)", name="email_lower"),
    )

    id: Mapped[int] = pk()
    public_id: Mapped[str] = public_id()
    name: Mapped[str] = mapped_column(String(120))
    phone: Mapped[str | None] = mapped_column(String(20), unique=True)
    phone_proved_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    new_phone: Mapped[str | None] = mapped_column(String(20))
    email: Mapped[str | None] = mapped_column(String(254), unique=True)
    new_email: Mapped[str | None] = mapped_column(String(254))
    email_confirmed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    email_bounced_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    secret_hash: Mapped[str | None] = mapped_column(String(200))
    secret_kind: Mapped[SecretKind] = mapped_column(enum_of(SecretKind))
    totp_secret: Mapped[str | None] = mapped_column(String(400))
    totp_draft: Mapped[str | None] = mapped_column(String(400))
    totp_last_step: Mapped[int | None] = mapped_column()
    status: Mapped[UserStatus] = mapped_column(enum_of(UserStatus), default=UserStatus.ACTIVE)
    language: Mapped[str] = mapped_column(String(2), default="id")
    notice_settings: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)


class Membership(Base):
    """A role of a user in an office, at a partner agency or, for administrators, in neither."""

    __tablename__ = "membership"
    __table_args__ = (
        CheckConstraint("(role = 'partner') = (partner_id IS NOT NULL)", name="partner_has_agency"),
        CheckConstraint("role IN ('partner', 'admin') OR office_id IS NOT NULL", name="role_has_office"),
        CheckConstraint("ends_on IS NULL OR ends_on >= starts_on", name="dates_in_order"),
        unique_where("ends_on IS NULL", "user_id", "role", "office_id"),
        unique_where("ends_on IS NULL", "user_id", "partner_id"),
        unique_where("ends_on IS NULL AND office_id IS NULL AND partner_id IS NULL", "user_id", "role"),
    )

    id: Mapped[int] = pk()
    user_id: Mapped[int] = fk("user.id")
    role: Mapped[Role] = mapped_column(enum_of(Role))
    office_id: Mapped[int | None] = fk("office.id")
    partner_id: Mapped[int | None] = fk("partner_agency.id")
    starts_on: Mapped[date] = mapped_column()
    ends_on: Mapped[date | None] = mapped_column()
    user: Mapped[User] = relationship()
    office: Mapped[Office | None] = relationship()
    partner: Mapped["PartnerAgency | None"] = relationship()


class Device(Base):
    """A signed-in browser: the cookie holds the token, the row its hash."""

    __tablename__ = "device"

    id: Mapped[int] = pk()
    public_id: Mapped[str] = public_id()
    user_id: Mapped[int] = fk("user.id", ondelete="CASCADE")
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    label: Mapped[str] = mapped_column(String(80), default="")
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    last_seen_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    second_factor_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    user: Mapped[User] = relationship()


class KnownDevice(Base):
    """A browser that signed in before; it has its own counter of wrong tries."""

    __tablename__ = "known_device"
    __table_args__ = (UniqueConstraint("user_id", "token_hash"),)

    id: Mapped[int] = pk()
    user_id: Mapped[int] = fk("user.id", ondelete="CASCADE")
    token_hash: Mapped[str] = mapped_column(String(64))
    last_used_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)


class TryCounter(Base):
    """Counts tries in a window, by account, device, address or sender; the key is a hash."""

    __tablename__ = "try_counter"
    __table_args__ = (UniqueConstraint("scope", "key_hash"),)

    id: Mapped[int] = pk()
    scope: Mapped[str] = mapped_column(String(24))
    key_hash: Mapped[str] = mapped_column(String(64))
    tries: Mapped[int] = mapped_column(default=0)
    window_ends_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    locked_until: Mapped[datetime | None] = mapped_column(UtcDateTime)


class OneTimeLink(Base):
    """A token that acts once; stored hashed, made at the moment of sending."""

    __tablename__ = "one_time_link"

    id: Mapped[int] = pk()
    user_id: Mapped[int] = fk("user.id", ondelete="CASCADE")
    purpose: Mapped[LinkPurpose] = mapped_column(enum_of(LinkPurpose))
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    params: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    issued_by_id: Mapped[int | None] = fk("user.id")
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    used_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class BuyingOrganisation(Base):
    __tablename__ = "buying_organisation"

    id: Mapped[int] = pk()
    public_id: Mapped[str] = public_id()
    name: Mapped[str] = mapped_column(String(160))
    kind: Mapped[BuyerType] = mapped_column(enum_of(BuyerType))
    region_code: Mapped[str | None] = fk("region.code")


class BuyingMember(Base):
    __tablename__ = "buying_member"
    __table_args__ = (UniqueConstraint("organisation_id", "user_id"),)

    id: Mapped[int] = pk()
    organisation_id: Mapped[int] = fk("buying_organisation.id", ondelete="CASCADE")
    user_id: Mapped[int] = fk("user.id", ondelete="CASCADE")
    is_manager: Mapped[bool] = mapped_column(default=False)


class PartnerAgency(Base):
    __tablename__ = "partner_agency"

    id: Mapped[int] = pk()
    public_id: Mapped[str] = public_id()
    slug: Mapped[str] = mapped_column(String(80), unique=True)
    name: Mapped[str] = mapped_column(String(160))
    kind: Mapped[PartnerKind] = mapped_column(enum_of(PartnerKind))
    region_code: Mapped[str | None] = fk("region.code")


class Agreement(Base):
    """A cooperation agreement (PKS) of an office with a partner agency."""

    __tablename__ = "agreement"
    __table_args__ = (CheckConstraint("ends_on >= starts_on", name="dates_in_order"),)

    id: Mapped[int] = pk()
    public_id: Mapped[str] = public_id()
    office_id: Mapped[int] = fk("office.id")
    partner_id: Mapped[int] = fk("partner_agency.id")
    number: Mapped[str] = mapped_column(String(80))
    subject: Mapped[str] = mapped_column(String(300))
    starts_on: Mapped[date] = mapped_column()
    ends_on: Mapped[date] = mapped_column()
    file_key: Mapped[str | None] = mapped_column(String(120))


class Notice(Base):
    """Word for one reader: a user, an office, or the e-mail of a buyer without an account."""

    __tablename__ = "notice"
    __table_args__ = (
        CheckConstraint("user_id IS NOT NULL OR office_id IS NOT NULL OR email IS NOT NULL", name="has_reader"),
        Index("ix_notice_unread", "user_id", "read_at", "id"),
    )

    id: Mapped[int] = pk()
    public_id: Mapped[str] = public_id()
    user_id: Mapped[int | None] = fk("user.id", ondelete="CASCADE", index=False)
    office_id: Mapped[int | None] = fk("office.id")
    email: Mapped[str | None] = mapped_column(String(254))
    language: Mapped[str] = mapped_column(String(2), default="id")
    kind: Mapped[str] = mapped_column(String(48), index=True)
    params: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    key: Mapped[str | None] = mapped_column(String(160), unique=True)
    by_email: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    read_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    emailed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    email_error: Mapped[str | None] = mapped_column(Text)
