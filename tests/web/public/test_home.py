"""The opening page: goods, makers, collections and places, for everybody alike."""

import json
from datetime import timedelta

import pytest

from shop.catalogue.commands.indexing import rebuild_index
from shop.consent.types import Purpose
from shop.curation.models import Collection, CollectionItem, FeaturedProducer
from shop.lib.clock import today_wib
from shop.platform import search_index
from shop.platform.db import db
from shop.producers.models import Producer, Story
from shop.producers.types import StoryState
from tests.factories import give_consent, make_photo, make_producer, make_product, withdraw_consent
from tests.person import Person
from tests.statements import counted_selects

pytestmark = pytest.mark.usefixtures("db_session")


def feature(producer: Producer, *, quote: str = "Jahitan lurus itu soal sabar.") -> None:
    day = timedelta(days=1)
    shown = FeaturedProducer(producer=producer, starts_on=today_wib(), ends_on=today_wib() + day, reason="Giliran")
    tale = Story(producer=producer, state=StoryState.PUBLISHED, quote=quote, body="…", written_on=today_wib())
    db.session.add_all([shown, tale])
    db.session.flush()


def indexed() -> None:
    rebuild_index()
    search_index.current().refresh()


def test_the_page_leads_to_goods_makers_collections_and_places(client: Person) -> None:
    maker = make_producer(stall_name="Konveksi Lintang", regency_code="35.24")
    product = make_product(name="Seragam SD", kind="school_uniform", producer=maker)
    make_photo(product)
    give_consent(maker, Purpose.STORY)
    feature(maker)
    gathered = Collection(slug="tahun-ajaran", title_id="Tahun ajaran baru", title_en="School year", published=True)
    db.session.add(gathered)
    db.session.flush()
    db.session.add(CollectionItem(collection_id=gathered.id, product_id=product.id))
    indexed()
    page = client.visit("/")
    assert page.heading == "Bagus buatannya. Jelas pembuatnya."
    for words in ("Seragam SD", "Konveksi Lintang", "soal sabar", "Tahun ajaran baru", "Jawa Timur", "1 produk"):
        assert words in page.text
    places = {link.get_text(" ", strip=True): link["href"] for link in page.soup.select(".chips a")}
    assert places["Kab. Lamongan 1"] == "/produk?kabkota=35.24"
    assert [tile["href"] for tile in page.soup.select(".category-tile a")][:2] == [
        "/kategori/batik",
        "/kategori/seragam",
    ]


def test_an_empty_shop_still_opens_and_asks_nobody_to_look_at_nothing(client: Person) -> None:
    page = client.visit("/")
    assert "Segar pekan ini" not in page.text
    assert "Kenal pembuatnya" not in page.text
    assert "Begini caranya" in page.text


def test_a_story_is_told_only_with_its_consent_and_a_hidden_maker_is_not_featured(client: Person) -> None:
    silent, hidden = make_producer(stall_name="Sanggar Diam"), make_producer(stall_name="Sanggar Pergi")
    make_product(producer=silent)
    feature(silent, quote="Rahasia kami")
    feature(hidden)
    withdraw_consent(hidden, Purpose.PROFILE)
    text = client.visit("/").text
    assert "Sanggar Diam" in text
    assert "Rahasia kami" not in text
    assert "Sanggar Pergi" not in text


def test_stories_of_makers_who_are_not_featured_are_told_too(client: Person) -> None:
    maker = make_producer(stall_name="Rotan Kecil")
    give_consent(maker, Purpose.STORY)
    tale = Story(producer=maker, state=StoryState.PUBLISHED, quote="Rotan itu hidup.", body="…", written_on=today_wib())
    db.session.add(tale)
    db.session.flush()
    assert "Rotan itu hidup." in client.visit("/en").text


def test_many_pieces_by_a_date_are_asked_of_the_catalogue(client: Person) -> None:
    make_product(name="Seragam SD", kind="school_uniform", capacity_per_month=600)
    indexed()
    form = client.visit("/").form("/produk")
    page = form.fill(q="seragam sd", jumlah="500", sebelum=(today_wib() + timedelta(days=40)).isoformat()).send()
    assert page.path == "/produk"
    assert "Sanggup 500" in page.text
    assert "Seragam SD" in page.text


def test_the_page_may_be_kept_by_caches_and_says_who_we_are(client: Person) -> None:
    page = client.visit("/")
    assert page.response.cache_control.s_maxage == 30
    assert "Set-Cookie" not in page.response.headers
    told = [json.loads(script.get_text()) for script in page.soup.select('script[type="application/ld+json"]')]
    assert [one["@type"] for one in told] == ["Organization", "WebSite"]
    assert told[1]["potentialAction"]["target"]["urlTemplate"].endswith("/produk?q={search_term_string}")
    picture = page.soup.select_one('meta[property="og:image"]')
    assert picture is not None
    assert client.get(str(picture["content"]).partition("//")[2].partition("/")[2].join(["/", ""])).status_code == 200


def test_the_page_costs_the_same_however_much_it_shows(client: Person) -> None:
    costs = []
    for wanted in (2, 24):
        for _ in range(wanted):
            maker = make_producer()
            make_photo(make_product(producer=maker), data=None)
            feature(maker)
        indexed()
        client.visit("/")
        with counted_selects() as sent:
            client.visit("/")
        costs.append(len(sent))
    assert costs[0] == costs[1]
    assert costs[1] <= 8
