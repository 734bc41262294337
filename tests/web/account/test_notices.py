"""Notices and how they come."""

import pytest

from shop.accounts.commands import leave_notice
from shop.accounts.models import Notice, User
from shop.platform.db import db
from tests.accounts.making import make_user
from tests.factories import make_product
from tests.person import Person
from tests.web.selling.keeper import asked, keep_stall
from tests.web.signing_in import sign_in

pytestmark = pytest.mark.usefixtures("db_session")


def with_notices(client: Person, number: int = 1) -> User:
    user = make_user(email="sri@contoh.example")
    for _ in range(number):
        leave_notice("secret_changed", {}, user=user)
    sign_in(client)
    return user


def test_news_is_shown_counted_and_marked_as_read(client: Person) -> None:
    with_notices(client, 2)
    page = client.visit("/akun")
    assert "PIN atau kata sandi Anda diganti" in page.text
    assert "Pemberitahuan · 2" in page.text
    read = client.visit("/akun/pemberitahuan").form("/dibaca").send("Tandai semua sudah dibaca")
    assert "baru" not in read.texts("main h3")[0]
    assert "Pemberitahuan · 2" not in read.text


def test_long_lists_have_pages(client: Person) -> None:
    with_notices(client, 25)
    page = client.visit("/akun/pemberitahuan")
    assert len(page.texts("main article")) == 20
    assert len(page.follow("Berikutnya").texts("main article")) == 5


def test_an_empty_list_says_what_will_be_there(client: Person) -> None:
    make_user()
    sign_in(client)
    assert "Belum ada pemberitahuan" in client.visit("/akun/pemberitahuan").text


def test_mail_can_be_switched_off_and_the_language_chosen(client: Person) -> None:
    user = with_notices(client)
    form = client.visit("/akun/pemberitahuan/atur").form("/atur")
    assert "Pengaturan disimpan" in form.fill(by_email=None, language="en").send("Simpan").text
    db.session.refresh(user)
    assert (user.language, user.notice_settings) == ("en", {"email": False})
    left, safety = (leave_notice(kind, {}, user=user) for kind in ("quote.made", "secret_changed"))
    assert left is not None
    assert safety is not None
    assert (left.by_email, left.language, safety.by_email) == (False, "en", True)


def test_opening_an_inquiry_ends_the_notices_about_it(client: Person) -> None:
    maker = keep_stall(client)
    part, other = (asked(make_product(producer=maker)) for _ in range(2))
    user = db.session.query(User).order_by(User.id.desc()).first()
    for one in (part, other):
        leave_notice("inquiry.new", {"part": one.public_id, "number": "P-1", "things": "x", "buyer": "y"}, user=user)
    db.session.commit()
    client.visit(f"/lapak/permintaan/{part.public_id}")
    db.session.rollback()
    unread = db.session.query(Notice).filter_by(read_at=None).one()
    assert unread.params["part"] == other.public_id
