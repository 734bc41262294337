"""States and kinds of the catalogue."""

import enum


class ProductStatus(enum.StrEnum):
    DRAFT = "draft"
    IN_REVIEW = "in_review"
    RETURNED = "returned"
    PUBLISHED = "published"
    PAUSED = "paused"
    WITHDRAWN = "withdrawn"


NEXT_STATUS: dict[ProductStatus, frozenset[ProductStatus]] = {
    ProductStatus.DRAFT: frozenset({ProductStatus.IN_REVIEW, ProductStatus.WITHDRAWN}),
    ProductStatus.IN_REVIEW: frozenset({ProductStatus.PUBLISHED, ProductStatus.RETURNED, ProductStatus.DRAFT}),
    ProductStatus.RETURNED: frozenset({ProductStatus.IN_REVIEW, ProductStatus.WITHDRAWN}),
    ProductStatus.PUBLISHED: frozenset({ProductStatus.PAUSED, ProductStatus.WITHDRAWN}),
    ProductStatus.PAUSED: frozenset({ProductStatus.PUBLISHED, ProductStatus.WITHDRAWN}),
    ProductStatus.WITHDRAWN: frozenset({ProductStatus.DRAFT}),
}


class UnitBase(enum.StrEnum):
    PIECE = "piece"
    METRE = "m"
    SQUARE_METRE = "m2"
    GRAM = "g"
    MILLILITRE = "ml"
    PERSON = "person"
    HOUR = "hour"
    SPOT = "spot"
    PACKAGE = "package"


class PriceBasis(enum.StrEnum):
    UNIT = "unit"
    WHOLESALE = "wholesale"
    LABOUR = "labour"
    STARTING_AT = "starting_at"


class StockMode(enum.StrEnum):
    READY = "ready"
    MADE_TO_ORDER = "made_to_order"


class AttributeType(enum.StrEnum):
    TEXT = "text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    CHOICE = "choice"
    CHOICES = "choices"
    BOOLEAN = "boolean"


class CertificateType(enum.StrEnum):
    PIRT = "pirt"
    BPOM = "bpom"
    HALAL = "halal"
    SNI = "sni"
    TEST_REPORT = "test_report"
    HUBLA = "hubla"


class CertificateStatus(enum.StrEnum):
    NONE_DECLARED = "none_declared"
    IN_PROCESS = "in_process"
    CLAIMED = "claimed"
    VERIFIED = "verified"
    REJECTED = "rejected"


class PhotoState(enum.StrEnum):
    PENDING = "pending"
    READY = "ready"
    FAILED = "failed"


class CapacityLevel(enum.StrEnum):
    FREE = "free"
    SOME = "some"
    FULL = "full"


class CapacityPeriod(enum.StrEnum):
    WEEK = "week"
    MONTH = "month"
