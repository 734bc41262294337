"""Accounts, for administrators: found, helped after a lost phone or PIN, closed and opened."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from shop.accounts import commands
from shop.accounts.directory import roles_of, user_for, users_page
from shop.accounts.models import Membership, User
from shop.accounts.policies import may_manage_users, reads_mail
from shop.accounts.types import UserStatus
from shop.lib.errors import NotFound, require
from shop.lib.phone import format_phone
from shop.text.formats import join_words
from shop.text.labels import label
from shop.text.language import gettext as _
from shop.web.forms import ActionForm, flashed_refusals
from shop.web.guards import actor
from shop.web.handing_over import HandOverForm, card, hand_over_form
from shop.web.staff.searching import people_search

pages = Blueprint("users", __name__)


@pages.route("/dinas/pengguna", methods=["GET", "POST"])
def index() -> ResponseReturnValue:
    """Everybody with a role; anybody by phone or e-mail."""
    form = people_search(_("Nama, nomor HP, atau e-mail"))
    page = users_page(actor(), form.words, form.cursor)
    roles = roles_of(page.items)
    told = {"rows": [_row(user, roles[user.id]) for user in page.items], "next_cursor": page.next_cursor}
    return render_template("staff/users/index.html", form=form, **told), form.status


@pages.get("/dinas/pengguna/<public_id>")
def show(public_id: str) -> ResponseReturnValue:
    """One account, and how to help its person."""
    user = user_for(actor(), public_id)
    return _page(user, hand_over_form(user))


@pages.route("/dinas/pengguna/<public_id>/tautan", methods=["GET", "POST"])
def link(public_id: str) -> ResponseReturnValue:
    """Make a link and show it this once; never for an account with a role or with mail."""
    user, form = user_for(actor(), public_id), HandOverForm()
    if form.validate_on_submit():
        with form.refusals():
            issued = commands.hand_over_link(user=user, purpose=form.chosen, actor=actor())
            return render_template("staff/users/link.html", user=user, card=card(issued))
    if not form.is_submitted():
        return redirect(url_for("staff.users.show", public_id=public_id))
    return _page(user, form)


@pages.post("/dinas/pengguna/<public_id>/<deed>")
def act(public_id: str, deed: str) -> ResponseReturnValue:
    """One button: take the second factor away, mail a link, confirm the number, close or open the account."""
    user = user_for(actor(), public_id)
    if ActionForm().validate_on_submit():
        with flashed_refusals():
            flash(_done(deed, user), "success")
    return redirect(url_for("staff.users.show", public_id=public_id))


def _done(deed: str, user: User) -> str:
    who = actor()
    if deed == "kode":
        commands.remove_lost_totp(actor=who, user=user)
        return _("Kode kedua dilepas. Ia memasang yang baru setelah masuk.")
    if deed == "surat":
        commands.mail_secret_link(user=user, actor=who)
        return _("Tautan untuk membuat kata sandi baru dikirim ke e-mailnya.")
    if deed == "nomor":
        require(may_manage_users(who))
        commands.prove_phone(user=user, actor=who)
        return _("Nomor itu sekarang dipakai untuk masuk.")
    if deed == "tutup":
        commands.disable_user(user=user, actor=who)
        return _("Akun ditutup. Semua perangkatnya sudah keluar.")
    if deed == "buka":
        commands.enable_user(user=user, actor=who)
        return _("Akun dibuka lagi.")
    raise NotFound("not_found")


def _row(user: User, roles: list[Membership]) -> list[Any]:
    return [
        {"text": user.name, "url": url_for("staff.users.show", public_id=user.public_id)},
        *_standing(user, roles),
    ]


def _standing(user: User, roles: list[Membership]) -> tuple[str, str, str]:
    """Roles, second factor and state in words."""
    code = _("Terpasang") if user.totp_secret else _("Belum dipasang")
    return join_words(_role(one) for one in roles) or _("Tanpa peran"), code, _state(user)


def _role(membership: Membership) -> str:
    place = membership.office or membership.partner
    return f"{label(membership.role)}, {place.name}" if place else label(membership.role)


def _state(user: User) -> str:
    words = {
        UserStatus.ACTIVE: _("Terbuka"),
        UserStatus.UNCONFIRMED: _("Belum dikonfirmasi"),
        UserStatus.DISABLED: _("Ditutup"),
    }
    return words[user.status]


def _page(user: User, form: HandOverForm) -> ResponseReturnValue:
    roles = roles_of([user])[user.id]
    code, state = _standing(user, roles)[1:]
    facts = [
        (_("Nomor HP"), format_phone(user.phone) if user.phone else ""),
        (_("E-mail"), user.email or ""),
        (_("Kode kedua"), code),
        (_("Akun"), state),
    ]
    page = {
        "user": user,
        "facts": [fact for fact in facts if fact[1]],
        "form": None if roles or reads_mail(user) else form,
    }
    named = [(one.id, _role(one)) for one in roles]
    own = user.id == actor().user_id
    return render_template("staff/users/show.html", **page, roles=named, own=own), form.status
