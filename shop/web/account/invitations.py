"""Makers that ask the owner of this account to belong to them."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from shop.producers.commands import accept_invitation, decline_invitation
from shop.producers.invitations import invitation_for, invitations_of
from shop.text.labels import label
from shop.text.language import gettext as _
from shop.web import sessions
from shop.web.guards import actor

pages = Blueprint("invitations", __name__)


@pages.get("/akun/undangan")
def index() -> ResponseReturnValue:
    """What waits for an answer."""
    waiting = [(row, label(row.role)) for row in invitations_of(sessions.present().user.id)]
    return render_template("account/invitations/index.html", waiting=waiting)


@pages.post("/akun/undangan/<member_id>/terima")
def accept(member_id: str) -> ResponseReturnValue:
    """From now on this account works for the maker."""
    if sessions.pressed():
        member = invitation_for(sessions.present().user.id, member_id)
        accept_invitation(member=member, actor=actor())
        flash(_("Anda sekarang bagian dari %(maker)s.", maker=member.producer.stall_name), "success")
        return redirect(url_for("account.home.index"))
    return redirect(url_for("account.invitations.index"))


@pages.post("/akun/undangan/<member_id>/tolak")
def decline(member_id: str) -> ResponseReturnValue:
    """Nothing changes."""
    if sessions.pressed():
        decline_invitation(member=invitation_for(sessions.present().user.id, member_id), actor=actor())
        flash(_("Undangan ditolak. Akun Anda tidak berubah."), "success")
    return redirect(url_for("account.invitations.index"))
