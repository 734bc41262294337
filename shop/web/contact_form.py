"""Who asks and where it goes: what every form that sends an inquiry has."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from flask import request
from wtforms import BooleanField, HiddenField, RadioField
from wtforms.validators import StopValidation, ValidationError

from shop.accounts.policies import OFFICE_ROLES
from shop.accounts.queries import organisations_of
from shop.accounts.types import BuyerType
from shop.inquiries.rules import LONGEST_DEPOSIT, LONGEST_MESSAGE, LONGEST_NAME, AskedLine, Asking, check_day
from shop.inquiries.types import Contact
from shop.lib.clock import today_wib
from shop.lib.errors import Invalid
from shop.lib.phone import format_phone
from shop.lib.quantities import parse_coming_day
from shop.orders.types import PaperKind
from shop.regions.meaning import place_name, places_meant
from shop.regions.names import Place
from shop.text.errors import sentence
from shop.text.labels import choices
from shop.text.language import lazy as _l
from shop.web.choice_fields import ChecksField
from shop.web.forms import (
    Checked,
    DayField,
    EmailField,
    Longest,
    ParagraphField,
    PhoneField,
    Required,
    ShopForm,
    TextField,
)
from shop.web.sessions import look_up
from shop.web.uploads import FilesField, KeptFilesField


class ComingDayField(DayField):
    """A day ahead, written as people do or picked in the browser's calendar."""

    picks_day = True

    def parse(self, text: str) -> date:
        return parse_coming_day(text, today_wib())


class Reachable:
    """Wants a phone or an e-mail; says so beside the phone, and only where neither was tried."""

    def __call__(self, form: Any, field: Any) -> None:
        typed = any(str(one).strip() for name in ("phone", "email") for one in form[name].raw_data or [])
        if not typed:
            raise StopValidation(sentence(Invalid("phone_or_email")))


def known_contact() -> dict[str, Any]:
    """The contact of whoever is signed in; nothing of those who work for an office, as they ask for others."""
    found = look_up()
    if found is None or found.actor.has_role(*OFFICE_ROLES):
        return {}
    user, known = found.user, organisations_of(found.user.id)
    contact = {"name": user.name, "phone": format_phone(user.phone) if user.phone else None, "email": user.email}
    if len(known) == 1:
        contact |= {"organisation": known[0].name, "buyer_type": known[0].kind}
    return contact


class ContactForm(ShopForm):
    """Who asks: every form that sends an inquiry has these."""

    needed_by = ComingDayField(_l("Dibutuhkan sebelum"), [Checked(check_day)])
    place = TextField(_l("Dikirim ke"), [Longest(160)])
    region = RadioField(_l("Tempat yang mana?"), choices=[], validate_choice=False)
    message = ParagraphField(_l("Pesan untuk produsen"), [Longest(LONGEST_MESSAGE)])
    files = FilesField(_l("Gambar atau berkas"))
    name = TextField(_l("Nama Anda"), [Required("name_missing"), Longest(LONGEST_NAME)])
    phone = PhoneField(_l("Nomor WhatsApp"), [Reachable()])
    email = EmailField(_l("E-mail"), [Longest(254)])
    buyer_type = RadioField(_l("Anda membeli untuk"), default=BuyerType.HOUSEHOLD)
    organisation = TextField(_l("Nama sekolah, perusahaan, atau kantor"), [Longest(160)])
    sample = BooleanField(_l("Saya ingin melihat contoh dulu"))
    deposit = TextField(_l("Uang muka (DP) dan pelunasan"), [Longest(LONGEST_DEPOSIT)])
    papers = ChecksField(_l("Surat yang Anda perlukan"))
    key = HiddenField()
    kept_files = KeptFilesField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        starts = request.method != "POST" or ("formdata" in kwargs and kwargs["formdata"] is None)
        super().__init__(*args, **{**(known_contact() if starts else {}), **kwargs})
        self.papers.choices = choices(PaperKind)
        self.buyer_type.choices = choices(BuyerType)
        meant = self._meant()
        self.region.choices = [(one.code, place_name(one)) for one in meant] if len(meant) > 1 else []

    def validate_place(self, field: Any) -> None:
        """A name that several places bear wants one of them chosen."""
        if self.region.choices and self.region.data not in {code for code, _ in self.region.choices}:
            raise ValidationError(sentence(Invalid("place_ambiguous", name=field.data)))

    def _meant(self) -> tuple[Place, ...]:
        return places_meant(self.place.data or "")

    def _place(self) -> tuple[str, str | None]:
        """The place in words, and the code of its region where it is known."""
        typed, chosen = self.place.data or "", dict(self.region.choices).get(self.region.data)
        if chosen:
            return f"{typed} ({chosen})", self.region.data
        meant = self._meant()
        return typed, meant[0].code if len(meant) == 1 else None

    def contact(self) -> Contact:
        """The contact that was typed."""
        place, region_code = self._place()
        return Contact(
            name=self.name.data or "",
            phone=self.phone.data,
            email=self.email.data,
            organisation=self.organisation.data or "",
            buyer_type=BuyerType(self.buyer_type.data),
            place=place,
            region_code=region_code,
        )

    def asking(self, lines: Sequence[AskedLine] = ()) -> Asking:
        """Everything that was typed, about these lines."""
        return Asking(
            lines=lines,
            contact=self.contact(),
            needed_by=self.needed_by.data,
            message=self.message.data or "",
            sample_wanted=bool(self.sample.data),
            deposit_note=self.deposit.data or "",
            papers_wanted=tuple(self.papers.data or ()),
            files=self.files.stored,
        )
