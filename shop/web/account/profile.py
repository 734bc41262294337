"""Name, phone and e-mail of a person."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from shop.accounts import commands
from shop.accounts.commands import EmailChange, OwnProfile
from shop.text.language import gettext as _
from shop.text.language import lazy as _l
from shop.web import sessions
from shop.web.forms import EmailField, Longest, PhoneField, Required, TextField
from shop.web.guards import actor
from shop.web.proof_form import ProofForm

pages = Blueprint("profile", __name__)


class ProfileForm(ProofForm):
    name = TextField(_l("Nama Anda"), [Required("name_missing"), Longest(120)])
    phone = PhoneField(_l("Nomor HP"))
    email = EmailField(_l("E-mail"), [Longest(254)])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if sessions.present().user.totp_secret is None:
            del self.code

    def wanted(self) -> OwnProfile:
        """What was typed."""
        return OwnProfile(name=self.name.data or "", phone=self.phone.data or "", email=self.email.data or "")


@pages.route("/akun/profil", methods=["GET", "POST"])
def edit() -> ResponseReturnValue:
    """Change them; another e-mail counts when the link sent there is used, another phone once an office saw it."""
    user = sessions.present().user
    form = ProfileForm(name=user.name, phone=user.new_phone or user.phone, email=user.new_email or user.email)
    if form.validate_on_submit():
        with sessions.refusals(form):
            change = commands.change_profile(actor=actor(), wanted=form.wanted(), proof=form.proof())
            flash(_said(change), "success")
            return redirect(url_for("account.profile.edit"))
    waiting = user.new_email or (user.email if user.email and not user.email_confirmed_at else None)
    return render_template("account/profile/edit.html", form=form, waiting=waiting, user=user), form.status


def _said(change: EmailChange) -> str:
    words = {
        EmailChange.NONE: _("Profil disimpan."),
        EmailChange.WANTED: _("Disimpan. Buka tautan di e-mail baru Anda, supaya alamat itu berlaku."),
        EmailChange.DROPPED: _("Profil disimpan. E-mail Anda sudah dihapus dari akun ini."),
    }
    return words[change]
