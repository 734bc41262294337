"""The example shop as it is loaded: what visitors see of it, who signs in, and where it refuses to go."""

import json
import re
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

import pytest
from flask import Flask
from sqlalchemy import func, select, text

from shop import create_app
from shop.accounts import secrets, totp
from shop.accounts.models import Office, User
from shop.accounts.types import OfficeLevel
from shop.catalogue.models import CapacityEntry, Certificate, Photo, Product
from shop.catalogue.types import CapacityLevel, CertificateStatus, CertificateType
from shop.catalogue.visibility import product_is_public
from shop.config import Settings
from shop.curation.models import FeaturedProducer, ReviewCase
from shop.curation.types import ReviewState
from shop.demo.example import files_of_example
from shop.demo.loading import Refused, load
from shop.demo.pictures import store_pictures
from shop.inquiries.models import Inquiry, InquiryLine, InquiryPart, Quote
from shop.lib.clock import now, today_wib
from shop.orders.models import Order, Review
from shop.orders.types import OrderState
from shop.platform import crypt, storage
from shop.platform.db import Base, db
from shop.platform.marks import mark
from shop.producers.models import Producer, ReplyStats
from shop.programmes.models import Beneficiary, BeneficiarySpecific, Enrolment, MonitoringVisit, Training
from tests.databases import Backend
from tests.sharing import shared_folder

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]

ROLES = {"buyer", "producer", "companion", "curator", "officer", "provincial", "head", "partner", "admin"}
LONG_NUMBER = re.compile(r"(?<![0-9a-f])[0-9]{16}(?![0-9a-f])")


@contextmanager
def _loaded(backend: Backend, folder: Path, storage: str, **size: int) -> Iterator[Flask]:
    with backend.copy(folder) as url:
        environment = {"SHOP_DATABASE_URL": url, "SHOP_STORAGE_URL": storage}
        settings = Settings.from_environment(environment, folder)
        app = create_app(settings)
        with app.app_context():
            assert load(settings, formats=("jpeg",), **size)
            yield app
            db.session.remove()
            db.engine.dispose()


