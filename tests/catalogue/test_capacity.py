"""What is free in a month follows what was promised, taken and given back."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from sqlalchemy.orm import Session, scoped_session

from shop.catalogue.capacity import free_capacity, spread
from shop.catalogue.commands.capacity import release_capacity, reserve_capacity
from shop.catalogue.models import CapacityEntry, Product
from shop.catalogue.types import CapacityLevel, CapacityPeriod
from shop.lib.clock import month_start, today_wib
from tests.inquiries.makers import a_product

pytestmark = pytest.mark.usefixtures("db_session")
Db = scoped_session[Session]
NOVEMBER, DECEMBER = date(2026, 11, 21), date(2026, 12, 5)


def entry(db_session: Db, product: Product, **facts: object) -> None:
    about = {"producer_id": product.producer_id, "product_id": product.id, "period": CapacityPeriod.MONTH}
    db_session.add(CapacityEntry(**{**about, "starts_on": month_start(today_wib()), **facts}))
    db_session.flush()


def test_nobody_said_means_nobody_knows() -> None:
    product = a_product(capacity_per_month=None)
    assert free_capacity(product) is None
    assert spread(product, 500, NOVEMBER) == [(date(2026, 11, 1), 500)]


def test_what_is_taken_is_no_longer_free_until_it_is_given_back() -> None:
    product = a_product(capacity_per_month=215)
    reserve_capacity(product=product, quantity=100, month=NOVEMBER)
    reserve_capacity(product=product, quantity=20, month=NOVEMBER)
    assert (free_capacity(product, NOVEMBER), free_capacity(product, DECEMBER)) == (95, 215)
    release_capacity(product=product, quantity=500, month=NOVEMBER)
    assert free_capacity(product, NOVEMBER) == 215


def test_more_may_be_promised_than_is_free() -> None:
    product = a_product(capacity_per_month=100)
    reserve_capacity(product=product, quantity=150, month=NOVEMBER)
    assert free_capacity(product, NOVEMBER) == 0


def test_the_maker_s_own_word_for_a_month_counts(db_session: Db) -> None:
    full, special = a_product(capacity_per_month=100), a_product(capacity_per_month=100)
    entry(db_session, full, level=CapacityLevel.FULL)
    entry(db_session, special, total=40)
    assert (free_capacity(full), free_capacity(special)) == (0, 40)


def week(db_session: Db, product: Product, monday: date, level: CapacityLevel = CapacityLevel.FULL) -> None:
    said = {"period": CapacityPeriod.WEEK, "starts_on": monday, "level": level}
    db_session.add(CapacityEntry(producer_id=product.producer_id, **said))
    db_session.flush()


@time_machine.travel(datetime(2026, 11, 21, 5, tzinfo=UTC), tick=False)
def test_a_full_week_takes_its_days_from_what_is_free(db_session: Db) -> None:
    product = a_product(capacity_per_month=100)
    week(db_session, product, date(2026, 11, 2))  # over already
    week(db_session, product, date(2026, 11, 23), CapacityLevel.SOME)
    assert free_capacity(product) == 100
    week(db_session, product, date(2026, 11, 16))  # two of the ten days that are left
    assert free_capacity(product) == 80
    reserve_capacity(product=product, quantity=10, month=NOVEMBER)
    assert free_capacity(product) == 80
    week(db_session, product, date(2026, 11, 30))  # one day here, six of December
    assert (free_capacity(product), free_capacity(product, DECEMBER)) == (70, 80)


def test_a_large_quantity_is_spread_over_months() -> None:
    product = a_product(capacity_per_month=100)
    reserve_capacity(product=product, quantity=70, month=NOVEMBER)
    assert spread(product, 150, NOVEMBER) == [
        (date(2026, 11, 1), 30),
        (date(2026, 12, 1), 100),
        (date(2027, 1, 1), 20),
    ]


def test_what_fits_nowhere_goes_to_the_first_month() -> None:
    none, little = a_product(capacity_per_month=0), a_product(capacity_per_month=1)
    assert spread(none, 5, NOVEMBER) == [(date(2026, 11, 1), 5)]
    first, *rest = spread(little, 20, NOVEMBER)
    assert (first, len(rest)) == ((date(2026, 11, 1), 9), 11)


def test_two_orders_that_open_a_month_at_once_share_its_entry(monkeypatch: pytest.MonkeyPatch) -> None:
    product = a_product(capacity_per_month=100)
    with time_machine.travel(NOVEMBER):
        reserve_capacity(product=product, quantity=10, month=NOVEMBER)
        monkeypatch.setattr("shop.catalogue.commands.capacity._locked", lambda *_: None)
        reserve_capacity(product=product, quantity=10, month=NOVEMBER)
    assert free_capacity(product, NOVEMBER) == 80
