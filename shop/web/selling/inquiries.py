"""One inquiry as its maker sees it: what is asked, the talk about it, the quote, and a decline."""

from typing import Any

from flask import Blueprint, Response, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from shop.accounts.commands import mark_read_about
from shop.inquiries.commands import ask_buyer, decline_part, make_quote, mark_seen, write_message
from shop.inquiries.queries import PartView, attachment_for_stall, part_for_stall
from shop.inquiries.types import WAITING, DeclineReason
from shop.lib.errors import NotFound
from shop.lib.phone import whatsapp_url
from shop.orders.queries import order_of_part
from shop.producers.types import Right
from shop.text.language import gettext as _
from shop.text.whatsapp import to_buyer
from shop.web.attachments import attachment_response
from shop.web.context import is_demo
from shop.web.selling.answering import DECLINE_PLACE, DeclineForm, contact_is_open, quote_form
from shop.web.selling.chosen import stall
from shop.web.selling.talk import page_facts, told
from shop.web.thread_forms import WordForm
from shop.web.transactions import writes
from shop.web.uploads import received

pages = Blueprint("inquiries", __name__)


@pages.get("/lapak/permintaan/<public_id>")
@writes
def show(public_id: str) -> ResponseReturnValue:
    """The whole inquiry; the first look is noted, so that the buyer sees "dibaca"."""
    view = _view(public_id)
    mark_seen(part=view.part, actor=g.actor)
    mark_read_about(g.actor.user_id, public_id)
    return render_template("selling/inquiries/show.html", **_page(view))


@pages.post("/lapak/permintaan/<public_id>/penawaran")
def quote(public_id: str) -> ResponseReturnValue:
    """Send a quote, or with the button "Hitung" only add it up; a question that stands beside it stays."""
    view = _view(public_id)
    form, word = quote_form(view), _word_beside(view)
    if form.validate_on_submit() and not request.form.get("count"):
        with form.refusals():
            make_quote(part=view.part, offer=form.offer(), key=form.quote_key.data or None, actor=g.actor)
            flash(f"{_('Penawaran terkirim.')} {told(view.part)}", "success")
            if not (word.body.data or word.files.stored):
                return redirect(url_for("selling.inquiries.show", public_id=public_id))
            view = _view(public_id)
            return _shown(view, "word", quote=quote_form(view, filled=False), word=word)
    return _shown(view, "quote", quote=form, word=word), form.status


@pages.post("/lapak/permintaan/<public_id>/pesan")
def ask(public_id: str) -> ResponseReturnValue:
    """Ask the buyer, or once there is a quote write to them; a quote that stands beside it stays."""
    view, form = _view(public_id), WordForm()
    beside = quote_form(view, filled=_sent("quote_key"))
    if received(form, view.part.inquiry.public_id):
        with form.refusals():
            say = ask_buyer if view.part.state in WAITING and view.part.agreed_at is None else write_message
            say(part=view.part, word=form.word(), actor=g.actor)
            flash(f"{_('Pesan terkirim.')} {told(view.part)}", "thread")
            if not beside.touched:
                return redirect(url_for("selling.inquiries.show", public_id=public_id, _anchor="balas"))
            return _shown(_view(public_id), "quote", quote=beside, word=WordForm(formdata=None))
    return _shown(view, "word", quote=beside, word=form), form.status


@pages.post("/lapak/permintaan/<public_id>/tolak")
def decline(public_id: str) -> ResponseReturnValue:
    """Say that it cannot be done, and why."""
    view, form = _view(public_id), DeclineForm()
    if form.validate_on_submit():
        with form.refusals():
            note, reason = form.decline_note.data or "", DeclineReason(form.reason.data)
            decline_part(part=view.part, reason=reason, note=note, actor=g.actor)
            flash(f"{_('Tercatat: belum bisa.')} {told(view.part)}", "success")
            return redirect(url_for("selling.home.index"))
    return _shown(view, "decline", decline=form), form.status


@pages.get("/lapak/permintaan/<public_id>/berkas/<file_id>")
def file(public_id: str, file_id: str) -> Response:
    """A file that the buyer or the maker attached."""
    view = _view(public_id)
    found = attachment_for_stall(file_id, view.part.producer)
    if found.inquiry_id != view.part.inquiry_id:
        raise NotFound("file_unknown")
    return attachment_response(found)


@pages.get("/lapak/permintaan/<public_id>/wa")
def whatsapp(public_id: str) -> ResponseReturnValue:
    """On to WhatsApp with a ready text; the number stands on no page. The example shop only shows the text."""
    part = _view(public_id).part
    if not contact_is_open(part):
        raise NotFound("not_found")
    text = to_buyer(part)
    if is_demo():
        return render_template("selling/inquiries/whatsapp.html", text=text, part=part)
    response = redirect(whatsapp_url(part.inquiry.phone or "", text))
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def _view(public_id: str) -> PartView:
    return part_for_stall(public_id, stall(Right.ANSWER, Right.QUOTE))


def _sent(name: str) -> bool:
    """Whether the page was only opened, or this box of it was sent along."""
    return request.method == "GET" or name in request.form


def _word_beside(view: PartView) -> WordForm:
    """The message that stood beside what was sent, with its files; an empty one where there was none."""
    form = WordForm() if _sent("body") else WordForm(formdata=None)
    if _sent("body"):
        received(form, view.part.inquiry.public_id)
    return form


def _shown(view: PartView, opened: str, **forms: Any) -> str:
    return render_template("selling/inquiries/show.html", **_page(view, opened, **forms))


def _page(view: PartView, opened: str = "", quote: Any = None, word: Any = None, decline: Any = None) -> dict[str, Any]:
    """Everything on the page; a form that was sent along with another one holds what was typed."""
    return {
        **page_facts(view, order_of_part(view.part)),
        "quote": quote or quote_form(view, filled=_sent("quote_key")),
        "word": word or (WordForm() if _sent("body") else WordForm(formdata=None)),
        "decline": decline or (DeclineForm() if _sent("decline_note") else DeclineForm(formdata=None)),
        "may_quote": g.actor.may_for(view.part.producer.public_id, Right.QUOTE),
        "may_answer": g.actor.may_for(view.part.producer.public_id, Right.ANSWER),
        "opened": opened,
        "decline_place": DECLINE_PLACE,
    }
