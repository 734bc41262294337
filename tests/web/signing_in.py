"""Signing a person of the tests in, as they would do it themselves."""

import pyotp

from shop.lib.clock import now
from tests.accounts.making import PASSWORD, PHONE, PIN, TOTP
from tests.person import Page, Person


def sign_in(person: Person, login: str = PHONE, secret: str = PIN, status: int = 200) -> Page:
    """Fill the sign-in form and press its button."""
    return person.visit("/masuk").form("/masuk").fill(login=login, secret=secret).send("Masuk", status)


def sign_in_staff(person: Person, login: str, status: int = 200) -> Page:
    """Sign in with password and code; the page is the one where staff begins."""
    page = sign_in(person, login, PASSWORD)
    code = pyotp.TOTP(TOTP).at(int(now().timestamp()))
    return page.form("/masuk/kode").fill(code=code).send("Lanjut", status)
