"""Errors carry what is needed to word them."""

import pytest

from shop.lib.errors import Conflict, Forbidden, Invalid, NotFound, ShopError, WrongState, require


@pytest.mark.parametrize("kind", [NotFound, Forbidden, WrongState, Invalid, Conflict])
def test_every_error_is_a_shop_error_with_code_field_and_parameters(kind: type[ShopError]) -> None:
    error = kind("too_many", "quantity", most=10)
    assert isinstance(error, ShopError)
    assert (error.code, error.field, error.params) == ("too_many", "quantity", {"most": 10})
    assert str(error) == "too_many"


def test_a_policy_that_says_no_is_forbidden() -> None:
    with pytest.raises(Forbidden) as raised:
        require(False)
    assert raised.value.code == "not_allowed"


def test_a_policy_that_says_yes_lets_pass() -> None:
    require(True)
