"""Files that come with an inquiry."""

import pytest

from shop.catalogue.models import Product
from tests.person import Person
from tests.web.public.buying import Db, a_picture, the_form, vest


@pytest.fixture
def product(db_session: Db) -> Product:
    return vest()


def test_a_file_is_made_anew_kept_while_the_form_is_corrected_and_handed_out(
    client: Person, db_session: Db, product: Product
) -> None:
    page = the_form(client, product, name="").attach("files", a_picture(), "logo.png").send(status=422)
    assert "logo.jpg" in page.text
    page = page.form("/tanya").fill(name="Ratna").send()
    answer = client.get(str(page.soup.select(".message__file")[0]["href"]))
    assert (answer.mimetype, answer.headers["Content-Disposition"]) == ("image/jpeg", "attachment; filename=logo.jpg")
    assert answer.data[:2] == b"\xff\xd8"


def test_a_file_that_is_none_of_ours_is_refused(client: Person, product: Product) -> None:
    page = the_form(client, product).attach("files", b"MZ", "virus.exe").send(status=422)
    assert "Kirim foto atau PDF" in page.text
    form = the_form(client, product)
    for _ in range(6):
        form.attach("files", a_picture(), "a.png")
    assert "paling banyak 5 berkas" in form.send(status=422).text


def test_forged_kept_files_are_ignored(client: Person, db_session: Db, product: Product) -> None:
    form = the_form(client, product)
    form.values["kept_files"] = 'x.[["../secret","a.pdf","application/pdf",1]]'
    assert "a.pdf" not in form.send().text
