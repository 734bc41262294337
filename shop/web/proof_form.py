"""The boxes by which whoever sits at an open session shows that the account is theirs."""

from typing import Any

from wtforms import PasswordField

from shop.accounts.commands import Proof
from shop.text.language import lazy as _l
from shop.web.forms import Longest, ShopForm, TextField
from shop.web.sessions import present


class ProofForm(ShopForm):
    """Without the box for a secret where the account has none yet; the command says what is missing."""

    secret = PasswordField(_l("PIN atau kata sandi sekarang"), [Longest(200)])
    code = TextField(_l("Kode 6 angka"), [Longest(12)])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if present().user.secret_hash is None:
            del self.secret

    def proof(self) -> Proof:
        """What was typed, for the command that asks for it."""
        typed = {name: self[name].data or "" for name in ("secret", "code") if name in self}
        return Proof(device=present().device, **typed)
