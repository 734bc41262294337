"""The people around a maker: who signs in for it, who helps it, and what it said may be seen."""

from collections.abc import Iterable
from typing import Any

from flask import Blueprint, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from wtforms import BooleanField, HiddenField

from shop.consent.commands import Way
from shop.consent.queries import latest_answers
from shop.consent.texts import consent_text
from shop.consent.types import ConsentChannel, ConsentState, Purpose
from shop.producers.commands import MemberFacts, assign_companion, end_assignment, invite_member, note_consent
from shop.producers.commands.own_words import read_own_words, words_mark
from shop.producers.models import Producer, ProducerMember
from shop.producers.policies import may_read_own_words
from shop.producers.queries import assignment_for, companions_near, producer_for
from shop.producers.types import MemberRole, ProducerForm, Right
from shop.text.formats import date_long
from shop.text.labels import choices, label
from shop.text.language import gettext as _
from shop.text.language import lazy as _l
from shop.web.choice_fields import ChecksField
from shop.web.forms import ActionForm, DayField, EmailField, Longest, Required, ShopForm, TextField
from shop.web.guards import actor
from shop.web.staff.choosing import ChoiceField
from shop.web.staff.maker_view import line_choices

pages = Blueprint("people", __name__)
_HERE = tuple(one for one in Purpose if one is not Purpose.DISABILITY)


class MemberForm(ShopForm):
    name = TextField(_l("Nama"), [Required(), Longest(120)])
    role = ChoiceField(_l("Peran"))
    phone = TextField(_l("Nomor HP"), [Longest(40)])
    email = EmailField(_l("E-mail"))


class CompanionForm(ShopForm):
    companion = ChoiceField(_l("Pendamping"), [Required("choose_one")])
    scopes = ChecksField(_l("Yang boleh dibantu"))
    ends_on = DayField(_l("Sampai"))
    granted = BooleanField(_l("Produsen sudah mengizinkan, dan saya menyaksikannya."))

    def facts(self) -> dict[str, Any]:
        """What was written, as the command takes it."""
        scopes = [Right(one) for one in self.scopes.data or []]
        return {"scopes": scopes, "granted": bool(self.granted.data), "ends_on": self.ends_on.data}


class ConsentForm(ShopForm):
    purpose = ChoiceField(_l("Tentang apa"), [Required("choose_one")])
    state = ChoiceField(_l("Jawaban produsen"), [Required("choose_one")])
    channel = ChoiceField(_l("Bagaimana ia menjawab"), [Required("choose_one")])
    witness = TextField(_l("Nama saksi"), [Longest(120)])
    texts = HiddenField()
    own_words = HiddenField()

    def answer(self, purpose: Purpose) -> dict[str, Any]:
        """What was answered to which words, as the command takes it."""
        read = dict(one.partition("=")[::2] for one in (self.texts.data or "").split())
        way = Way(
            text_version=read.get(str(purpose), ""),
            language=g.lang,
            channel=ConsentChannel(self.channel.data),
            witness=self.witness.data or None,
        )
        return {"purpose": purpose, "state": ConsentState(self.state.data), "way": way}

    def was_read(self, purposes: Iterable[Purpose], words: str | None = None) -> list[tuple[str, str]]:
        """The texts to read out; the page says with the answer which they were."""
        texts = {one: consent_text(str(one), g.lang) for one in purposes}
        self.texts.data = " ".join(f"{one}={text.version}" for one, text in texts.items())
        self.own_words.data = words_mark(words)
        return [(label(one), text.body) for one, text in texts.items()]


@pages.route("/dinas/produsen/<public_id>/undang", methods=["GET", "POST"])
def invite(public_id: str) -> ResponseReturnValue:
    """Add a person who signs in for the maker."""
    maker = producer_for(actor(), public_id)
    form = MemberForm(role=MemberRole.LEADER)
    form.role.offer(choices(MemberRole))
    if form.validate_on_submit():
        with form.refusals():
            facts = MemberFacts(name=form.name.data, role=MemberRole(form.role.data), **_reach(form))
            member = invite_member(producer=maker, facts=facts, actor=actor())
            flash(_invited(member), "success")
            return redirect(url_for("staff.producers.show", public_id=public_id))
    return render_template("staff/people/invite.html", form=form, maker=maker), form.status


@pages.route("/dinas/produsen/<public_id>/pendamping", methods=["GET", "POST"])
def companion(public_id: str) -> ResponseReturnValue:
    """Assign a companion, within what the maker grants."""
    maker = producer_for(actor(), public_id)
    near = {one.public_id: one for one in companions_near(maker)}
    form = _companion_form(near)
    if form.validate_on_submit():
        with form.refusals():
            chosen = near[form.companion.data]
            assign_companion(producer=maker, companion=chosen, actor=actor(), **form.facts())
            flash(_("%(name)s sekarang mendampingi.", name=chosen.user.name), "success")
            return redirect(url_for("staff.producers.show", public_id=public_id))
    return render_template("staff/people/companion.html", form=form, maker=maker), form.status


