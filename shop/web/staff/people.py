"""The people around a maker: who signs in for it, who helps it, and what it said may be seen."""

from typing import Any

from flask import Blueprint, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from wtforms import BooleanField

from shop.consent.commands import Way
from shop.consent.texts import consent_text
from shop.consent.types import ConsentChannel, ConsentState, Purpose
from shop.producers.commands import MemberFacts, assign_companion, end_assignment, invite_member, note_consent
from shop.producers.models import Producer, ProducerMember
from shop.producers.queries import assignment_for, companions_near, producer_for
from shop.producers.types import MemberRole, Right
from shop.text.labels import choices, label
from shop.text.language import gettext as _
from shop.text.language import lazy as _l
from shop.web.choice_fields import ChecksField
from shop.web.forms import ActionForm, DayField, EmailField, Longest, Required, ShopForm, TextField
from shop.web.guards import actor
from shop.web.staff.choosing import ChoiceField
from shop.web.staff.maker_view import line_choices

pages = Blueprint("people", __name__)


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
    offered = _offered(maker)
    form = _consent_form(offered, line_choices(maker))
    if form.validate_on_submit():
        with form.refusals():
            purpose, _sep, item = form.purpose.data.partition(":")
            note_consent(producer=maker, purpose=Purpose(purpose), item=item, actor=actor(), **_answer(form, purpose))
            flash(_("Jawaban produsen tersimpan."), "success")
            return redirect(url_for("staff.producers.show", public_id=public_id))
    texts = _to_read_out(maker, offered)
    return render_template("staff/people/consent.html", form=form, maker=maker, texts=texts), form.status


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


def _offered(maker: Producer) -> list[Purpose]:
    """What a maker can be asked for: a sentence of its own only where it wrote one."""
    return [one for one in Purpose if one is not Purpose.DISABILITY or maker.own_words]


def _to_read_out(maker: Producer, offered: list[Purpose]) -> list[tuple[str, str]]:
    texts = [(label(one), consent_text(str(one), g.lang).body) for one in offered]
    return [*texts, (_("Kalimat yang akan tampil"), maker.own_words)] if maker.own_words else texts


def _consent_form(offered: list[Purpose], lines: list[tuple[str, str]]) -> ConsentForm:
    form = ConsentForm()
    plain = [(str(one), label(one)) for one in offered if one is not Purpose.PROGRAMME_LINE]
    named = [(f"{Purpose.PROGRAMME_LINE}:{key}", f"{label(Purpose.PROGRAMME_LINE)}: {text}") for key, text in lines]
    form.purpose.offer([*plain, *named], empty=_("Pilih"))
    states = (ConsentState.GIVEN, ConsentState.REFUSED, ConsentState.WITHDRAWN)
    form.state.offer([(str(one), label(one)) for one in states], empty=_("Pilih"))
    ways = [one for one in ConsentChannel if one is not ConsentChannel.WEB]
    form.channel.offer([(str(one), label(one)) for one in ways], empty=_("Pilih"))
    return form


def _answer(form: ConsentForm, purpose: str) -> dict[str, Any]:
    way = Way(
        text_version=consent_text(purpose, g.lang).version,
        language=g.lang,
        channel=ConsentChannel(form.channel.data),
        witness=form.witness.data or None,
    )
    return {"state": ConsentState(form.state.data), "way": way}
