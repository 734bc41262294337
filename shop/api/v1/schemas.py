"""What goes over the wire: integers are whole rupiah or base units, days are ISO, addresses are absolute."""

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from shop.lib.typed import clean, one_line

Slug = Annotated[str, Field(max_length=80)]
RegionCode = Annotated[str, Field(pattern=r"^\d{2}(\.\d{2}){0,2}$")]
ProvinceCode = Annotated[str, Field(pattern=r"^\d{2}$", examples=["35"])]
RegencyCode = Annotated[str, Field(pattern=r"^\d{2}\.\d{2}$", examples=["35.22"])]
Line = Annotated[str, AfterValidator(one_line)]
Paragraph = Annotated[str, AfterValidator(clean)]
LONGEST_KEY = 255


class Strict(BaseModel):
    """Unknown fields are refused, so that a misspelt filter is noticed."""

    model_config = ConfigDict(extra="forbid")


class ProductQuery(Strict):
    q: str = Field("", max_length=120)
    kind: list[str] = Field(default_factory=list, max_length=30)
    category: list[str] = Field(default_factory=list, max_length=30)
    province: list[ProvinceCode] = Field(default_factory=list, max_length=40)
    regency: list[RegencyCode] = Field(default_factory=list, max_length=40)
    min_price: int | None = Field(None, ge=0, le=10**12)
    max_price: int | None = Field(None, ge=0, le=10**12)
    quantity: int | None = Field(None, ge=1, le=1_000_000)
    by: date | None = None
    sort: Literal["relevance", "newest", "price", "-price"] = "relevance"
    limit: int = Field(24, ge=1, le=100)
    cursor: str | None = Field(None, max_length=500)


class Price(BaseModel):
    min: int | None = Field(description="whole rupiah for one unit, of the lowest tier; null: by quotation")
    max: int | None
    unit: str


class MakerRef(BaseModel):
    slug: str
    name: str
    province: str
    regency: str


class ProductItem(BaseModel):
    slug: str
    name: str
    kind: str
    category: str
    price: Price
    moq: int
    lead_days: int
    producer: MakerRef
    url: str
    image: str | None


class ProductList(BaseModel):
    items: list[ProductItem]
    total: int | None
    total_is_capped: bool
    suggestion: str | None
    next: str | None


class Tier(BaseModel):
    min_quantity: int
    price: int


class Label(BaseModel):
    tone: Literal["limit", "verified", "fact"]
    code: str
    text: str


class ProductDetail(ProductItem):
    description: str
    language: str
    multiple: int
    stock: Literal["ready", "made_to_order"]
    tiers: list[Tier]
    attributes: dict[str, str | int | float | bool | list[str]]
    images: list[str]
    labels: list[Label]
    last_confirmed_on: date


class KindItem(BaseModel):
    code: str
    slug: str
    name: str
    category: str
    unit: str


class KindList(BaseModel):
    items: list[KindItem]
    next: None = None


class CategoryItem(BaseModel):
    slug: str
    name: str
    kinds: list[str]
    url: str


class CategoryList(BaseModel):
    items: list[CategoryItem]
    next: None = None


class RegionQuery(Strict):
    parent: RegionCode | None = Field(None, description="children of this region; without it the provinces")


class RegionItem(BaseModel):
    code: str
    name: str
    level: Literal["province", "regency", "district"]
    parent: str | None


class RegionList(BaseModel):
    items: list[RegionItem]
    next: None = None


class ProducerQuery(Strict):
    kind: list[str] = Field(default_factory=list, max_length=30)
    province: list[ProvinceCode] = Field(default_factory=list, max_length=40)
    regency: list[RegencyCode] = Field(default_factory=list, max_length=40)
    limit: int = Field(24, ge=1, le=100)
    cursor: str | None = Field(None, max_length=500)


class ProducerItem(BaseModel):
    slug: str
    name: str
    form: Literal["person", "group", "cooperative", "workshop"]
    province: str
    regency: str
    workers: int
    url: str


class ProducerList(BaseModel):
    items: list[ProducerItem]
    next: str | None


class ProgrammeLineOut(BaseModel):
    label: str = Field(description="slug of a public label; never a programme or a training unit")
    training: str | None
    year: int
    verified_on: date


class ProducerDetail(ProducerItem):
    about: str
    language: str
    district: str | None = Field(description="only with the maker's consent")
    programme_lines: list[ProgrammeLineOut] = Field(description="each with the maker's own consent")
    products: int


class ProgrammeItem(BaseModel):
    slug: str
    name: str
    producers: int | None = Field(description="null where fewer than five agreed to be listed")
    url: str


class ProgrammeList(BaseModel):
    items: list[ProgrammeItem]
    next: None = None


class InquiryLineIn(Strict):
    product: Slug
    quantity: int = Field(ge=1, le=1_000_000)


class InquiryIn(Strict):
    lines: list[InquiryLineIn] = Field(min_length=1, max_length=50)
    name: Line = Field(min_length=1, max_length=120)
    phone: Line | None = Field(None, max_length=40)
    email: Line | None = Field(None, max_length=254)
    organisation: Line = Field("", max_length=160)
    needed_by: date | None = None
    message: Paragraph = Field("", max_length=2000)
    deposit: Line = Field("", max_length=200, description="the terms that you ask for: deposit, when the rest is paid")


class InquiryHeaders(BaseModel):
    idempotency_key: str = Field(
        alias="Idempotency-Key",
        min_length=1,
        max_length=LONGEST_KEY,
        pattern=r"^[\x20-\x7e]+$",
        description="Yours for this one inquiry, such as a UUID: 1 to 255 printable ASCII characters. "
        "The same key and body again: the first answer; the same key with another body: 409.",
    )


class InquiryOut(BaseModel):
    number: str
    url: str = Field(description="the secret link: whoever has it acts as the buyer")


class Problem(BaseModel):
    type: str
    title: str
    status: int
    code: str
    detail: str
