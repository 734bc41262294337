"""Choosing one of several stalls."""

import pytest

from shop.accounts.models import User
from shop.inquiries.models import ThreadMessage
from shop.lib.clock import today_wib
from shop.platform.db import db
from shop.producers.models import Producer, ProducerMember
from shop.producers.types import MemberRole
from tests.factories import make_producer, make_product
from tests.person import Person
from tests.web.selling.keeper import asked, keep_stall

pytestmark = pytest.mark.usefixtures("db_session")


def second_stall(name: str) -> Producer:
    user = db.session.query(User).order_by(User.id.desc()).first()
    assert user is not None
    maker = make_producer(stall_name=name)
    db.session.add(
        ProducerMember(
            producer=maker,
            user_id=user.id,
            name=user.name,
            role=MemberRole.LEADER,
            starts_on=today_wib(),
        )
    )
    db.session.commit()
    return maker


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


def choose(client: Person, maker: Producer) -> None:
    client.visit("/lapak/pilih").form("/pilih").fill(stall=maker.public_id).send("Buka lapak ini")


def test_the_page_that_was_on_the_way_comes_after_the_choice(client: Person) -> None:
    keep_stall(client)
    second_stall("Batik Kalimas")
    page = client.visit("/lapak/kapasitas")
    page = page.form("/pilih").fill(stall=page.soup.select_one("input[type=radio]")["value"]).send("Buka lapak ini")
    assert page.path == "/lapak/kapasitas"


def test_a_page_that_speaks_of_one_stall_chooses_it_where_none_is_chosen(client: Person) -> None:
    keep_stall(client)
    part = asked(make_product(producer=second_stall("Batik Kalimas")))
    page = client.visit(f"/lapak/permintaan/{part.public_id}")
    assert page.path == f"/lapak/permintaan/{part.public_id}"


def test_a_page_of_the_other_stall_asks_whether_to_change_and_then_opens(client: Person) -> None:
    first = keep_stall(client)
    product = make_product(producer=second_stall("Batik Kalimas"))
    choose(client, first)
    page = client.visit(f"/lapak/produk/{product.public_id}")
    assert page.heading == "Ganti ke Batik Kalimas?"
    page = page.form("/pilih").send("Buka lapak ini")
    assert page.path == f"/lapak/produk/{product.public_id}"


def test_what_is_sent_for_one_stall_arrives_though_another_was_chosen_meanwhile(client: Person) -> None:
    first = keep_stall(client)
    second = second_stall("Batik Kalimas")
    part = asked(make_product(producer=second))
    choose(client, second)
    form = client.visit(f"/lapak/permintaan/{part.public_id}").form("/pesan")
    choose(client, first)
    page = form.fill(body="Warnanya biru?").send()
    assert "Pesan terkirim." in page.text
    db.session.rollback()
    assert db.session.query(ThreadMessage).one().body == "Warnanya biru?"


def test_a_page_of_a_stall_that_is_not_theirs_is_not_there(client: Person) -> None:
    first = keep_stall(client)
    second_stall("Batik Kalimas")
    choose(client, first)
    product = make_product(producer=make_producer(stall_name="Orang lain"))
    db.session.commit()
    client.visit(f"/lapak/produk/{product.public_id}", 404)


def test_a_form_without_an_id_is_meant_for_the_stall_whose_page_it_stands_on(client: Person) -> None:
    first = keep_stall(client)
    second = second_stall("Batik Kalimas")
    choose(client, second)
    form = client.visit("/lapak/profil/ubah").form("/profil/ubah")
    choose(client, first)
    page = form.fill(about="Canting dan malam.", contact_via="office").send()
    assert "Batik Kalimas" in page.text
    db.session.rollback()
    assert [db.session.get(Producer, one.id).about for one in (first, second)] == ["", "Canting dan malam."]


def test_a_form_of_a_stall_that_is_not_theirs_any_more_changes_no_other(client: Person) -> None:
    keep_stall(client)
    second = second_stall("Batik Kalimas")
    choose(client, second)
    form = client.visit("/lapak/profil/ubah").form("/profil/ubah")
    db.session.query(ProducerMember).filter_by(producer_id=second.id).delete()
    db.session.commit()
    form.fill(about="Canting dan malam.").send(status=404)
    assert db.session.query(Producer).filter_by(about="Canting dan malam.").count() == 0
