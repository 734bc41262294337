"""The people around a maker: invited, assigned, spoken for."""

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session, scoped_session

from shop.accounts.types import Role
from shop.audit.models import AuditEvent
from shop.consent.models import Consent
from shop.consent.queries import is_allowed
from shop.consent.types import Purpose
from shop.platform.db import db
from shop.producers.models import Companion, CompanionAssignment, OwnWords, Producer, ProducerMember
from shop.producers.scopes import scopes_of_user
from shop.producers.types import CompanionType, ProducerForm
from tests.factories import give_consent, make_office, make_own_words, make_producer, make_user
from tests.person import Person
from tests.web.signing_in import stay_signed_in
from tests.web.staff.desk import sign_in

Db = scoped_session[Session]


def make_companion() -> Companion:
    companion = Companion(user_id=make_user().id, office_id=make_office().id, type=CompanionType.PENDAMPING)
    db.session.add(companion)
    db.session.flush()
    return companion


def test_a_leader_is_invited_and_may_do_everything(app: Flask, db_session: Db) -> None:
    maker = make_producer()
    form = sign_in(app, Role.OFFICER).visit(f"/dinas/produsen/{maker.public_id}/undang").form()
    page = form.fill(name="Sri Rahayu", phone="0812 3456 7890").send()
    assert "Sri Rahayu sudah ditambahkan." in page.text
    member = db.session.scalars(select(ProducerMember)).one()
    assert member.user is not None
    assert "consent" in scopes_of_user(member.user.id)[maker.public_id]


def test_the_owner_of_an_account_is_asked_and_answers_on_a_page_of_their_own(app: Flask, db_session: Db) -> None:
    maker, buyer = make_producer(), make_user(email="ratna@contoh.example", name="Ratna")
    desk = sign_in(app, Role.CURATOR)
    page = desk.visit(f"/dinas/produsen/{maker.public_id}/undang").form().fill(name="Ratna", email=buyer.email).send()
    assert "diminta menjawab" in page.text
    assert "Menunggu jawabannya" in page.text
    person = app.test_client()
    assert isinstance(person, Person)
    stay_signed_in(person, buyer)
    asked = person.visit("/akun").follow("Jawab undangan")
    assert maker.stall_name in asked.text
    assert "bagian dari" in asked.form("/terima").send().text
    assert list(scopes_of_user(buyer.id)) == [maker.public_id]


def test_a_wrong_phone_is_told_beside_its_field(app: Flask, db_session: Db) -> None:
    maker = make_producer()
    form = sign_in(app, Role.OFFICER).visit(f"/dinas/produsen/{maker.public_id}/undang").form()
    refused = form.fill(name="Sri Rahayu", phone="123").send(status=422)
    assert refused.soup.select_one("#phone-error") is not None


def test_a_companion_may_nothing_until_the_maker_granted_it(app: Flask, db_session: Db) -> None:
    maker, companion = make_producer(), make_companion()
    form = sign_in(app, Role.OFFICER).visit(f"/dinas/produsen/{maker.public_id}/pendamping").form()
    page = form.fill(companion=companion.public_id).send()
    assert "Menunggu izin produsen" in page.text
    assert scopes_of_user(companion.user_id) == {}


def test_a_companion_helps_within_its_scopes_until_it_ends(app: Flask, db_session: Db) -> None:
    maker, companion = make_producer(), make_companion()
    form = sign_in(app, Role.OFFICER).visit(f"/dinas/produsen/{maker.public_id}/pendamping").form()
    page = form.fill(companion=companion.public_id, scopes=["list"], granted="y").send()
    assert scopes_of_user(companion.user_id) == {maker.public_id: frozenset({"list"})}
    page.form("/akhiri").send()
    db.session.expire_all()
    assert scopes_of_user(companion.user_id) == {}
    assert db.session.scalars(select(CompanionAssignment)).one().ends_on is not None


def test_an_answer_before_a_witness_is_written_down(app: Flask, db_session: Db) -> None:
    maker = make_producer(public=False)
    page = sign_in(app, Role.OFFICER).visit(f"/dinas/produsen/{maker.public_id}/persetujuan")
    assert page.soup.select("option[value=disability]") == []
    form = page.form()
    form.fill(purpose="profile", state="given", channel="witness")
    refused = form.send(status=422)
    assert "Tulis nama saksi" in refused.text
    refused.form().fill(witness="Bu Lurah").send()
    row = db.session.scalars(select(Consent)).one()
    assert is_allowed(maker.public_id, Purpose.PROFILE)
    assert (row.witness, row.assisted_by_id is not None) == ("Bu Lurah", True)


def test_the_own_words_of_a_person_are_read_out_before_the_answer_is_written_down(app: Flask, db_session: Db) -> None:
    maker, given = person_who_wrote("Saya Tuli, tulislah pesan."), {"state": "given", "channel": "voice"}
    page = sign_in(app, Role.OFFICER).visit(f"/dinas/produsen/{maker.public_id}/persetujuan")
    assert "Tuli" not in page.text
    page = page.form("/kalimat").send()
    assert "Saya Tuli, tulislah pesan." in page.texts("dd")
    db.session.query(OwnWords).delete()
    make_own_words(maker, "Saya teman Tuli.")
    page = page.form("/simpan").fill(**given, witness="Bu Lurah").send(status=422)
    assert "Kalimatnya baru saja diubah." in page.text
    assert not is_allowed(maker.public_id, Purpose.DISABILITY)
    assert "Saya teman Tuli." in page.texts("dd")
    page.form("/simpan").send()
    assert is_allowed(maker.public_id, Purpose.DISABILITY)
    reads = select(AuditEvent.target_id).where(AuditEvent.action == "record.specific_read")
    assert db.session.scalars(reads).all() == [maker.public_id] * 2


def test_who_may_not_read_specific_data_finds_nothing_of_a_disability(app: Flask, db_session: Db) -> None:
    maker = person_who_wrote("Saya Tuli.")
    give_consent(maker, Purpose.DISABILITY)
    curator = sign_in(app, Role.CURATOR)
    page = curator.visit(f"/dinas/produsen/{maker.public_id}/persetujuan")
    assert page.soup.select("form[action$=kalimat], option[value=disability]") == []
    assert "disabilitas" not in curator.visit(f"/dinas/produsen/{maker.public_id}").text.lower()
    for rest in ("kalimat", "kalimat/simpan"):
        form = page.form()
        form.tag["action"] = f"/dinas/produsen/{maker.public_id}/persetujuan/{rest}"
        form.send(status=404)


def test_an_answer_to_a_text_that_changed_meanwhile_is_asked_for_again(app: Flask, db_session: Db) -> None:
    maker = make_producer(public=False)
    form = sign_in(app, Role.CURATOR).visit(f"/dinas/produsen/{maker.public_id}/persetujuan").form()
    form.fill(purpose="profile", state="given", channel="witness", witness="Bu Lurah")
    form.values["texts"] = "profile=2023-01-01"
    page = form.send(status=422)
    assert "Baca lagi" in page.text
    page.form().send()
    assert is_allowed(maker.public_id, Purpose.PROFILE)


def person_who_wrote(words: str) -> Producer:
    maker = make_producer(form=ProducerForm.PERSON)
    make_own_words(maker, words)
    return maker