@pages.post("/dinas/produsen/<public_id>/pendamping/<int:assignment_id>/akhiri")
def end_companion(public_id: str, assignment_id: int) -> ResponseReturnValue:
    """The companion's rights end now."""
    assignment = assignment_for(producer_for(actor(), public_id), assignment_id)
    if ActionForm().validate_on_submit():
        end_assignment(assignment=assignment, actor=actor())
        flash(_("Pendampingan sudah diakhiri."), "success")
    return redirect(url_for("staff.producers.show", public_id=public_id))


@pages.route("/dinas/produsen/<public_id>/persetujuan", methods=["GET", "POST"])
def consent(public_id: str) -> ResponseReturnValue:
    """Write down what the maker answered on paper or before a witness."""
    maker = producer_for(actor(), public_id)
    form = _consent_form(line_choices(maker))
    if form.validate_on_submit():
        with form.refusals():
            purpose, _sep, item = form.purpose.data.partition(":")
            note_consent(producer=maker, item=item, actor=actor(), **form.answer(Purpose(purpose)))
            flash(_("Jawaban produsen tersimpan."), "success")
            return redirect(url_for("staff.producers.show", public_id=public_id))
    own = maker.form is ProducerForm.PERSON and may_read_own_words(actor(), maker)
    told = {"maker": maker, "texts": form.was_read(_HERE), "may_read_own_words": own}
    return render_template("staff/people/consent.html", form=form, **told), form.status


@pages.post("/dinas/produsen/<public_id>/persetujuan/kalimat")
def own_words(public_id: str) -> ResponseReturnValue:
    """What a person says of a disability; each look is logged, so it wants the press of a button."""
    maker = producer_for(actor(), public_id)
    if not ActionForm().validate_on_submit():
        return redirect(url_for("staff.people.consent", public_id=public_id))
    return _own_words_page(maker, _answer_form(formdata=None))


@pages.post("/dinas/produsen/<public_id>/persetujuan/kalimat/simpan")
def note_own_words(public_id: str) -> ResponseReturnValue:
    """Write down what the person answered to the sentence that was read out; one that changed is read again."""
    maker = producer_for(actor(), public_id)
    form = _answer_form()
    if form.validate_on_submit():
        with form.refusals():
            read = form.own_words.data or ""
            note_consent(producer=maker, own_words=read, actor=actor(), **form.answer(Purpose.DISABILITY))
            flash(_("Jawaban produsen tersimpan."), "success")
            return redirect(url_for("staff.producers.show", public_id=public_id))
    return _own_words_page(maker, form)


def _invited(member: ProducerMember) -> str:
    if member.invited is None:
        return _("%(name)s sudah ditambahkan.", name=member.name)
    return _("Akun dengan nomor atau e-mail itu sudah ada. Pemiliknya diminta menjawab di akunnya.")


def _reach(form: MemberForm) -> dict[str, str]:
    return {"phone": form.phone.data or "", "email": form.email.data or ""}


def _companion_form(near: dict[str, Any]) -> CompanionForm:
    form = CompanionForm(scopes=[Right.LIST, Right.ANSWER, Right.CAPACITY])
    form.companion.offer([(key, one.user.name) for key, one in near.items()], empty=_("Pilih pendamping"))
    form.scopes.choices = choices(Right)
    return form


def _consent_form(lines: list[tuple[str, str]]) -> ConsentForm:
    form = ConsentForm()
    plain = [(str(one), label(one)) for one in _HERE if one is not Purpose.PROGRAMME_LINE]
    named = [(f"{Purpose.PROGRAMME_LINE}:{key}", f"{label(Purpose.PROGRAMME_LINE)}: {text}") for key, text in lines]
    form.purpose.offer([*plain, *named], empty=_("Pilih"))
    return _with_answers(form)


def _answer_form(**given: Any) -> ConsentForm:
    """The same for the one purpose that is asked on a page of its own."""
    form = ConsentForm(**given)
    del form.purpose
    return _with_answers(form)


def _with_answers(form: ConsentForm) -> ConsentForm:
    states = (ConsentState.GIVEN, ConsentState.REFUSED, ConsentState.WITHDRAWN)
    form.state.offer([(str(one), label(one)) for one in states], empty=_("Pilih"))
    ways = [one for one in ConsentChannel if one is not ConsentChannel.WEB]
    form.channel.offer([(str(one), label(one)) for one in ways], empty=_("Pilih"))
    return form


def _own_words_page(maker: Producer, form: ConsentForm) -> ResponseReturnValue:
    words = read_own_words(producer=maker, actor=actor())
    last = latest_answers(maker.public_id).get((Purpose.DISABILITY, ""))
    texts = [
        *form.was_read([Purpose.DISABILITY], words),
        (_("Kalimat yang akan tampil"), words or _("Belum ditulis.")),
        (_("Jawaban terakhir"), f"{label(last.state)}, {date_long(last.at)}" if last else _("Belum ditanyakan")),
    ]
    return render_template("staff/people/own_words.html", form=form, maker=maker, texts=texts), form.status
