"""Which secrets may be chosen, and that comparing costs the same for everybody."""

import pytest
from argon2 import extract_parameters

from shop.accounts import secrets
from shop.accounts.types import SecretKind
from shop.lib.errors import Invalid


@pytest.mark.parametrize(
    ("secret", "code"),
    [
        ("123456", "pin_too_common"),
        ("654321", "pin_too_common"),
        ("890123", "pin_too_common"),
        ("777777", "pin_too_common"),
        ("171717", "pin_too_common"),
        ("482482", "pin_too_common"),
        ("482284", "pin_too_common"),
        ("246810", "pin_too_common"),
        ("170845", "pin_too_common"),
        ("140592", "pin_like_date"),
        ("920514", "pin_like_date"),
        ("051492", "pin_like_date"),
        ("290200", "pin_like_date"),
        ("198812", "pin_like_date"),
        ("121988", "pin_like_date"),
        ("345671", "pin_in_phone"),
        ("956789", "pin_in_phone"),
        ("12345", "password_too_short"),
        ("rahasia", "password_too_short"),
        ("password12345", "password_too_common"),
        ("bismillah 2026", "password_too_common"),
        ("aaaaaaaaaaaab", "password_too_common"),
        ("123456789012", "password_too_common"),
        ("sri.rahayu.2026", "password_is_login"),
        ("x" * 201, "password_too_long"),
    ],
)
def test_a_secret_that_is_easily_guessed_is_refused_with_its_reason(secret: str, code: str) -> None:
    with pytest.raises(Invalid) as refusal:
        secrets.check_secret(secret, phone="+6281234567890", email="sri.rahayu@contoh.example")
    assert (refusal.value.code, refusal.value.field) == (code, "secret")


@pytest.mark.parametrize(
    ("secret", "kind"),
    [
        ("739162", SecretKind.PIN),
        ("608471", SecretKind.PIN),
        ("kain lurik dan benang", SecretKind.PASSWORD),
        ("502938471665", SecretKind.PASSWORD),
    ],
)
def test_a_good_secret_is_a_pin_or_a_password(secret: str, kind: SecretKind) -> None:
    assert secrets.check_secret(secret, phone="+6281234567890") is kind


def test_roles_want_a_password() -> None:
    with pytest.raises(Invalid) as refusal:
        secrets.check_secret("739162", strong=True, field="new")
    assert (refusal.value.code, refusal.value.field) == ("password_too_short", "new")


def test_a_secret_fits_its_own_hash_only() -> None:
    stored = secrets.make_hash("739162")
    assert secrets.is_secret(stored, " 739162 ")
    assert not secrets.is_secret(stored, "739163")
    assert not secrets.is_secret("no hash at all", "739162")
    assert stored != secrets.make_hash("739162")


def test_a_password_fits_however_its_letters_are_composed() -> None:
    assert secrets.is_secret(secrets.make_hash("Café di Blora dua"), "Cafe\u0301 di Blora dua")


def test_an_unknown_account_costs_the_same_work_and_never_fits() -> None:
    assert extract_parameters(secrets.DUMMY_HASH) == extract_parameters(secrets.make_hash("739162"))
    assert not secrets.is_secret(None, "739162")


def test_parameters_meet_owasp_and_weaker_hashes_are_renewed() -> None:
    made = extract_parameters(secrets.make_hash("739162"))
    assert (made.memory_cost, made.time_cost, made.parallelism) == (19456, 2, 1)
    assert not secrets.wants_rehash(secrets.DUMMY_HASH)
    assert secrets.wants_rehash(secrets.DUMMY_HASH.replace("m=19456", "m=9216"))
