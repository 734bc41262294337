"""PIN or password, and the state of the second factor."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from wtforms import PasswordField

from shop.accounts import commands
from shop.text.language import gettext as _
from shop.text.language import lazy as _l
from shop.web import sessions
from shop.web.forms import Longest, Required, ShopForm
from shop.web.guards import actor

pages = Blueprint("security", __name__)


class SecretForm(ShopForm):
    old = PasswordField(_l("PIN atau kata sandi sekarang"), [Required("secret_missing"), Longest(200)])
    new = PasswordField(_l("PIN atau kata sandi baru"), [Required("secret_missing"), Longest(200)])


@pages.get("/akun/keamanan")
def index() -> ResponseReturnValue:
    """How this account is protected, and what its roles still need."""
    found = sessions.present()
    return render_template(
        "account/security/index.html",
        kind=found.user.secret_kind,
        has_secret=found.user.secret_hash is not None,
        has_code=found.user.totp_secret is not None,
        is_staff=found.is_staff,
        unfinished=found.unfinished,
    )


@pages.route("/akun/keamanan/ganti", methods=["GET", "POST"])
def edit() -> ResponseReturnValue:
    """Choose another PIN or password."""
    form = SecretForm()
    token = sessions.token_of(sessions.SESSION) or ""
    if form.validate_on_submit():
        with sessions.refusals(form):
            commands.change_secret(actor=actor(), old=form.old.data or "", new=form.new.data or "", token=token)
            flash(_("Sudah diganti. Perangkat lain sudah keluar."), "success")
            return redirect(url_for("account.security.index"))
    is_staff = sessions.present().is_staff
    return render_template("account/security/edit.html", form=form, is_staff=is_staff), form.status
