"""Signing a person of the tests in, as they would do it themselves."""

import pyotp

from shop.accounts.commands.devices import Browser, open_device
from shop.accounts.models import User
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


def stay_signed_in(person: Person, user: User) -> None:
    """A browser in which this user has passed everything that signing in asks, some time ago."""
    opened = open_device(user=user, browser=Browser(label="Firefox", address="192.0.2.1"), with_code=True)
    person.set_cookie("sesi", opened.token)
