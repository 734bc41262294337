"""Setting up the second factor: start, scan, confirm by a first code; and taking it away."""

from io import BytesIO

from flask import Blueprint, Response, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from shop.accounts import commands, totp
from shop.lib.errors import NotFound
from shop.text.language import gettext as _
from shop.text.language import lazy as _l
from shop.web import sessions
from shop.web.forms import Longest, Required, TextField
from shop.web.guards import actor
from shop.web.proof_form import ProofForm

pages = Blueprint("codes", __name__)


class CodeForm(ProofForm):
    code = TextField(_l("Kode 6 angka"), [Required("code_missing"), Longest(12)])


@pages.post("/akun/keamanan/kode/mulai")
def create() -> ResponseReturnValue:
    """Make a secret to be scanned."""
    if sessions.pressed():
        commands.draft_totp(actor=actor())
    return redirect(url_for("account.codes.edit"))


@pages.route("/akun/keamanan/kode", methods=["GET", "POST"])
def edit() -> ResponseReturnValue:
    """The secret as a picture and as text, and the first code that confirms it, beside the own PIN."""
    user, form = sessions.present().user, CodeForm()
    sent = form.validate_on_submit()
    if user.totp_draft is None:
        return redirect(url_for("account.security.index"))
    key = totp.shown(user.totp_draft)
    if sent:
        with sessions.refusals(form):
            commands.confirm_totp(actor=actor(), proof=form.proof())
            flash(_("Kode kedua sudah terpasang."), "success")
            return redirect(url_for("account.security.index"))
    return render_template("account/codes/edit.html", form=form, key=key), form.status


@pages.get("/akun/keamanan/kode.svg", localized=False)
def picture() -> ResponseReturnValue:
    """The QR code of the secret that waits to be scanned; kept by nobody."""
    import segno

    user = sessions.present().user
    if user.totp_draft is None:
        raise NotFound("not_found")
    address = totp.address(user.totp_draft, account=user.email or user.phone or "", shop=sessions.shop_name())
    out = BytesIO()
    segno.make(address, micro=False).save(out, kind="svg", scale=6, border=4, light="#fff", xmldecl=False)
    return Response(out.getvalue(), mimetype="image/svg+xml", headers={"Cache-Control": "no-store"})


@pages.route("/akun/keamanan/kode/lepas", methods=["GET", "POST"])
def delete() -> ResponseReturnValue:
    """Take the second factor away by secret and a last code; not where a role needs it."""
    form = CodeForm()
    if form.validate_on_submit():
        with sessions.refusals(form):
            commands.remove_totp(actor=actor(), proof=form.proof())
            return sessions.farewell()
    return render_template("account/codes/delete.html", form=form), form.status
