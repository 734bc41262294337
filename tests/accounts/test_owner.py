"""Ways into an account change only by who can show to be its owner."""

from datetime import timedelta

import pyotp
import pytest

from shop.accounts.commands import Proof
from shop.accounts.commands.owner import LINK_IS_FRESH, prove_owner
from shop.accounts.commands.sign_in import TRIES
from shop.accounts.types import Actor
from shop.lib.clock import now
from shop.lib.errors import Invalid
from tests.accounts.making import PASSWORD, PIN, TOTP, make_proof, make_staff, make_user

pytestmark = pytest.mark.usefixtures("db_session")


def refusal(actor: Actor, proof: Proof) -> str:
    with pytest.raises(Invalid) as refused:
        prove_owner(actor=actor, proof=proof)
    return refused.value.code


def test_a_second_factor_is_asked_for_beside_the_secret_and_cannot_be_guessed() -> None:
    user = make_staff()
    actor = Actor(user_id=user.id)
    assert refusal(actor, make_proof(user, PASSWORD)) == "code_missing"
    prove_owner(actor=actor, proof=make_proof(user, PASSWORD, pyotp.TOTP(TOTP).at(int(now().timestamp()))))
    wrong = make_proof(user, PASSWORD, "x")
    assert [refusal(actor, wrong) for _ in range(TRIES + 1)] == ["code_wrong"] * TRIES + ["code_locked"]


def test_the_secret_cannot_be_guessed_from_an_open_session() -> None:
    user = make_user()
    wrong = [refusal(Actor(user_id=user.id), make_proof(user, "111222")) for _ in range(TRIES)]
    assert (set(wrong), refusal(Actor(user_id=user.id), make_proof(user, PIN))) == ({"secret_wrong"}, "sign_in_locked")


def test_without_a_secret_a_session_that_a_link_just_opened_is_enough() -> None:
    user = make_user(secret=None)
    proof = make_proof(user)
    prove_owner(actor=Actor(user_id=user.id), proof=proof)
    proof.device.created_at -= LINK_IS_FRESH + timedelta(seconds=1)
    assert refusal(Actor(user_id=user.id), proof) == "session_not_fresh"
