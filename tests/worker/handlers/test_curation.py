"""What staff decided reaches the maker, whichever way word reaches it."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from shop.accounts.models import Notice
from shop.accounts.types import Actor, OfficeRole, Role
from shop.curation.commands import feature_producer
from shop.curation.messages import ProducerFeatured, ReviewDecided
from shop.lib.clock import today_wib
from shop.platform.db import db
from shop.producers.models import ProducerMember
from shop.producers.types import MemberRole
from shop.worker.handlers.curation import decision, featured
from tests.factories import make_office, make_producer, make_user

pytestmark = pytest.mark.usefixtures("db_session")
CURATOR = Actor(roles=(OfficeRole(Role.CURATOR, None, "35"),))


def test_a_featured_maker_is_told_and_without_e_mail_its_office_is_asked_to_call() -> None:
    maker, user = make_producer(office=make_office()), make_user(email=None, phone="+6281234567890")
    today = today_wib()
    told = {"producer_id": maker.id, "user_id": user.id, "name": user.name, "role": MemberRole.MEMBER}
    db.session.add(ProducerMember(**told, starts_on=today))
    facts = {"starts_on": today, "ends_on": today + timedelta(days=6), "reason": "Giliran"}
    shown = feature_producer(producer=maker, office=None, actor=CURATOR, **facts)
    for _ in range(2):
        featured(ProducerFeatured(shown.id))
    left = db.session.execute(select(Notice.kind, Notice.user_id, Notice.office_id).order_by(Notice.id)).all()
    assert [tuple(row) for row in left] == [
        ("maker.featured", user.id, None),
        ("maker.featured.please_call", None, maker.office_id),
    ]


def test_what_is_gone_meanwhile_is_told_to_nobody() -> None:
    featured(ProducerFeatured(4_000))
    decision(ReviewDecided(4_000))
    assert db.session.scalars(select(Notice)).all() == []
