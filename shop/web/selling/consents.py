"""What the maker allows: each purpose with its words, its state and history, given and taken back by one tap."""

from datetime import datetime
from typing import Any

from flask import Blueprint, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from wtforms import HiddenField

from shop.consent.models import Consent
from shop.consent.queries import consent_history, live_consents
from shop.consent.texts import consent_text
from shop.consent.types import OFFERED, Purpose
from shop.lib.errors import NotFound
from shop.producers.commands.keeping import Answer, give_consent, withdraw_consent
from shop.producers.models import Producer
from shop.producers.stall import RecordLine, record_lines
from shop.producers.types import Right
from shop.text.formats import date_long, datetime_wib
from shop.text.labels import label
from shop.text.language import current_language
from shop.text.language import gettext as _
from shop.text.names import name_of
from shop.web.forms import ActionForm, ShopForm
from shop.web.selling.chosen import stall

pages = Blueprint("consents", __name__)
_ALONE = tuple(one for one in Purpose if one not in (Purpose.PROFILE, Purpose.PROGRAMME_LINE))
_SHOWN_HISTORY = 12


class ConsentForm(ShopForm):
    purpose = HiddenField()
    item = HiddenField()
    text_version = HiddenField()

    def answer(self) -> Answer:
        """What the tapped button says; raises NotFound for a purpose that does not exist."""
        purpose = next((one for one in Purpose if one == self.purpose.data), None)
        if purpose is None:
            raise NotFound("not_found")
        version = self.text_version.data or ""
        return Answer(purpose=purpose, item=self.item.data or "", text_version=version, language=current_language())


@pages.get("/lapak/izin")
def index() -> ResponseReturnValue:
    """Every purpose, and what happens when it is taken back."""
    return render_template("selling/consents/index.html", **_page(_maker()))


@pages.post("/lapak/izin/beri")
def give() -> ResponseReturnValue:
    """Allow one purpose, in the words that stood on the page."""
    maker, form = _maker(), ConsentForm()
    if form.validate_on_submit():
        with form.refusals():
            answer = form.answer()
            give_consent(producer=maker, answer=answer, actor=g.actor)
            return _back_to(answer)
    return render_template("selling/consents/index.html", **_page(maker, form)), form.status


@pages.post("/lapak/izin/cabut")
def withdraw() -> ResponseReturnValue:
    """Take one purpose back."""
    maker, form = _maker(), ConsentForm()
    if form.validate_on_submit():
        with form.refusals():
            answer = form.answer()
            withdraw_consent(producer=maker, answer=answer, actor=g.actor)
            return _back_to(answer)
    return render_template("selling/consents/index.html", **_page(maker, form)), form.status


@pages.post("/lapak/izin/sembunyikan")
def hide() -> ResponseReturnValue:
    """Hide everything in one tap: the profile's consent is taken back; the others wait as they are."""
    maker, form = _maker(), ActionForm()
    if form.validate_on_submit():
        answer = Answer(purpose=Purpose.PROFILE, language=current_language())
        withdraw_consent(producer=maker, answer=answer, actor=g.actor)
        flash(_("Semua tersembunyi. Lapak dan produk hilang dari situs dalam satu menit."), "success")
        return redirect(url_for("selling.consents.index"))
    return render_template("selling/consents/index.html", **_page(maker)), form.status


def _maker() -> Producer:
    return stall(Right.CONSENT)


def _back_to(answer: Answer) -> ResponseReturnValue:
    """To the box that was tapped: it says what is true now."""
    place = answer.item or str(answer.purpose)
    return redirect(url_for("selling.consents.index", baru=place, _anchor=f"izin-{place}"))


def _page(maker: Producer, form: ConsentForm | None = None) -> dict[str, Any]:
    live, history = live_consents(maker.public_id), consent_history(maker.public_id)
    newest = {(row.purpose, row.item): row for row in reversed(history)}
    lines = record_lines(maker)
    return {
        "maker": maker,
        "errors": form.summary if form else [],
        "profile": _purpose(Purpose.PROFILE, "", live, newest),
        "purposes": [_purpose(one, "", live, newest) for one in _ALONE if one in OFFERED or (one, "") in live],
        "programme_lines": [
            {**_purpose(Purpose.PROGRAMME_LINE, line.public_id, live, newest), "line": _line_words(line)}
            for line in lines
        ],
        "history": [_past(row, lines) for row in sorted(history, key=_moment, reverse=True)[:_SHOWN_HISTORY]],
    }


def _purpose(purpose: Purpose, item: str, live: Any, newest: Any) -> dict[str, Any]:
    place = item or str(purpose)
    text, last = consent_text(str(purpose), current_language()), newest.get((purpose, item))
    given = (purpose, item) in live
    until = last.until if last and given else None
    return {
        "purpose": str(purpose),
        "item": item,
        "title": text.title,
        "place": place,
        "opening": text.parts[0],
        "ending": text.parts[1],
        "said": _said(purpose, given=given) if request.args.get("baru") == place else "",
        "version": text.version,
        "given": given,
        "since": date_long(last.at) if last else "",
        "until": date_long(until) if until else "",
        "state": label(last.state) if last else _("Belum ditanyakan"),
        "older_text": given and last is not None and last.text_version != text.version,
    }


def _said(purpose: Purpose, *, given: bool) -> str:
    """What a tap has done, in the words of the state that it left."""
    if given:
        return _("Diizinkan: %(purpose)s.", purpose=label(purpose))
    return _("Izin dicabut: %(purpose)s. Hilang dalam satu menit.", purpose=label(purpose))


def _line_words(line: RecordLine) -> str:
    what = line.training or line.skill or _("Pelatihan")
    parts = [f"{what}, {line.year}", name_of(line)]
    if line.verified_on:
        parts.append(_("diverifikasi %(day)s", day=date_long(line.verified_on)))
    return " · ".join(part for part in parts if part)


def _moment(row: Consent) -> datetime:
    return row.at


def _past(row: Consent, lines: list[RecordLine]) -> tuple[str, str, str | None]:
    line = next((one for one in lines if one.public_id == row.item), None)
    what = _line_words(line) if line else label(row.purpose)
    return (
        datetime_wib(row.at),
        f"{what}: {label(row.state).lower()}",
        _("Naskah %(version)s", version=row.text_version) if row.text_version else None,
    )
