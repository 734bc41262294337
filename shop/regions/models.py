"""Regions by their dotted Kemendagri code: 35, 35.22, 35.22.01."""

import enum

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from shop.platform.db import Base, enum_of


class RegionLevel(enum.StrEnum):
    PROVINCE = "province"
    REGENCY = "regency"
    DISTRICT = "district"


class Region(Base):
    __tablename__ = "region"

    code: Mapped[str] = mapped_column(String(16), primary_key=True)
    name: Mapped[str] = mapped_column(String(80))
    level: Mapped[RegionLevel] = mapped_column(enum_of(RegionLevel), index=True)
    parent_code: Mapped[str | None] = mapped_column(String(16), ForeignKey("region.code"), index=True)
