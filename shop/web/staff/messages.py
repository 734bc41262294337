"""Messages that gave up: what they were, and another try."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from shop.audit.commands import record
from shop.platform.failures import failed_messages, retry
from shop.text.language import gettext as _
from shop.web.forms import ActionForm
from shop.web.guards import actor

pages = Blueprint("messages", __name__)


@pages.get("/dinas/pesan")
def index() -> ResponseReturnValue:
    """The newest failed messages; of an error only its kind, as more could name people."""
    rows = [(row, (row.last_error or "").partition(":")[0]) for row in failed_messages()]
    return render_template("staff/messages/index.html", rows=rows)


@pages.post("/dinas/pesan/<public_id>/ulang")
def again(public_id: str) -> ResponseReturnValue:
    """Send one message round once more."""
    if ActionForm().validate_on_submit():
        record(actor=actor(), action="outbox.retried", target=retry(public_id))
        flash(_("Pesan dikirim ulang. Lihat lagi sebentar lagi."), "success")
    return redirect(url_for("staff.messages.index"))
