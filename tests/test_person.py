"""The person of the tests does what a browser does, and sees the faults of an answer."""

import pytest
from flask import Flask, Response, make_response, redirect, request

from tests.pages import PageFault
from tests.person import Person

PAGE = """<!doctype html><html lang="id"><head><title>Uji</title>
<meta name="viewport" content="width=device-width"></head><body><main><h1>Uji  coba</h1>{}</main></body></html>"""
FORM = """<form method="post" action="/kirim" enctype="multipart/form-data">
<input type="hidden" name="csrf_token" value="t"><label>Nama <input name="name" value="Sari"></label>
<label>Pesan <textarea name="message">\nHalo</textarea></label>
<label>Jenis <select name="kind"><option value="a">A</option><option value="b" selected>B</option></select></label>
<label>Kota <select name="town"><option>Malang</option><option>Tuban</option></select></label>
<label><input type="checkbox" name="size" value="S" checked>S</label>
<label><input type="checkbox" name="size" value="M">M</label><label>Foto <input type="file" name="photo"></label>
<button type="submit">Kirim</button><button type="submit" name="then" value="more">Simpan lagi</button></form>
<form method="get" action="/cari"><label>Cari <input name="q"></label><button type="submit">Cari</button></form>
<a href="/tujuan">Lanjut</a>"""


def page(inner: str, **headers: str) -> Response:
    response = make_response(PAGE.format(inner))
    response.headers["Content-Security-Policy"] = "script-src 'self'"
    response.headers.update({name.replace("_", "-"): value for name, value in headers.items()})
    return response


@pytest.fixture
def visitor() -> Person:
    app = Flask(__name__)
    app.test_client_class = Person
    app.add_url_rule("/", "home", lambda: page(FORM))
    app.add_url_rule("/kirim", "send", said, methods=["POST"])
    app.add_url_rule("/cari", "find", lambda: page(f"<p>Anda mencari {request.args['q']}</p>"))
    app.add_url_rule("/tujuan", "goal", lambda: redirect("/cari?q=tujuan"))
    app.add_url_rule("/rusak", "broken", lambda: page("<h1>Dua</h1>"))
    app.add_url_rule("/kue", "cookie", lambda: page("", Cache_Control="public, max-age=60", Set_Cookie="a=b"))
    app.add_url_rule("/polos", "bare", lambda: PAGE.format(""))
    app.add_url_rule("/data", "data", lambda: {"kind": None})
    visitor = app.test_client()
    assert isinstance(visitor, Person)
    return visitor


def said() -> tuple[Response, int]:
    values = ";".join(f"{name}={','.join(request.form.getlist(name))}" for name in request.form)
    files = ",".join(f"{file.filename}:{len(file.read())}" for file in request.files.getlist("photo"))
    return page(f"<p>{values}</p><p id='files'>{files}</p>"), 422 if request.form["name"] == "" else 200


def test_a_form_is_sent_as_the_page_gave_it(visitor: Person) -> None:
    answer = visitor.visit("/").form().send()
    assert answer.texts("p")[0] == "csrf_token=t;name=Sari;message=Halo;kind=b;town=Malang;size=S"


def test_what_is_typed_chosen_and_attached_is_sent(visitor: Person) -> None:
    form = visitor.visit("/").form("/kirim", button="Simpan lagi")
    form.fill(name="Budi", kind="a", size=["S", "M"]).attach("photo", b"12345", "a.jpg").attach("photo", b"1", "b.jpg")
    answer = form.send("Simpan lagi")
    assert answer.texts("p")[0] == "csrf_token=t;name=Budi;message=Halo;kind=a;town=Malang;size=S,M;then=more"
    assert answer.texts("#files") == ["a.jpg:5,b.jpg:1"]


def test_a_field_is_emptied_and_a_tick_taken_away(visitor: Person) -> None:
    answer = visitor.visit("/").form().fill(name=None, size=None).send(status=422)
    assert answer.status == 422
    assert "name=;" in answer.text
    assert "size" not in answer.text


def test_links_and_searches_lead_on(visitor: Person) -> None:
    assert visitor.visit("/").follow("Lanjut").path == "/cari"
    found = visitor.visit("/").form("/cari").fill(q="masker").send()
    assert (found.heading, found.texts("p")) == ("Uji coba", ["Anda mencari masker"])


def test_nobody_fills_or_presses_what_is_not_there(visitor: Person) -> None:
    home = visitor.visit("/")
    with pytest.raises(AssertionError, match="no field 'price'"):
        home.form().fill(price=1)
    with pytest.raises(AssertionError, match="kind offers"):
        home.form().fill(kind="c")
    with pytest.raises(AssertionError, match="no button 'Hapus'"):
        home.form().send("Hapus")
    with pytest.raises(AssertionError, match="no link 'Keluar'"):
        home.follow("Keluar")
    with pytest.raises(AssertionError, match="no form"):
        home.form("/hapus")


@pytest.mark.parametrize(
    ("address", "fault"),
    [("/rusak", "2 h1"), ("/kue", "a cacheable answer sets a cookie"), ("/polos", "no content security policy")],
)
def test_a_bad_answer_fails_the_test_that_opened_it(visitor: Person, address: str, fault: str) -> None:
    with pytest.raises(PageFault, match=fault):
        visitor.get(address)


def test_answers_that_are_no_pages_are_let_through(visitor: Person) -> None:
    assert visitor.get("/data").json == {"kind": None}
    assert visitor.head("/polos").status_code == 200
