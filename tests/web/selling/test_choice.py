"""Choosing one of several stalls."""

import pytest

from shop.accounts.models import User
from shop.lib.clock import today_wib
from shop.platform.db import db
from shop.producers.models import ProducerMember
from shop.producers.types import MemberRole
from tests.factories import make_producer
from tests.person import Person
from tests.web.selling.keeper import keep_stall

pytestmark = pytest.mark.usefixtures("db_session")


def second_stall(name: str) -> None:
    user = db.session.query(User).order_by(User.id.desc()).first()
    assert user is not None
    db.session.add(
        ProducerMember(
            producer=make_producer(stall_name=name),
            user_id=user.id,
            name=user.name,
            role=MemberRole.LEADER,
            starts_on=today_wib(),
        )
    )


def test_of_several_stalls_one_is_chosen_and_can_be_changed(client: Person) -> None:
    keep_stall(client)
    second_stall("Batik Kalimas")
    page = client.visit("/lapak/produk")
    assert page.heading == "Lapak mana?"
    choice = next(one["value"] for one in page.soup.select("input[type=radio]") if "Kalimas" in one.parent.text)
    page = page.form().fill(stall=choice).send("Buka lapak ini")
    assert "Batik Kalimas" in page.texts(".stall-head__name")[0]
    assert page.follow("Ganti lapak").heading == "Lapak mana?"


def test_choosing_none_is_said_beside_the_choice(client: Person) -> None:
    keep_stall(client)
    second_stall("Batik Kalimas")
    page = client.visit("/lapak/pilih").form().send("Buka lapak ini", 422)
    assert page.texts(".field__error") == ["Pilih salah satu."]
