"""Files that come with an inquiry."""

from datetime import timedelta

import pytest
import time_machine
from flask import Flask

from shop.catalogue.models import Product
from shop.lib.clock import now
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


def test_kept_files_of_nobody_of_another_browser_or_of_long_ago_are_chosen_again(
    client: Person, app: Flask, product: Product
) -> None:
    forged = 'x.[["../secret","a.pdf","application/pdf",1]]'
    with time_machine.travel(now()) as time:
        page = the_form(client, product, name="").attach("files", a_picture(), "a.png").send(status=422)
        word, other = page.form("/tanya").values["kept_files"], app.test_client()
        time.shift(timedelta(days=2))
        for person, kept in ((client, forged), (other, word), (client, word)):
            form = the_form(person, product)
            form.values["kept_files"] = kept
            page = form.send(status=422)
            assert "Pilih berkasnya sekali lagi" in page.texts("#files-error")[0]
            assert page.form("/tanya").values["kept_files"] == ""
