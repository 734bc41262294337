"""What machines ask for: sitemap, robots, manifest, icon, health and figures."""

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from flask import Flask
from sqlalchemy import delete

from shop.config import Settings
from shop.consent.types import Purpose
from shop.curation.models import Collection
from shop.lib.clock import now
from shop.platform.db import db
from shop.platform.marks import WORKER_STARTED, set_mark
from shop.platform.outbox import OutboxMessage
from tests.factories import make_product, withdraw_consent
from tests.person import Person

pytestmark = pytest.mark.usefixtures("db_session")


def addresses(client: Person, path: str) -> list[str]:
    answer = client.get(path)
    assert (answer.status_code, answer.mimetype) == (200, "application/xml")
    found = [one.text or "" for one in ET.fromstring(answer.data).iter() if one.tag.endswith("}loc")]
    return [re.sub(r"^https?://[^/]+", "", one) for one in found]


def test_the_sitemap_names_every_public_page_in_both_languages(client: Person) -> None:
    product, hidden = make_product(), make_product()
    withdraw_consent(hidden.producer, Purpose.PROFILE)
    db.session.add(Collection(slug="tahun-ajaran", title_id="a", title_en="a", published=True))
    db.session.flush()
    parts = addresses(client, "/sitemap.xml")
    assert parts == ["/sitemap-halaman.xml", "/sitemap-produsen.xml", "/sitemap-produk-1.xml"]
    every = [address for part in parts for address in addresses(client, part)]
    wanted = ["/", "/en", "/produk", "/en/kategori/batik", "/koleksi/tahun-ajaran", f"/en/produk/{product.slug}"]
    assert set(wanted) <= set(every)
    assert f"/produsen/{product.producer.slug}" in every
    assert not [address for address in every if hidden.slug in address or hidden.producer.slug in address.split("/")]
    text = client.get("/sitemap-produk-1.xml").get_data(as_text=True)
    assert 'hreflang="en"' in text
    assert re.search(r"<lastmod>\d{4}-\d\d-\d\d</lastmod>", text)


@pytest.mark.parametrize("name", ["produk-0", "produk-9", "produk-x", "rahasia"])
def test_a_part_that_is_not_named_is_not_there(client: Person, name: str) -> None:
    assert client.get(f"/sitemap-{name}.xml").status_code == 404


def test_robots_are_kept_from_what_is_private_and_told_of_the_sitemap(client: Person) -> None:
    text = client.get("/robots.txt").get_data(as_text=True)
    assert "Disallow: /en/dinas" in text
    assert "Disallow: /produk" not in text
    assert re.search(r"^Sitemap: http.*/sitemap\.xml$", text, re.MULTILINE)


def test_the_manifest_and_the_icon_lead_to_files(client: Person) -> None:
    page = client.visit("/")
    link = page.soup.select_one('link[rel="manifest"]')
    assert link is not None
    told = client.get(str(link["href"])).json
    assert told is not None
    assert all(client.get(icon["src"]).status_code == 200 for icon in told["icons"])
    assert client.get("/favicon.ico", follow_redirects=True).mimetype in ("image/vnd.microsoft.icon", "image/x-icon")


def test_names_of_places_come_when_somebody_types_one(client: Person) -> None:
    told = client.get("/tempat.json")
    assert told.cache_control.public
    assert "Kab. Serang, Banten" in (told.json or [])


def test_a_process_that_answers_is_alive_and_one_that_can_write_is_ready(client: Person, app: Flask) -> None:
    assert client.get("/healthz").data == b"ok\n"
    told = client.get("/readyz")
    assert told.status_code == 200
    fresh = {"database": True, "disk": True, "outbox": True, "search": False, "worker": False, "outbox_seconds": 0}
    assert told.json == fresh
    assert told.cache_control.no_store


def test_where_the_worker_ended_what_is_due_grows_old_and_the_shop_is_not_ready(
    client: Person,
) -> None:
    set_mark(WORKER_STARTED, now().isoformat())
    due = now() - timedelta(minutes=11)
    db.session.add(OutboxMessage(name="ProductChanged", payload={"product_id": 1}, available_at=due))
    db.session.commit()
    told = client.get("/readyz")
    assert told.status_code == 503
    assert told.json is not None
    assert (told.json["outbox"], told.json["worker"], told.json["database"]) == (False, False, True)
    assert 660 <= told.json["outbox_seconds"] < 720
    db.session.execute(delete(OutboxMessage))
    db.session.commit()
    told = client.get("/readyz")
    assert (told.status_code, (told.json or {})["worker"]) == (200, True)


def test_a_database_that_takes_no_writes_is_not_ready(settings: Settings, wire: Callable[[Settings], Flask]) -> None:
    app = wire(settings)
    with app.app_context():
        db.session.execute(db.text("DROP TABLE site_mark"))
        db.session.commit()
    assert app.test_client().get("/readyz").status_code == 503


def test_figures_are_for_the_holder_of_the_token_alone(
    settings: Settings, tmp_path: Path, wire: Callable[[Settings], Flask]
) -> None:
    environ = {"SHOP_DATABASE_URL": settings.database_url, "SHOP_METRICS_TOKEN": "rahasia-yang-panjang-1"}
    app = wire(Settings.from_environment(environ, tmp_path))
    with app.app_context():
        db.session.add(OutboxMessage(name="ProductChanged", payload={"product_id": 1}))
        db.session.commit()
    visitor = app.test_client()
    assert visitor.get("/metrics").status_code == 404
    assert visitor.get("/metrics", headers={"Authorization": "Bearer x"}).status_code == 404
    answer = visitor.get("/metrics", headers={"Authorization": "Bearer rahasia-yang-panjang-1"})
    assert answer.status_code == 200
    assert "shop_outbox_waiting 1.0" in answer.get_data(as_text=True)


def test_without_a_token_in_the_settings_there_are_no_figures(client: Person) -> None:
    assert client.get("/metrics", headers={"Authorization": "Bearer "}).status_code == 404
