"""A shop is staffed from the command line: offices, partner agencies, companions, then people with roles."""

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session, scoped_session

from shop.accounts import secrets
from shop.accounts.models import Membership, Office, PartnerAgency, User
from shop.accounts.types import OfficeLevel, PartnerKind, Role
from shop.audit.models import AuditEvent
from shop.producers.models import Companion
from shop.producers.queries import companions_near
from shop.producers.types import CompanionType
from tests.factories import make_producer

Db = scoped_session[Session]
PROVINCE = "offices add --level province --region 35 --slug jatim --name Dinas+Jawa+Timur"
REGENCY = (
    "offices add --level regency --region 35.22 --parent jatim --phone 081234567890 "
    "--email dinsos@contoh.example --name Dinas+Bojonegoro"
)


def run(app: Flask, line: str) -> tuple[int, str]:
    done = app.test_cli_runner().invoke(args=[word.replace("+", " ") for word in line.split()])
    return done.exit_code, done.output


def test_offices_are_added_parents_first(app: Flask, db_session: Db) -> None:
    assert run(app, PROVINCE) == (0, "jatim\n")
    assert run(app, REGENCY) == (0, "dinas-bojonegoro\n")
    office = db_session.scalars(select(Office).where(Office.slug == "dinas-bojonegoro")).one()
    assert (office.level, office.region_code, office.phone) == (OfficeLevel.REGENCY, "35.22", "+6281234567890")
    assert office.parent_id == db_session.scalar(select(Office.id).where(Office.slug == "jatim"))
    assert [row.action for row in db_session.scalars(select(AuditEvent))] == ["office.added"] * 2


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("offices add --name X --level province --region 35.22", 1),
        ("offices add --name X --level regency --region 35", 1),
        ("offices add --name X --level regency --region 99.99", 1),
        ("offices add --name X --level ministry --region 35", 1),
        ("offices add --name X --level province", 1),
        ("offices add --name X --level province --region 35 --parent none", 2),
        ("partners add --name X --kind company --region 99", 1),
        ("companions add --name X --phone 081234567890 --office none", 2),
    ],
)
def test_what_does_not_fit_is_refused(app: Flask, db_session: Db, line: str, status: int) -> None:
    ended, printed = run(app, line)
    assert (ended, "Error" in printed) == (status, True)
    assert db_session.scalars(select(Office)).all() == []


def test_a_slug_is_given_once(app: Flask, db_session: Db) -> None:
    run(app, PROVINCE)
    assert run(app, PROVINCE)[0] == 1
    run(app, "partners add --name Koperasi --kind company")
    assert run(app, "partners add --name Koperasi --kind company")[0] == 1


def test_staff_and_partners_are_added_to_what_is_there(app: Flask, db_session: Db) -> None:
    run(app, PROVINCE)
    assert (
        run(app, "partners add --name Dinas+Koperasi --kind cooperatives_office --region 35")[1] == "dinas-koperasi\n"
    )
    assert run(app, "users add --name Wulan --email w@contoh.example --role curator --office jatim")[0] == 0
    assert run(app, "users add --name Joko --email j@contoh.example --role partner --partner dinas-koperasi")[0] == 0
    assert [one.role for one in db_session.scalars(select(Membership))] == [Role.CURATOR, Role.PARTNER]
    assert db_session.scalars(select(PartnerAgency)).one().kind is PartnerKind.COOPERATIVES_OFFICE


def test_a_companion_is_found_by_the_makers_of_the_region(app: Flask, db_session: Db) -> None:
    run(app, PROVINCE)
    run(app, REGENCY)
    line = "companions add --name Bu+Sari --phone 081311112222 --office dinas-bojonegoro --type tksk"
    status, printed = run(app, line)
    assert status == 0
    shown = dict(row.split() for row in printed.splitlines() if row.startswith("  "))
    user = db_session.scalars(select(User).where(User.phone == shown["login"])).one()
    assert secrets.is_secret(user.secret_hash, shown["password"])
    assert db_session.scalars(select(Companion)).one().type is CompanionType.TKSK
    assert [one.user.name for one in companions_near(make_producer())] == ["Bu Sari"]
    assert run(app, line)[0] == 1
