"""Signing in and out: phone or e-mail with a secret, then a code where a second factor is set."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from wtforms import HiddenField, PasswordField

from shop.accounts import commands
from shop.text.language import lazy as _l
from shop.web import sessions
from shop.web.forms import ActionForm, Longest, Required, ShopForm, TextField

pages = Blueprint("session", __name__)


class SignInForm(ShopForm):
    login = TextField(_l("Nomor HP atau e-mail"), [Required("login_missing"), Longest(254)])
    secret = PasswordField(_l("PIN atau kata sandi"), [Required("secret_missing"), Longest(200)])
    next = HiddenField()


class CodeForm(ShopForm):
    code = TextField(_l("Kode 6 angka"), [Required("code_missing"), Longest(12)])
    next = HiddenField()


@pages.route("/masuk", methods=["GET", "POST"])
def new() -> ResponseReturnValue:
    """The sign-in form; wrong tries are counted whatever becomes of the page."""
    form = SignInForm(next=sessions.same_site(request.args.get("next")))
    if request.method == "GET" and (found := sessions.look_up()):
        return redirect(form.next.data or sessions.home_of(found))
    if form.validate_on_submit():
        with sessions.refusals(form):
            opened = commands.start_sign_in(
                login=form.login.data or "", secret=form.secret.data or "", browser=sessions.browser()
            )
            return sessions.welcome(opened, form.next.data)
    return render_template("public/session/new.html", form=form), form.status


@pages.route("/masuk/kode", methods=["GET", "POST"])
def code() -> ResponseReturnValue:
    """The code of the second factor, for a sign-in whose secret was right."""
    form = CodeForm(next=sessions.same_site(request.args.get("next")))
    token = sessions.token_of(sessions.PENDING)
    sent = form.validate_on_submit()
    if token is None:
        return redirect(url_for("public.session.new"))
    if sent:
        with sessions.refusals(form):
            opened = commands.finish_sign_in(token=token, code=form.code.data or "", browser=sessions.browser())
            return sessions.welcome(opened, form.next.data)
    return render_template("public/session/code.html", form=form), form.status


@pages.post("/keluar")
def delete() -> ResponseReturnValue:
    """Sign out; where the form's token has run out, the button is shown once more."""
    form = ActionForm()
    if form.validate_on_submit():
        return sessions.farewell()
    return render_template("public/session/delete.html", form=form), form.status
