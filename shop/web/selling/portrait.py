"""The photo of the people behind a stall: chosen, replaced, taken off; shown to buyers only with its own consent."""

from typing import Any

from flask import Blueprint, Response, abort, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from wtforms import FileField

from shop.consent.queries import live_consents
from shop.consent.types import Purpose
from shop.lib.errors import Invalid
from shop.producers.commands.portraits import WIDTHS, keep_portrait, portrait_file, remove_portrait, set_portrait
from shop.producers.policies import may_show
from shop.producers.types import Right
from shop.text.errors import sentence
from shop.text.language import gettext as _
from shop.text.language import lazy as _l
from shop.web.forms import ShopForm
from shop.web.selling.chosen import stall

pages = Blueprint("portrait", __name__)


class PortraitForm(ShopForm):
    photo = FileField(_l("Foto"))

    def kept(self) -> str | None:
        """Check the chosen photo and store it, before the first SQL; a refusal stands beside the box."""
        upload = self.photo.data
        try:
            if not getattr(upload, "filename", ""):
                raise Invalid("photos_none")
            return keep_portrait(upload.read())
        except Invalid as error:
            self.photo.errors = [sentence(error)]
            return None


@pages.route("/lapak/profil/foto", methods=["GET", "POST"])
def edit() -> ResponseReturnValue:
    """See the photo, choose another one."""
    form = PortraitForm()
    key = form.kept() if request.method == "POST" else None
    refused = list(form.photo.errors)
    maker = stall(Right.PROFILE)
    if form.validate_on_submit() and key:
        with form.refusals():
            set_portrait(producer=maker, key=key, actor=g.actor)
            flash(_("Foto tersimpan."), "success")
            return redirect(url_for("selling.portrait.edit"))
    form.photo.errors = refused or form.photo.errors
    return render_template("selling/portrait/edit.html", form=form, **_page(maker)), 422 if refused else form.status


@pages.post("/lapak/profil/foto/hapus")
def remove() -> ResponseReturnValue:
    """Take the photo off; the stall shows its initials again."""
    maker, form = stall(Right.PROFILE), PortraitForm()
    if form.validate_on_submit():
        remove_portrait(producer=maker, actor=g.actor)
        flash(_("Foto dihapus."), "success")
        return redirect(url_for("selling.portrait.edit"))
    return render_template("selling/portrait/edit.html", form=form, **_page(maker)), form.status


@pages.get("/lapak/profil/foto/<int:width>.jpg", localized=False)
def picture(width: int) -> Response:
    """The own photo, shown or not."""
    data = portrait_file(stall(Right.PROFILE, Right.CONSENT), width)
    if data is None:
        abort(404)
    response = Response(data, mimetype="image/jpeg")
    response.headers["Cache-Control"] = "no-store"
    return response


def own_portrait(maker: Any) -> dict[str, Any] | None:
    """What the macro picture takes for the own photo."""
    if maker.photo_key is None:
        return None
    sizes = [(url_for("selling.portrait.picture", width=width), width) for width in WIDTHS]
    names = ", ".join(f"{address} {width}w" for address, width in sizes)
    return {"jpeg": names, "src": sizes[0][0], "width": 480, "height": 480, "alt": ""}


def _page(maker: Any) -> dict[str, Any]:
    return {
        "maker": maker,
        "portrait": own_portrait(maker),
        "shown": (Purpose.PHOTO, "") in live_consents(maker.public_id),
        "may_consent": g.actor.may_for(maker.public_id, Right.CONSENT),
        "may_show": may_show(g.actor, maker),
    }
