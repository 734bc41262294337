"""Notices of a person: the list, read or not, and how they come."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from wtforms import BooleanField, RadioField
from wtforms.fields.choices import SelectChoice

from shop.accounts import commands
from shop.accounts.commands import mark_read
from shop.accounts.notices import notices_page, wants_email
from shop.text.language import gettext as _
from shop.text.language import lazy as _l
from shop.text.notices import word_notice
from shop.web import sessions
from shop.web.forms import ShopForm
from shop.web.guards import actor

pages = Blueprint("notices", __name__)


class SettingsForm(ShopForm):
    by_email = BooleanField(_l("Kirim pemberitahuan juga lewat e-mail"))
    language = RadioField(
        _l("Bahasa pesan"), choices=[SelectChoice("id", "Bahasa Indonesia"), SelectChoice("en", "English")]
    )


@pages.get("/akun/pemberitahuan")
def index() -> ResponseReturnValue:
    """All notices, newest first."""
    page = notices_page(sessions.present().user.id, request.args.get("lanjut"))
    rows = [(notice, word_notice(notice.kind, notice.params)) for notice in page.items]
    further = url_for("account.notices.index", lanjut=page.next_cursor) if page.next_cursor else None
    return render_template("account/notices/index.html", rows=rows, next_url=further)


@pages.post("/akun/pemberitahuan/dibaca")
def read() -> ResponseReturnValue:
    """All notices are read."""
    if sessions.pressed():
        mark_read(sessions.present().user.id)
    return redirect(url_for("account.notices.index"))


@pages.route("/akun/pemberitahuan/atur", methods=["GET", "POST"])
def edit() -> ResponseReturnValue:
    """Whether notices come by e-mail, and in which language."""
    user = sessions.present().user
    form = SettingsForm(by_email=wants_email(user), language=user.language)
    if form.validate_on_submit():
        commands.set_notice_settings(actor=actor(), by_email=form.by_email.data, language=form.language.data)
        flash(_("Pengaturan disimpan."), "success")
        return redirect(url_for("account.notices.index"))
    return render_template("account/notices/edit.html", form=form, has_email=user.email is not None), form.status
