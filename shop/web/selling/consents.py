"""What the maker allows: each purpose with its words, its state and history, given and taken back by one tap."""

from datetime import datetime
from typing import Any

from flask import Blueprint, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from wtforms import HiddenField
from wtforms.widgets import TextArea

from shop.consent.models import Consent
from shop.consent.queries import consent_history, live_consents
from shop.consent.texts import consent_text
from shop.consent.types import Purpose
from shop.lib.errors import NotFound
from shop.producers.commands.keeping import Answer, give_consent, withdraw_consent
from shop.producers.commands.own_words import LONGEST_OWN_WORDS, words_mark, write_own_words
from shop.producers.models import Producer
from shop.producers.stall import RecordLine, own_words_of, record_lines
from shop.producers.types import ProducerForm, Right
from shop.text.formats import date_long, datetime_wib
from shop.text.labels import label
from shop.text.language import current_language
from shop.text.language import gettext as _
from shop.text.language import lazy as _l
from shop.text.names import name_of
from shop.web.forms import ActionForm, Longest, ShopForm, TextField
from shop.web.selling.chosen import stall
from shop.web.words import foreign

pages = Blueprint("consents", __name__)
_ALONE = tuple(one for one in Purpose if one not in (Purpose.PROFILE, Purpose.PROGRAMME_LINE))
_WRITTEN = "kalimat"
_SHOWN_HISTORY = 12


class ConsentForm(ShopForm):
    purpose = HiddenField()
    item = HiddenField()
    text_version = HiddenField()
    own_words = HiddenField()

    def answer(self) -> Answer:
        """What the tapped button says; raises NotFound for a purpose that does not exist."""
        purpose = next((one for one in Purpose if one == self.purpose.data), None)
        if purpose is None:
            raise NotFound("not_found")
        read = {"text_version": self.text_version.data or "", "own_words": self.own_words.data or ""}
        return Answer(purpose=purpose, item=self.item.data or "", language=current_language(), **read)


class WordsForm(ShopForm):
    words = TextField(_l("Kalimat saya"), [Longest(LONGEST_OWN_WORDS)], widget=TextArea())


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


@pages.post("/lapak/izin/kalimat")
def write() -> ResponseReturnValue:
    """Keep what a person wishes to say of a disability: it is read once more before it is allowed."""
    maker, form = _maker(), WordsForm()
    if form.validate_on_submit():
        with form.refusals():
            write_own_words(producer=maker, words=form.words.data, actor=g.actor)
            return redirect(url_for("selling.consents.index", baru=_WRITTEN, _anchor=f"izin-{Purpose.DISABILITY}"))
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


def _page(maker: Producer, form: ShopForm | None = None) -> dict[str, Any]:
    live, history = live_consents(maker.public_id), _history(maker)
    newest = {(row.purpose, row.item): row for row in reversed(history)}
    lines = record_lines(maker)
    words = _words(maker, form, given=(Purpose.DISABILITY, "") in live)
    alone = [_purpose(one, "", live, newest) for one in _ALONE if one is not Purpose.DISABILITY or words]
    return {
        "maker": maker,
        "errors": form.summary if form else [],
        "profile": _purpose(Purpose.PROFILE, "", live, newest),
        "purposes": [{**one, **words} if one["purpose"] == Purpose.DISABILITY else one for one in alone],
        "programme_lines": [
            {
                **_purpose(Purpose.PROGRAMME_LINE, line.public_id, live, newest),
                "line": _line_words(line),
                "waits": line.verified_on is None,
            }
            for line in lines
        ],
        "history": [_past(row, lines) for row in sorted(history, key=_moment, reverse=True)[:_SHOWN_HISTORY]],
    }


def _words(maker: Producer, form: ShopForm | None, *, given: bool) -> dict[str, Any]:
    """What the box of a person's own words takes beside what every purpose has; nothing where no person speaks.

    Who helps reads what everybody may read, and neither writes nor allows.
    """
    if maker.form is not ProducerForm.PERSON:
        return {}
    own = not g.actor.on_behalf_of
    text = (own_words_of(maker) if own or given else None) or ""
    writing = form if isinstance(form, WordsForm) else WordsForm(formdata=None, words=text)
    told = {"text": text, "mark": words_mark(text), "lang": foreign(maker.language), "most": LONGEST_OWN_WORDS}
    box: dict[str, Any] = {"words": {**told, "form": writing, "own": own}}
    if own and request.args.get("baru") == _WRITTEN and not given:
        kept = _("Tersimpan, belum tampil. Baca di bawah, lalu izinkan kalau Anda mau.")
        box["said"] = kept if text else _("Kalimatnya sudah dihapus.")
    return box


def _history(maker: Producer) -> list[Consent]:
    """Every answer, newest first; what a person answered about a disability is not for who helps."""
    rows = consent_history(maker.public_id)
    return [row for row in rows if row.purpose is not Purpose.DISABILITY or not g.actor.on_behalf_of]


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
        "words": None,
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
