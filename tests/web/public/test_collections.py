"""Collections as everybody sees them."""

from sqlalchemy.orm import Session, scoped_session

from shop.catalogue.types import ProductStatus
from shop.curation.models import Collection, CollectionItem
from tests.factories import make_product
from tests.person import Person
from tests.web.public.detail_rows import added, counted_selects

Db = scoped_session[Session]


def make_collection(*products: object, **facts: object) -> Collection:
    """A published collection of these products, the last one first."""
    told = {"slug": "hadiah", "title_id": "Hadiah akhir tahun", "title_en": "Year-end gifts", "published": True}
    collection = Collection(**{**told, **facts})
    added(collection)
    for place, product in enumerate(reversed(products)):
        added(CollectionItem(collection_id=collection.id, product_id=product.id, position=place))
    return collection


def test_public_products_stand_in_the_order_of_staff(client: Person, db_session: Db) -> None:
    first, second = make_product(name="Batik"), make_product(name="Kopi")
    paused = make_product(name="Dijeda", status=ProductStatus.PAUSED)
    make_collection(first, paused, second, intro_id="Untuk tamu.", intro_en="For guests.")
    page = client.visit("/koleksi/hadiah")
    assert page.heading == "Hadiah akhir tahun"
    assert page.texts(".product-card h3") == ["Kopi", "Batik"]
    assert "Untuk tamu." in page.text
    english = client.visit("/en/koleksi/hadiah")
    assert english.heading == "Year-end gifts"
    assert "For guests." in english.text


def test_one_with_nothing_to_show_leads_on(client: Person, db_session: Db) -> None:
    make_collection()
    page = client.visit("/koleksi/hadiah")
    assert "Koleksi ini sedang kosong" in page.text
    assert page.follow("Semua produk").path == "/produk"


def test_an_unpublished_one_is_not_there(client: Person, db_session: Db) -> None:
    make_collection(published=False)
    client.visit("/koleksi/hadiah", status=404)
    client.visit("/koleksi/tidak-ada", status=404)


def test_it_can_be_kept_and_costs_the_same_whatever_it_shows(client: Person, db_session: Db) -> None:
    make_collection(*(make_product() for _ in range(12)))
    client.get("/koleksi/hadiah")
    with counted_selects() as found:
        answer = client.get("/koleksi/hadiah")
    assert len(found) <= 5
    assert "s-maxage=30" in answer.headers["Cache-Control"]
