"""Name, phone and e-mail of a person."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from shop.accounts import commands
from shop.text.language import gettext as _
from shop.text.language import lazy as _l
from shop.web import sessions
from shop.web.forms import EmailField, Longest, PhoneField, Required, ShopForm, TextField
from shop.web.guards import actor

pages = Blueprint("profile", __name__)


class ProfileForm(ShopForm):
    name = TextField(_l("Nama Anda"), [Required("name_missing"), Longest(120)])
    phone = PhoneField(_l("Nomor HP"))
    email = EmailField(_l("E-mail"), [Longest(254)])


@pages.route("/akun/profil", methods=["GET", "POST"])
def edit() -> ResponseReturnValue:
    """Change them; another e-mail counts when the link sent there is used, another phone once an office saw it."""
    user = sessions.present().user
    form = ProfileForm(name=user.name, phone=user.new_phone or user.phone, email=user.new_email or user.email)
    if form.validate_on_submit():
        with sessions.refusals(form):
            commands.change_profile(actor=actor(), name=form.name.data or "", phone=form.phone.data or "")
            flash(_save_email(form.email.data or ""), "success")
            return redirect(url_for("account.profile.edit"))
    waiting = user.new_email or (user.email if user.email and not user.email_confirmed_at else None)
    return render_template("account/profile/edit.html", form=form, waiting=waiting, user=user), form.status


def _save_email(email: str) -> str:
    if email and commands.want_email(actor=actor(), email=email):
        return _("Disimpan. Buka tautan di e-mail baru Anda, supaya alamat itu berlaku.")
    if not email and commands.drop_email(actor=actor()):
        return _("Profil disimpan. E-mail Anda sudah dihapus dari akun ini.")
    return _("Profil disimpan.")
