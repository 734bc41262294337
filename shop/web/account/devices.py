"""Where a person is signed in, and how to end it."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from shop.accounts import commands
from shop.accounts.queries import live_devices
from shop.text.language import gettext as _
from shop.web import sessions
from shop.web.guards import actor

pages = Blueprint("devices", __name__)


@pages.get("/akun/perangkat")
def index() -> ResponseReturnValue:
    """The list of devices, this one marked."""
    found = sessions.present()
    return render_template("account/devices/index.html", devices=live_devices(found.user.id), here=found.device.id)


@pages.post("/akun/perangkat/<public_id>/keluar")
def delete(public_id: str) -> ResponseReturnValue:
    """End the session of one device."""
    if sessions.pressed():
        commands.revoke_device(public_id=public_id, actor=actor())
        flash(_("Perangkat itu sudah keluar."), "success")
    return redirect(url_for("account.devices.index"))


@pages.post("/akun/perangkat/keluar-lainnya")
def clear() -> ResponseReturnValue:
    """End all sessions but this one."""
    if sessions.pressed():
        token = sessions.token_of(sessions.SESSION)
        commands.revoke_all(user=sessions.present().user, actor=actor(), but_token=token)
        flash(_("Semua perangkat lain sudah keluar."), "success")
    return redirect(url_for("account.devices.index"))
