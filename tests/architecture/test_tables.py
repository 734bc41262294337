"""The tables are those of the models, and refuse by themselves what no command writes."""

from collections.abc import Callable
from typing import Any

from flask import Flask
from sqlalchemy import CheckConstraint, inspect, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, scoped_session

from shop.accounts.models import Membership
from shop.accounts.types import Role
from shop.catalogue.models import CapacityEntry, Product
from shop.catalogue.types import CapacityPeriod
from shop.lib.clock import today_wib
from shop.platform.db import Base, db
from shop.producers.models import Companion, CompanionAssignment, Producer, ProducerMember
from shop.producers.types import Cloth, CompanionType, MemberRole
from tests.architecture.sources import STATIC, expect_none
from tests.factories import make_office, make_product, make_user

Db = scoped_session[Session]


def takes(write: Callable[[], object]) -> bool:
    """Whether the database lets it in."""
    try:
        with db.session.begin_nested():
            write()
    except IntegrityError:
        return False
    return True


def test_migrations_make_what_the_models_say(app: Flask, db_session: Db) -> None:
    told = app.test_cli_runner().invoke(args=["db", "check"])
    assert told.exit_code == 0, told.output
    checks = {
        table.name: {str(one.name) for one in table.constraints if isinstance(one, CheckConstraint)}
        for table in Base.metadata.sorted_tables
    }
    found = inspect(db.engine)
    assert {name: {one["name"] for one in found.get_check_constraints(name)} for name in checks} == checks


def test_every_cloth_has_its_pictures() -> None:
    pictures = {path.stem for path in (STATIC / "img" / "brand").glob("cloth-*.webp")}
    assert pictures == {f"cloth-{one}{size}" for one in Cloth for size in ("", "-s")}


def test_no_number_is_less_than_it_can_be(db_session: Db) -> None:
    product = make_product()
    entry = CapacityEntry(producer_id=product.producer_id, period=CapacityPeriod.WEEK, starts_on=today_wib())
    db_session.add(entry)
    db_session.flush()
    wrong: list[tuple[type[Base], dict[str, Any]]] = [
        (Product, {"stock_ready": -5}),
        (Product, {"sample_price": -5}),
        (Product, {"weight_g": -1}),
        (Producer, {"deposit_percent": 500}),
        (Producer, {"started_year": -3}),
        (CapacityEntry, {"total": -9}),
    ]
    expect_none(
        f"{model.__name__} takes {facts}"
        for model, facts in wrong
        if takes(lambda: db.session.execute(update(model).values(facts)))  # noqa: B023 - called at once
    )


def test_what_stands_once_stands_once_where_a_part_of_it_is_missing_too(db_session: Db) -> None:
    product, user, office = make_product(), make_user(), make_office()
    companion = Companion(user=user, office_id=office.id, type=CompanionType.TKSK)
    db_session.add(companion)
    db_session.flush()
    maker, day = {"producer_id": product.producer_id}, {"starts_on": today_wib()}
    twins: list[tuple[type[Base], dict[str, Any]]] = [
        (Membership, {"user_id": user.id, "role": Role.ADMIN, **day}),
        (Membership, {"user_id": user.id, "role": Role.OFFICER, "office_id": office.id, **day}),
        (ProducerMember, {**maker, "user_id": user.id, "name": "Sri", "role": MemberRole.LEADER, **day}),
        (CompanionAssignment, {**maker, "companion_id": companion.id, **day}),
        (CapacityEntry, {**maker, "period": CapacityPeriod.WEEK, **day}),
    ]
    for model, facts in twins:
        db_session.add(model(**facts))
        db_session.flush()
    expect_none(
        model.__name__
        for model, facts in twins
        if takes(lambda: db.session.add(model(**facts)))  # noqa: B023 - called at once
    )
