"""Collections hold each product once, up to a number, in an order."""

import pytest

from shop.accounts.types import Actor, OfficeRole, Role
from shop.catalogue.models import Product
from shop.curation.commands import (
    CollectionFacts,
    add_to_collection,
    create_collection,
    move_in_collection,
    take_from_collection,
)
from shop.curation.models import Collection, CollectionItem
from shop.lib.errors import Conflict, Invalid
from shop.platform.db import db
from tests.factories import make_product

pytestmark = pytest.mark.usefixtures("db_session")
CURATOR = Actor(roles=(OfficeRole(Role.CURATOR, None, "35"),))


def items(collection: Collection) -> list[int]:
    rows = db.session.query(CollectionItem).filter_by(collection_id=collection.id)
    return [row.product_id for row in rows.order_by(CollectionItem.position)]


def test_a_product_is_in_once_and_only_as_many_as_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shop.curation.commands.collecting.MOST_ITEMS", 2)
    collection = create_collection(facts=CollectionFacts(title_id="Sekolah", title_en="School"), actor=CURATOR)
    first, second, third = (make_product() for _ in range(3))

    def about(product: Product) -> dict[str, object]:
        return {"collection": collection, "product": product, "actor": CURATOR}

    for product in (first, first, second):
        add_to_collection(**about(product))
    with pytest.raises(Invalid, match="collection_too_large"):
        add_to_collection(**about(third))
    assert take_from_collection(**about(third)) is None
    for product, up in ((first, True), (third, True), (second, False)):
        move_in_collection(**about(product), up=up)
    assert items(collection) == [first.id, second.id]


def test_a_collection_has_a_title_in_both_languages() -> None:
    with pytest.raises(Invalid) as refused:
        create_collection(facts=CollectionFacts(title_id="Sekolah", title_en=""), actor=CURATOR)
    assert (refused.value.code, refused.value.field) == ("required", "title_en")


def test_of_two_collections_of_one_title_made_at_once_the_second_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shop.curation.commands.collecting._taken", lambda _slug: False)
    facts = CollectionFacts(title_id="Sekolah", title_en="School")
    create_collection(facts=facts, actor=CURATOR)
    with pytest.raises(Conflict, match="try_again") as told:
        create_collection(facts=facts, actor=CURATOR)
    assert told.value.field == "title_id"