@pytest.fixture(scope="module")
def media(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where the pictures lie, made once for all loadings of a test run."""

    def make(folder: Path) -> None:
        storage.configure(folder.as_uri())
        store_pictures(files_of_example(), ("jpeg",))

    return shared_folder(tmp_path_factory.getbasetemp(), "example-pictures", make).as_uri()


@pytest.fixture(scope="module")
def example(backend: Backend, tmp_path_factory: pytest.TempPathFactory, media: str) -> Iterator[Flask]:
    with _loaded(backend, tmp_path_factory.mktemp("example"), media) as app:
        yield app


@pytest.fixture
def count(example: Flask) -> Callable[..., int]:
    """How many rows of a table meet the conditions."""

    def counted(*what: object) -> int:
        model, *conditions = what
        statement = select(func.count()).select_from(model).where(*conditions)
        return db.session.scalar(statement) or 0

    return counted


def _settings(app: Flask) -> Settings:
    found = app.extensions["settings"]
    assert isinstance(found, Settings)
    return found


def _public_products() -> list[Product]:
    wanted = select(Product).join(Producer, Producer.id == Product.producer_id).where(product_is_public())
    return list(db.session.scalars(wanted.order_by(Product.id)))


def test_214_of_240_products_are_public(count: Callable[..., int]) -> None:
    assert (count(Product), count(Producer), len(_public_products())) == (240, 60, 214)
    assert count(Product, ~Product.papers_in_order) == 2


def test_every_picture_is_stored_in_the_sizes_that_its_row_names(example: Flask) -> None:
    folder = Path(urlsplit(_settings(example).storage_url).path)
    photos = db.session.scalars(select(Photo)).all()
    assert len(photos) >= 225
    for photo in photos:
        assert photo.formats == ["jpeg:320", "jpeg:480", "jpeg:800"]
        assert all((folder / "photos" / photo.key / f"{one[5:]}.jpg").exists() for one in photo.formats)


def test_records_offices_and_visits_are_as_many_as_agreed(count: Callable[..., int]) -> None:
    assert [count(table) for table in (Office, Enrolment, Training, MonitoringVisit)] == [9, 64, 90, 130]
    assert count(Office, Office.level == OfficeLevel.PROVINCE) == 3
    assert count(Beneficiary) == count(BeneficiarySpecific) == 60


def test_24_listings_have_no_capacity_left_this_month(count: Callable[..., int]) -> None:
    assert count(CapacityEntry, CapacityEntry.level == CapacityLevel.FULL) == 24
    month = today_wib().replace(day=1)
    full = select(func.count()).join(Product, Product.id == CapacityEntry.product_id)
    full = full.where(CapacityEntry.starts_on == month, CapacityEntry.reserved >= Product.capacity_per_month)
    assert db.session.scalar(full.select_from(CapacityEntry)) == 24


def test_no_life_vest_is_certified_today(count: Callable[..., int]) -> None:
    live = (Certificate.type == CertificateType.HUBLA, Certificate.status == CertificateStatus.VERIFIED)
    assert count(Certificate, *live, Certificate.expires_on >= today_wib()) == 0
    assert count(Certificate, *live) == 1


def test_a_year_of_inquiries_has_the_agreed_shares(count: Callable[..., int]) -> None:
    shares = db.session.execute(select(Inquiry.buyer_type, func.count()).group_by(Inquiry.buyer_type))
    assert {str(kind): number for kind, number in shares} == {
        "household": 99,
        "school": 27,
        "company": 32,
        "office": 22,
    }
    assert count(Inquiry, Inquiry.spam_at.is_not(None)) == 10
    accepted = select(func.count(InquiryPart.inquiry_id.distinct())).join(Order, Order.part_id == InquiryPart.id)
    assert round(100 * (db.session.scalar(accepted) or 0) / 180) == 35
    large = select(func.count(InquiryLine.inquiry_id.distinct())).where(InquiryLine.base_quantity >= 300)
    assert db.session.scalar(large) == 6
    assert {order.state for order in db.session.scalars(select(Order))} == set(OrderState)


def test_half_of_the_answers_came_within_about_nine_hours(example: Flask) -> None:
    answered = select(InquiryPart).where(InquiryPart.first_answer_at.is_not(None))
    hours = [(one.first_answer_at - one.sent_at).total_seconds() / 3600 for one in db.session.scalars(answered)]
    assert 8 <= median(hours) <= 10


def test_makers_show_answering_times_that_were_counted_from_these_answers(count: Callable[..., int]) -> None:
    asked = db.session.scalar(select(func.count(InquiryPart.producer_id.distinct()))) or 0
    assert count(ReplyStats) == asked > 20
    finished = db.session.scalar(select(func.sum(ReplyStats.finished_orders)))
    assert finished == count(Order, Order.state == OrderState.DONE)
    assert count(ReplyStats, ReplyStats.median_reply_minutes.is_not(None)) > asked / 2


def test_nothing_happened_after_the_loading_or_in_the_wrong_order(count: Callable[..., int]) -> None:
    assert count(Inquiry, Inquiry.created_at > now()) == count(Quote, Quote.created_at > now()) == 0
    for order in db.session.scalars(select(Order)):
        moments = [order.quote.created_at, *(event.at for event in order.events), now()]
        assert moments == sorted(moments)
    assert count(Review) > 10


def test_reviews_wait_and_makers_are_featured_now(count: Callable[..., int]) -> None:
    today = today_wib()
    assert count(ReviewCase, ReviewCase.state == ReviewState.WAITING) >= 8
    assert count(FeaturedProducer, FeaturedProducer.starts_on <= today, FeaturedProducer.ends_on >= today) >= 4


def test_every_sign_in_of_the_accounts_file_fits_its_user(example: Flask) -> None:
    crypt.configure(list(_settings(example).data_keys))  # a test of another shop may have set its own
    path = _settings(example).instance / "demo-accounts.json"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    accounts = json.loads(path.read_text(encoding="utf-8"))
    assert {one["role"] for one in accounts} == ROLES
    for role in ROLES - {"buyer", "partner", "admin"}:
        assert len({one["office"] for one in accounts if one["role"] == role}) >= 2
    for account in [next(one for one in accounts if one["role"] == role) for role in sorted(ROLES)]:
        user = db.session.scalars(
            select(User).where((User.email == account["login"]) | (User.phone == account["login"]))
        ).one()
        assert secrets.is_secret(user.secret_hash, account["secret"])
        assert (totp.shown(user.totp_secret) if user.totp_secret else None) == account["totp"]


def test_the_database_is_marked_and_a_second_loading_changes_nothing(count: Callable[..., int], example: Flask) -> None:
    assert (mark("demo") or "").startswith("demo")
    db.session.rollback()
    assert load(_settings(example)) is False
    assert count(Product) == 240


def test_no_number_is_as_long_as_an_identity_number(example: Flask) -> None:
    for table in Base.metadata.sorted_tables:
        rows = db.session.execute(text(f'SELECT * FROM "{table.name}"'))  # noqa: S608 - our own names
        assert [row for row in rows if LONG_NUMBER.search(str(tuple(row)))] == []


def test_the_same_seed_gives_the_same_shop(backend: Backend, example: Flask, media: str, tmp_path: Path) -> None:
    def ids() -> list[tuple[str, str]]:
        return [(one.slug, one.public_id) for one in db.session.scalars(select(Product).order_by(Product.id))]

    first, accounts = ids(), (_settings(example).instance / "demo-accounts.json").read_bytes()
    db.session.remove()
    with _loaded(backend, tmp_path, media) as again:
        assert ids() == first
        assert (_settings(again).instance / "demo-accounts.json").read_bytes() == accounts


def test_any_number_of_products_is_made_in_bulk(backend: Backend, media: str, tmp_path: Path) -> None:
    with _loaded(backend, tmp_path, media, products=600):
        assert db.session.scalar(select(func.count(Product.id))) == 600
        assert len({one.name for one in _public_products()}) > 400


def test_a_database_with_rows_of_its_own_is_refused(app: Flask) -> None:
    with app.app_context():
        db.session.add(Office(slug="dinas", name="Dinas", level=OfficeLevel.PROVINCE, region_code="35"))
        db.session.commit()
        with pytest.raises(Refused, match="rows of its own"):
            load(_settings(app))


def test_a_shop_that_is_open_to_the_world_is_refused(app: Flask) -> None:
    environment = {
        "SHOP_BASE_URL": "https://lapak.example",
        "SHOP_SECRET_KEY": "k" * 40,
        "SHOP_DATA_KEYS": _settings(app).data_keys[0],
        "SHOP_MAIL_FROM": "lapak@lapak.example",
    }
    public = Settings.from_environment(environment, _settings(app).instance)
    with app.app_context(), pytest.raises(Refused, match="open to the world"):
        load(public)
