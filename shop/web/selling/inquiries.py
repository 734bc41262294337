"""One inquiry as its maker sees it: what is asked, the talk about it, the quote, and a decline."""

from typing import Any
from urllib.parse import quote as quoted

from flask import Blueprint, Response, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from shop.inquiries.commands import Word, ask_buyer, decline_part, make_quote, mark_seen, write_message
from shop.inquiries.models import InquiryPart
from shop.inquiries.queries import PartView, attachment_for_stall, part_for_stall
from shop.inquiries.types import WAITING, DeclineReason
from shop.lib.errors import NotFound
from shop.orders.queries import order_of_part
from shop.platform import storage
from shop.producers.types import Right
from shop.text.language import gettext as _
from shop.text.language import using
from shop.web.selling.answering import DeclineForm, contact_is_open, quote_form, word_form
from shop.web.selling.chosen import stall
from shop.web.selling.talk import page_facts
from shop.web.transactions import writes

pages = Blueprint("inquiries", __name__)


@pages.get("/lapak/permintaan/<public_id>")
@writes
def show(public_id: str) -> ResponseReturnValue:
    """The whole inquiry; the first look is noted, so that the buyer sees "dibaca"."""
    view = _view(public_id)
    mark_seen(part=view.part, actor=g.actor)
    return render_template("selling/inquiries/show.html", **_page(view))


@pages.post("/lapak/permintaan/<public_id>/penawaran")
def quote(public_id: str) -> ResponseReturnValue:
    """Send a quote, or with the button "Hitung" only add it up."""
    view = _view(public_id)
    form = quote_form(view)
    if form.validate_on_submit() and not request.form.get("count"):
        with form.refusals():
            make_quote(part=view.part, offer=form.offer(), key=form.quote_key.data or None, actor=g.actor)
            flash(_("Penawaran terkirim. Pembeli menerima kabar."), "success")
            return redirect(url_for("selling.inquiries.show", public_id=public_id))
    return render_template("selling/inquiries/show.html", **_page(view, quote=form)), form.status


@pages.post("/lapak/permintaan/<public_id>/pesan")
def ask(public_id: str) -> ResponseReturnValue:
    """Ask the buyer, or once there is a quote write to them."""
    form = word_form()
    files = form.stored()
    refused = list(form.files.errors)
    view = _view(public_id)
    if form.validate_on_submit() and not refused:
        with form.refusals():
            say = ask_buyer if view.part.state in WAITING and view.part.agreed_at is None else write_message
            word = Word(body=form.body.data or "", key=form.word_key.data or None, files=files)
            say(part=view.part, word=word, actor=g.actor)
            flash(_("Pesan terkirim."), "success")
            return redirect(url_for("selling.inquiries.show", public_id=public_id) + "#percakapan")
    form.files.errors = [*form.files.errors, *refused]
    return render_template("selling/inquiries/show.html", **_page(view, word=form)), 422


@pages.post("/lapak/permintaan/<public_id>/tolak")
def decline(public_id: str) -> ResponseReturnValue:
    """Say that it cannot be done, and why."""
    view, form = _view(public_id), DeclineForm()
    if form.validate_on_submit():
        with form.refusals():
            note, reason = form.decline_note.data or "", DeclineReason(form.reason.data)
            decline_part(part=view.part, reason=reason, note=note, actor=g.actor)
            flash(_("Pembeli diberi tahu bahwa Anda belum bisa."), "success")
            return redirect(url_for("selling.home.index"))
    return render_template("selling/inquiries/show.html", **_page(view, decline=form)), form.status


@pages.get("/lapak/permintaan/<public_id>/berkas/<file_id>")
def file(public_id: str, file_id: str) -> Response:
    """A file that the buyer or the maker attached."""
    view = _view(public_id)
    found = attachment_for_stall(file_id, view.part.producer)
    data = storage.current().get(found.key) if found.inquiry_id == view.part.inquiry_id else None
    if data is None:
        raise NotFound("file_unknown")
    response = Response(data, mimetype=found.media_type)
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quoted(found.name)}"
    return response


@pages.get("/lapak/permintaan/<public_id>/wa")
def whatsapp(public_id: str) -> ResponseReturnValue:
    """On to WhatsApp with a ready text; the number stands on no page of ours."""
    part = _view(public_id).part
    if not contact_is_open(part):
        raise NotFound("not_found")
    with using(part.inquiry.language):
        text = _whatsapp_text(part)
    digits = (part.inquiry.phone or "").removeprefix("+")
    response = redirect(f"https://wa.me/{digits}?text={quoted(text)}")
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def _whatsapp_text(part: InquiryPart) -> str:
    return _(
        "Halo %(name)s, saya dari %(stall)s. Ini tentang permintaan %(number)s.",
        name=part.inquiry.name,
        stall=part.producer.stall_name,
        number=part.inquiry.number,
    )


def _view(public_id: str) -> PartView:
    return part_for_stall(public_id, stall(Right.ANSWER, Right.QUOTE))


def _page(view: PartView, quote: Any = None, word: Any = None, decline: Any = None) -> dict[str, Any]:
    """Everything on the page; of its three forms only the posted one holds what was typed."""
    blank = request.method == "GET"
    return {
        **page_facts(view, order_of_part(view.part)),
        "quote": quote or quote_form(view, filled=blank),
        "word": word or word_form(filled=blank),
        "decline": decline or (DeclineForm() if blank else DeclineForm(formdata=None)),
        "may_quote": g.actor.may_for(view.part.producer.public_id, Right.QUOTE),
        "may_answer": g.actor.may_for(view.part.producer.public_id, Right.ANSWER),
        "opened": "quote" if quote else "decline" if decline else "word" if word else "",
    }
