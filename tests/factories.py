"""Things of the shop for tests, added straight to the database with believable facts; each call makes a new one."""

from itertools import count
from typing import Any

from sqlalchemy import select

from shop.accounts.models import Office, User
from shop.accounts.types import OfficeLevel, SecretKind
from shop.catalogue.book import book
from shop.catalogue.models import Kind, Photo, Product
from shop.catalogue.types import PhotoState, ProductStatus
from shop.consent.models import LiveConsent
from shop.consent.types import Purpose
from shop.lib.clock import now
from shop.lib.ids import new_public_id
from shop.platform import storage
from shop.platform.db import db
from shop.producers.models import OwnWords, Producer
from shop.producers.types import ProducerForm, ProducerStatus

_numbers = count(1)


def _added(row: Any) -> Any:
    db.session.add(row)
    db.session.flush()
    return row


def make_office(**facts: Any) -> Office:
    """The office of a regency."""
    number = next(_numbers)
    return _added(
        Office(
            **{
                "slug": f"dinas-{number}",
                "name": f"Dinas Sosial {number}",
                "level": OfficeLevel.REGENCY,
                "region_code": "35.22",
                **facts,
            }
        )
    )


def make_user(**facts: Any) -> User:
    """A person with an e-mail address and no secret yet."""
    number = next(_numbers)
    told = {"name": f"Orang {number}", "email": f"orang{number}@contoh.example", "secret_kind": SecretKind.PIN}
    return _added(User(**{**told, **facts}))


def make_producer(*, public: bool = True, **facts: Any) -> Producer:
    """A maker; a public one is active and allows its stall to be seen."""
    number = next(_numbers)
    producer: Producer = _added(
        Producer(
            **{
                "slug": f"produsen-{number}",
                "form": ProducerForm.GROUP,
                "stall_name": f"Sanggar Telaga {number}",
                "regency_code": "35.22",
                "status": ProducerStatus.ACTIVE,
                "is_adult": True,
                **facts,
            }
        )
    )
    if public:
        give_consent(producer, Purpose.PROFILE)
    return producer


def make_own_words(producer: Producer, words: str) -> OwnWords:
    """What a person has written of a disability; shown to nobody yet."""
    return _added(OwnWords(producer_id=producer.id, words=words))


def give_consent(producer: Producer, purpose: Purpose, item: str = "") -> LiveConsent:
    """What the maker allows now."""
    return _added(LiveConsent(subject=producer.public_id, purpose=purpose, item=item))


def withdraw_consent(producer: Producer, purpose: Purpose) -> None:
    """Take back every item of a purpose."""
    for row in db.session.scalars(
        select(LiveConsent).where(LiveConsent.subject == producer.public_id, LiveConsent.purpose == purpose)
    ):
        db.session.delete(row)
    db.session.flush()


def make_product(
    *, public: bool = True, kind: str = "souvenir", producer: Producer | None = None, **facts: Any
) -> Product:
    """A product of Rp39.000 a piece; a public one is published."""
    number = next(_numbers)
    known = db.session.scalars(select(Kind).where(Kind.code == kind)).one()
    price = facts.get("price", 39_000)
    told = {
        "slug": f"produk-{number}",
        "producer": producer or make_producer(public=public),
        "kind_id": known.id,
        "unit_id": known.default_unit_id,
        "name": f"Gantungan kunci {number}",
        "description": "Dibuat dengan tangan, bisa pesan warna lain.",
        "status": ProductStatus.PUBLISHED if public else ProductStatus.DRAFT,
        "price": price,
        "unit_price": price,
        "capacity_per_month": 200,
        "published_at": now() if public else None,
        "last_confirmed_at": now(),
    }
    return _added(Product(**{**told, **facts}))


def required_facts(kind: str) -> dict[str, str]:
    """An answer to everything that publishing a product of this kind asks for."""
    required = [fact for fact in book().kinds[kind].attributes if fact.required]
    return {fact.code: fact.choices[0]["code"] if fact.choices else "10" for fact in required}


def make_photo(product: Product, *, data: bytes | None = b"a picture", **facts: Any) -> Photo:
    """A ready photo of 800 x 800 with its renditions in storage; with ``data`` None no files are kept."""
    key = new_public_id()
    formats = [f"{name}:{width}" for name in ("avif", "webp", "jpeg") for width in (320, 480, 800)]
    told = {"key": key, "state": PhotoState.READY, "width": 800, "height": 800, "alt": "Gantungan kunci kayu"}
    photo: Photo = _added(Photo(**{**told, "product_id": product.id, "formats": formats, **facts}))
    if data is not None:
        for extension in ("avif", "webp", "jpg"):
            for width in (320, 480, 800):
                storage.current().put(f"photos/{photo.key}/{width}.{extension}", data, durable=False)
    return photo
