"""A second factor is set by a code of its own, and tries at it are counted."""

import pytest

from shop.accounts import commands, totp
from shop.accounts.commands.sign_in import TRIES, check_code
from shop.accounts.types import Actor
from shop.lib.errors import Invalid, WrongState
from tests.accounts.making import TOTP, make_proof, make_user

pytestmark = pytest.mark.usefixtures("db_session")


def test_a_code_confirms_only_what_was_started_and_too_many_wrong_ones_wait() -> None:
    user = make_user()
    actor, proof = Actor(user_id=user.id), make_proof(user, code="x")
    with pytest.raises(WrongState, match="totp_not_started"):
        commands.confirm_totp(actor=actor, proof=proof)
    commands.draft_totp(actor=actor)
    codes = []
    for _ in range(TRIES + 1):
        with pytest.raises(Invalid) as refusal:
            commands.confirm_totp(actor=actor, proof=proof)
        codes.append(refusal.value.code)
    assert codes == ["code_wrong"] * TRIES + ["code_locked"]
    with pytest.raises(WrongState, match="totp_not_set"):
        commands.remove_totp(actor=actor, proof=proof)


def test_a_code_that_was_used_at_this_very_moment_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    user = make_user(totp=TOTP)
    monkeypatch.setattr(totp, "matching_step", lambda *_arguments: 7)
    user.totp_last_step = 6
    check_code(user, "")
    with pytest.raises(Invalid, match="code_wrong"):
        check_code(user, "")
