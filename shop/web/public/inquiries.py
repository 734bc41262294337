"""Asking about a product, and the buyer's page under its secret link."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from shop.inquiries import commands
from shop.inquiries.links import link_token
from shop.inquiries.queries import part_of_inquiry, quote_of_inquiry
from shop.lib.phone import whatsapp_url
from shop.orders.commands import accept_quote, advance_order, review_order
from shop.orders.queries import order_of_inquiry
from shop.web import inquiry_answers as answers
from shop.web.context import is_demo
from shop.web.forms import ActionForm
from shop.web.inquiry_pages import quote_page
from shop.web.sessions import present
from shop.web.thread_forms import ReviewForm, StepForm
from shop.web.uploads import received

pages = Blueprint("inquiries", __name__)


@pages.route("/produk/<slug>/tanya", methods=["GET", "POST"])
def new(slug: str) -> ResponseReturnValue:
    """The form of one product; what is sent is recorded first, then acknowledged."""
    asked = answers.about_product(slug)
    form = asked.form
    if asked.valid:
        with form.refusals():
            inquiry = commands.send_inquiry(
                asking=form.asking([form.line()]),
                key=form.key.data,
                actor=asked.actor,
                origin=answers.origin(asked.actor),
            )
            return redirect(url_for("public.inquiries.show", token=link_token(inquiry)), 303)
    sent_before = answers.turn_key(form, slug)
    return render_template("public/inquiries/new.html", sent_before=sent_before, **asked.shown), form.status


@pages.get("/permintaan/<token>")
def show(token: str) -> ResponseReturnValue:
    """Where an inquiry stands: steps, quotes side by side, a thread with each maker."""
    return render_template("public/inquiries/show.html", **answers.inquiry_page(answers.follow(token)))


@pages.get("/permintaan/<token>/penawaran/<quote_id>")
def quote(token: str, quote_id: str) -> ResponseReturnValue:
    """One quote by itself, for paper."""
    found = quote_of_inquiry(answers.follow(token).inquiry, quote_id)
    return render_template("public/inquiries/quote.html", **quote_page(found, token))


@pages.post("/permintaan/<token>/<part_id>/balas")
def reply(token: str, part_id: str) -> ResponseReturnValue:
    """Write to one maker, or ask it for another quote."""
    followed = answers.follow(token)
    part = part_of_inquiry(followed.inquiry, part_id)
    form = answers.word_form(part_id)
    if received(form, followed.inquiry.public_id):
        with form.refusals():
            act = commands.ask_again if form.again.data else commands.buyer_reply
            act(part=part, word=form.word(), actor=followed.actor, organisations=followed.organisations)
            return answers.back(token, f"bagian-{part_id}")
    return answers.once_more(followed, part_id, form), form.status


@pages.post("/permintaan/<token>/penawaran/<quote_id>/terima")
def accept(token: str, quote_id: str) -> ResponseReturnValue:
    """Take a quote."""
    followed, form = answers.follow(token), ActionForm()
    offered = quote_of_inquiry(followed.inquiry, quote_id)
    if form.validate():
        with form.refusals():
            accept_quote(quote=offered, actor=followed.actor, organisations=followed.organisations)
            return answers.back(token)
    return answers.once_more(followed, None, form), form.status


@pages.post("/permintaan/<token>/penawaran/<quote_id>/tolak")
def decline(token: str, quote_id: str) -> ResponseReturnValue:
    """Not this quote."""
    followed, form = answers.follow(token), ActionForm()
    offered = quote_of_inquiry(followed.inquiry, quote_id)
    if form.validate():
        with form.refusals():
            commands.decline_quote(quote=offered, actor=followed.actor, organisations=followed.organisations)
            return answers.back(token)
    return answers.once_more(followed, None, form), form.status


@pages.post("/permintaan/<token>/batal")
def withdraw(token: str) -> ResponseReturnValue:
    """Nothing more is wanted of anybody."""
    followed, form = answers.follow(token), ActionForm()
    if form.validate():
        with form.refusals():
            commands.withdraw_inquiry(
                inquiry=followed.inquiry, actor=followed.actor, organisations=followed.organisations
            )
            return answers.back(token)
    return answers.once_more(followed, None, form), form.status


@pages.post("/permintaan/<token>/pesanan/<order_id>/langkah")
def step(token: str, order_id: str) -> ResponseReturnValue:
    """The buyer's steps of an order: received, to be mended, cancelled."""
    followed, form = answers.follow(token), StepForm()
    order = order_of_inquiry(followed.inquiry, order_id)
    if form.validate():
        with form.refusals():
            advance_order(order=order, step=form.step(), actor=followed.actor, organisations=followed.organisations)
            return answers.back(token, f"bagian-{order.quote.part.public_id}")
    return answers.once_more(followed, None, form), form.status


@pages.post("/permintaan/<token>/pesanan/<order_id>/ulasan")
def review(token: str, order_id: str) -> ResponseReturnValue:
    """A word after a finished order."""
    followed, form = answers.follow(token), ReviewForm()
    order = order_of_inquiry(followed.inquiry, order_id)
    if form.validate():
        with form.refusals():
            review_order(order=order, **form.written(), actor=followed.actor, organisations=followed.organisations)
            return answers.back(token, f"bagian-{order.quote.part.public_id}")
    return answers.once_more(followed, None, form), form.status


@pages.post("/permintaan/<token>/tautan")
def renew(token: str) -> ResponseReturnValue:
    """End this secret link and go on under a new one."""
    followed, form = answers.follow(token), ActionForm()
    if form.validate():
        with form.refusals():
            fresh = commands.new_link(
                inquiry=followed.inquiry, actor=followed.actor, organisations=followed.organisations
            )
            return answers.back(fresh, "tautan")
    return answers.once_more(followed, None, form), form.status


@pages.post("/permintaan/<token>/simpan")
def keep(token: str) -> ResponseReturnValue:
    """Add the inquiry to the account of whoever is signed in."""
    followed, form = answers.follow(token), ActionForm()
    if form.validate():
        with form.refusals():
            commands.join_inquiry(inquiry=followed.inquiry, user=present().user, actor=followed.actor)
            return redirect(url_for("account.inquiries.index"), 303)
    return answers.once_more(followed, None, form), form.status


@pages.get("/permintaan/<token>/wa/<part_id>")
def whatsapp(token: str, part_id: str) -> ResponseReturnValue:
    """On to WhatsApp: to a maker, or with the link to oneself; else the text, and where to write instead."""
    inquiry = answers.follow(token).inquiry
    number, text = answers.whatsapp_of(inquiry, part_id)
    if number and not is_demo():
        return redirect(whatsapp_url(number, text), 303)
    shown = {"number": number, "text": text, "token": token, "part_id": part_id, "robots": "noindex"}
    return render_template("public/inquiries/whatsapp.html", **shown)


@pages.get("/permintaan/<token>/berkas/<file_id>")
def file(token: str, file_id: str) -> ResponseReturnValue:
    """A file of this inquiry, to be kept and not run."""
    return answers.file_of(answers.follow(token).inquiry, file_id)
