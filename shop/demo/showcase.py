"""What staff put before visitors: featured makers in turn, collections, bazaars, review cases; and views of goods."""

from datetime import timedelta
from typing import Any

from shop.catalogue.models import ViewCount
from shop.catalogue.types import ProductStatus
from shop.curation.models import Bazaar, BazaarProducer, Collection, CollectionItem, FeaturedProducer, ReviewCase
from shop.curation.types import ReturnReason, ReviewCause, ReviewState
from shop.demo.content import content
from shop.demo.world import Good, Maker, World

FORTNIGHTS = 6
FEATURED = 6
VIEWED_DAYS = 28
_SINCE = 5  # days that the running fortnight is old
_CHANGED = 6
_RETURNED_FIRST = 24
_REASONS = (
    "Foto jelas, kapasitas masih kosong bulan ini.",
    "Baru selesai pelatihan, belum banyak yang melihat lapaknya.",
    "Menjawab cepat dan pesanan selesai tepat waktu.",
    "Kabupatennya lama tidak tampil di halaman depan.",
)
_RETURNS = (
    (ReturnReason.PHOTO_UNCLEAR, "Foto pertama agak gelap. Coba foto lagi dekat jendela."),
    (ReturnReason.PRICE_CHECK, "Harga tertulis per lusin atau per potong? Mohon diperiksa."),
    (ReturnReason.TEXT_UNCLEAR, "Tolong tulis ukuran kainnya."),
)


def add_showcase(world: World) -> None:
    """Everything that curators do."""
    _add_featured(world)
    _add_collections(world)
    _add_bazaars(world)
    _add_cases(world)
    _add_views(world)


def _add_featured(world: World) -> None:
    """The running fortnight shows those whom the content names; the ones before went round all others."""
    shown = {good.maker.facts["number"] for good in world.goods.values() if good.is_public}
    now = [number for number in sorted(shown) if world.makers[number].facts["featured"]]
    others = [number for number in sorted(shown) if number not in now]
    world.dice.shuffle(others)
    for turn in range(FORTNIGHTS):
        start = -_SINCE - 14 * turn
        chosen = now if turn == 0 else [others.pop() for _ in range(FEATURED)]
        for place, number in enumerate(chosen):
            _feature(world, world.makers[number], start, place)


def _feature(world: World, maker: Maker, start: int, place: int) -> None:
    office = maker.facts["office"]
    world.rows.add(
        FeaturedProducer,
        public_id=world.dice.public_id(),
        producer_id=maker.id,
        office_id=world.offices[office],
        starts_on=world.day(start),
        ends_on=world.day(start + 13),
        reason=world.dice.turn(_REASONS, place),
        position=place,
        chosen_by_id=world.curator(office),
        created_at=world.ago(1 - start),
    )


def _add_collections(world: World) -> None:
    for place, facts in enumerate(content("collections")):
        words = {name: facts[name] for name in ("slug", "title_id", "title_en", "intro_id", "intro_en")}
        collection = world.rows.add(
            Collection, public_id=world.dice.public_id(), **words, published=True, position=place
        )
        for position, number in enumerate(facts["products"]):
            good = world.goods[number].id
            world.rows.add(CollectionItem, collection_id=collection, product_id=good, position=position)


def _add_bazaars(world: World) -> None:
    for facts in content("bazaars"):
        bazaar = world.rows.add(
            Bazaar,
            public_id=world.dice.public_id(),
            slug=facts["slug"],
            name=facts["name"],
            place=facts["place"],
            region_code=facts["region_code"],
            office_id=world.offices[facts["office"]],
            starts_on=world.day(facts["starts_in_days"]),
            ends_on=world.day(facts["ends_in_days"]),
        )
        for number in facts["producers"]:
            world.rows.add(BazaarProducer, bazaar_id=bazaar, producer_id=world.makers[number].id)


def _add_cases(world: World) -> None:
    """Every published product was looked at once; some came back first; some wait now."""
    goods = list(world.goods.values())
    published = [good for good in goods if good.facts["status"] == ProductStatus.PUBLISHED]
    returned = set(world.dice.sample([good.id for good in published], _RETURNED_FIRST))
    changed = {good.id for good in world.dice.sample([good for good in published if good.is_public], _CHANGED)}
    for good in published:
        days = good.facts["days_since_confirmed"] + 2
        if good.id in returned:
            reason, note = world.dice.choice(_RETURNS)
            _decided(world, good, days + 3, ReviewState.RETURNED, {"reasons": [reason], "note": note})
        if good.facts["held_back"]:
            _waiting(world, good, ReviewCause.FLAGGED, 2)
        else:
            _decided(world, good, days, ReviewState.PUBLISHED, {"reasons": [], "note": ""})
        if good.id in changed:
            _waiting(world, good, ReviewCause.CHANGED, world.dice.randint(0, 3))
    for good in goods:
        if good.status is ProductStatus.IN_REVIEW:
            _waiting(world, good, ReviewCause.NEW, world.dice.randint(0, 2))


def _decided(world: World, good: Good, days: int, state: ReviewState, words: dict[str, Any]) -> None:
    opened = world.ago(days)
    world.rows.add(
        ReviewCase,
        public_id=world.dice.public_id(),
        product_id=good.id,
        cause=ReviewCause.NEW,
        state=state,
        opened_at=opened,
        opened_by_id=good.maker.user_id,
        decided_at=opened + timedelta(hours=world.dice.randint(2, 30)),
        decided_by_id=world.curator(good.maker.facts["office"]),
        findings=[],
        **words,
    )


def _waiting(world: World, good: Good, cause: ReviewCause, days: int) -> None:
    world.rows.add(
        ReviewCase,
        public_id=world.dice.public_id(),
        product_id=good.id,
        cause=cause,
        state=ReviewState.WAITING,
        opened_at=world.ago(days),
        opened_by_id=good.maker.user_id,
        reasons=[],
        note="",
        findings=[],
    )


def _add_views(world: World) -> None:
    for good in world.goods.values():
        usual = world.dice.randint(1, 24) if good.is_public else 0
        for days in range(VIEWED_DAYS if usual else 0):
            views = round(usual * world.dice.uniform(0.2, 1.8))
            if views:
                world.rows.add(ViewCount, product_id=good.id, day=world.day(-days), views=views)
