"""Codes of the second factor."""

from collections.abc import Iterator

import pyotp
import pytest
import time_machine
from cryptography.fernet import Fernet

from shop.accounts import totp
from shop.platform import crypt

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
MOMENT = 1_790_000_010


@pytest.fixture(autouse=True)
def stored() -> Iterator[str]:
    crypt.configure([Fernet.generate_key().decode()])
    with time_machine.travel(MOMENT, tick=False):
        yield totp.kept(SECRET)


def test_the_secret_is_not_stored_in_clear(stored: str) -> None:
    assert SECRET not in stored
    assert totp.shown(stored) == SECRET


def test_a_code_counts_half_a_minute_early_or_late_and_no_longer(stored: str) -> None:
    codes = {drift: pyotp.TOTP(SECRET).at(MOMENT + drift) for drift in (-60, -30, 0, 30, 60)}
    present = MOMENT // 30
    assert totp.matching_step(stored, codes[0], None) == present
    assert totp.matching_step(stored, codes[-30], None) == present - 1
    assert totp.matching_step(stored, codes[30], None) == present + 1
    assert totp.matching_step(stored, codes[60], None) is None
    assert totp.matching_step(stored, codes[-60], None) is None


def test_a_step_that_was_used_is_refused_and_so_are_earlier_ones(stored: str) -> None:
    code = pyotp.TOTP(SECRET).at(MOMENT)
    assert totp.matching_step(stored, code, MOMENT // 30) is None
    assert totp.matching_step(stored, pyotp.TOTP(SECRET).at(MOMENT - 30), MOMENT // 30) is None
    assert totp.matching_step(stored, code, MOMENT // 30 - 1) == MOMENT // 30


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "abcdef", "١٢٣٤٥٦"])
def test_what_is_no_code_is_none(stored: str, typed: str) -> None:
    assert totp.matching_step(stored, typed, None) is None


def test_a_code_may_be_typed_with_a_space(stored: str) -> None:
    code = pyotp.TOTP(SECRET).at(MOMENT)
    assert totp.matching_step(stored, f"{code[:3]} {code[3:]}", None) is not None


def test_the_address_for_the_qr_code_names_shop_and_account(stored: str) -> None:
    address = totp.address(stored, account="wulan@contoh.example", shop="Lapakarya")
    assert address.startswith("otpauth://totp/Lapakarya:wulan%40contoh.example?secret=JBSW")


def test_new_secrets_differ(stored: str) -> None:
    assert totp.shown(totp.new_secret()) != totp.shown(totp.new_secret())
