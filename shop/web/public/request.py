"""The request being put together from many products and makers, until it is sent."""

from flask import Blueprint, Response, render_template
from flask.typing import ResponseReturnValue

from shop.inquiries import commands
from shop.lib.errors import Invalid
from shop.web import request_answers as answers
from shop.web.forms import ActionForm
from shop.web.inquiry_forms import ChangeForm

pages = Blueprint("request", __name__)


@pages.get("/permintaan")
def show() -> ResponseReturnValue:
    """What stands in the request, and the form that sends it."""
    return render_template("public/request/show.html", **answers.request_page(answers.draft()))


@pages.post("/permintaan")
def send() -> ResponseReturnValue:
    """Send everything; each maker gets its own part only."""
    draft = answers.draft()
    form, valid, actor = answers.sending(draft)
    if draft is None:
        form.refuse(Invalid("request_empty"))
    elif valid:
        with form.refusals():
            return answers.sent(draft, form, actor)
    return render_template("public/request/show.html", **answers.request_page(draft, form)), form.status


@pages.route("/permintaan/tambah/<slug>", methods=["GET", "POST"])
def add(slug: str) -> ResponseReturnValue:
    """Put a product into the request."""
    added = answers.adding(slug)
    form = added.form
    if added.valid:
        with form.refusals():
            draft, token = answers.put(form.line(note=form.note.data or ""))
            return answers.answer(draft, token)
    return render_template("public/request/add.html", form=form, **added.shown), form.status


@pages.post("/permintaan/ubah/<line_id>")
def change(line_id: str) -> ResponseReturnValue:
    """Keep a quantity as soon as it was typed; for the script of the page, which sends all of them anyway."""
    form = ChangeForm()
    if form.validate():
        with form.refusals():
            answers.change_quantity(form, line_id)
    return Response(status=204 if form.status == 200 else form.status, mimetype="text/plain")


@pages.post("/permintaan/hapus/<line_id>")
def remove(line_id: str) -> ResponseReturnValue:
    """Take a product out; one press puts it back."""
    form, draft = ActionForm(), answers.draft()
    if form.validate() and draft is not None:
        answers.remember(commands.remove_line(draft=draft, line_id=line_id))
        return answers.answer(draft)
    shown = answers.request_page(draft, refused=form)
    return render_template("public/request/show.html", **shown), 422


@pages.post("/permintaan/kembalikan")
def restore() -> ResponseReturnValue:
    """Put back what was taken out last."""
    form = ActionForm()
    if form.validate():
        with form.refusals():
            line = answers.removed()
            draft, token = answers.put(line) if line else (answers.draft(), None)
            return answers.answer(draft, token)
    shown = answers.request_page(answers.draft(), refused=form)
    return render_template("public/request/show.html", **shown), 422
