"""One-time links: asking for one, the page with its button, and the POST that uses it."""

from flask import Blueprint, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from wtforms import PasswordField, RadioField
from wtforms.fields.choices import SelectChoice

from shop.accounts import commands
from shop.accounts.models import OneTimeLink
from shop.accounts.queries import link_user, live_link
from shop.accounts.types import Actor, LinkPurpose, UserStatus
from shop.inquiries.commands import join_by_email
from shop.text.language import gettext as _
from shop.text.language import lazy as _l
from shop.web import sessions
from shop.web.forms import Longest, Required, ShopForm, TextField

pages = Blueprint("links", __name__)

_PURPOSES = [
    SelectChoice(LinkPurpose.SIGN_IN, _l("Masuk sekali tanpa PIN")),
    SelectChoice(LinkPurpose.SET_SECRET, _l("Membuat PIN atau kata sandi baru")),
]


class AskForm(ShopForm):
    login = TextField(_l("Nomor HP atau e-mail"), [Required("login_missing"), Longest(254)])
    purpose = RadioField(_l("Tautan untuk apa"), choices=_PURPOSES, default=LinkPurpose.SIGN_IN)


class PressForm(ShopForm):
    """Only the button."""


class SecretForm(ShopForm):
    secret = PasswordField(_l("PIN atau kata sandi baru"), [Required("secret_missing"), Longest(200)])


class ChosenForm(ShopForm):
    secret = PasswordField(_l("PIN atau kata sandi yang Anda pilih saat mendaftar"), [Required("secret_missing")])


@pages.route("/tautan", methods=["GET", "POST"])
def new() -> ResponseReturnValue:
    """Ask for a link; the answer is the same whoever asks."""
    form = AskForm()
    if form.validate_on_submit():
        with sessions.refusals(form):
            purpose = LinkPurpose(form.purpose.data)
            commands.ask_for_link(login=form.login.data or "", purpose=purpose, browser=sessions.browser())
            return redirect(url_for("public.links.sent"))
    return render_template("public/links/new.html", form=form), form.status


@pages.get("/tautan/terkirim")
def sent() -> ResponseReturnValue:
    """What happens after a link was asked for."""
    return render_template("public/links/sent.html", robots="noindex")


@pages.route("/tautan/<token>", methods=["GET", "POST"])
def show(token: str) -> ResponseReturnValue:
    """The button of a link; only pressing it uses the link up."""
    link = live_link(token)
    user = link_user(link) if link else None
    if link is None or user is None:
        return render_template("public/links/show.html", form=None, robots="noindex"), 404
    form = _form(link, new=user.status is UserStatus.UNCONFIRMED)
    if form.validate_on_submit():
        with sessions.refusals(form):
            answer = _use(link.purpose, token, form)
            _keep_earlier_inquiries(link)
            return answer
    page = {"form": form, "token": token, "purpose": str(link.purpose), "robots": "noindex"}
    return render_template("public/links/show.html", **page), form.status


def _form(link: OneTimeLink, *, new: bool) -> ShopForm:
    if link.purpose is LinkPurpose.SET_SECRET:
        return SecretForm()
    return ChosenForm() if link.purpose is LinkPurpose.CONFIRM_EMAIL and new else PressForm()


def _keep_earlier_inquiries(link: OneTimeLink) -> None:
    """A link that came back may have confirmed an e-mail: what was asked with it belongs to the account now."""
    user = link_user(link)
    if user is not None:
        join_by_email(user=user, actor=Actor(user_id=user.id, via="link"))


def _use(purpose: LinkPurpose, token: str, form: ShopForm) -> ResponseReturnValue:
    secret = form.secret.data if "secret" in form else ""
    browser = sessions.browser()
    if purpose is LinkPurpose.SET_SECRET:
        return sessions.welcome(commands.use_secret_link(token=token, secret=secret, browser=browser), None)
    if purpose is LinkPurpose.SIGN_IN:
        return sessions.welcome(commands.use_sign_in_link(token=token, browser=browser), None)
    opened = commands.use_confirm_link(token=token, secret=secret, browser=browser)
    if opened is not None:
        return sessions.welcome(opened, None)
    flash(_("E-mail Anda sudah dikonfirmasi."), "success")
    g.pop("signed_in", None)
    return redirect(url_for("account.home.index"))
