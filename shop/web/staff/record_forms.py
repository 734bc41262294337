"""Forms of a person's record."""

from typing import Any

from wtforms import BooleanField, RadioField

from shop.lib.clock import today_wib
from shop.programmes.facts import AidFacts, AttendanceFacts, EnrolmentFacts, VisitFacts
from shop.programmes.queries import programmes, recent_trainings, training_units
from shop.programmes.types import EnrolmentPhase, GraduationWay, IncomeSource, VisitMethod
from shop.text.formats import date_short
from shop.text.labels import choices
from shop.text.language import gettext as _
from shop.text.language import lazy as _l
from shop.web.forms import DayField, Longest, ParagraphField, Required, ShopForm, TextField
from shop.web.number_fields import NumberField
from shop.web.staff.choosing import ChoiceField, MoneyField


class EnrolmentForm(ShopForm):
    programme = ChoiceField(_l("Program"), [Required("choose_one")])
    year = NumberField(_l("Tahun"), [Required()])
    unit = ChoiceField(_l("Unit pelatihan"))
    cohort = TextField(_l("Angkatan"), [Longest(40)])
    skill = TextField(_l("Keterampilan"), [Longest(80)])
    decree_no = TextField(_l("Nomor SK"), [Longest(80)])
    grant_amount = MoneyField(_l("Nilai bantuan"))
    phase = ChoiceField(_l("Tahap"))
    graduated_on = DayField(_l("Tanggal graduasi"))
    graduation_way = ChoiceField(_l("Cara graduasi"))

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.known = {row.public_id: row for row in programmes()}
        self.units = {row.public_id: row for row in training_units()}
        self.programme.offer([(key, row.name) for key, row in self.known.items()], empty=_("Pilih program"))
        self.unit.offer([(key, row.name) for key, row in self.units.items()], empty=_("Tanpa unit"))
        self.phase.offer(choices(EnrolmentPhase))
        self.graduation_way.offer(choices(GraduationWay), empty=_("Belum graduasi"))

    def facts(self) -> EnrolmentFacts:
        """What was written, as the commands take it."""
        way = self.graduation_way.data
        return EnrolmentFacts(
            programme=self.known[self.programme.data],
            year=self.year.data or 0,
            unit=self.units.get(self.unit.data),
            cohort=self.cohort.data or "",
            skill=self.skill.data or "",
            decree_no=self.decree_no.data or "",
            phase=EnrolmentPhase(self.phase.data),
            grant_amount=self.grant_amount.data,
            graduated_on=self.graduated_on.data,
            graduation_way=GraduationWay(way) if way else None,
        )


class TrainingForm(ShopForm):
    training = ChoiceField(_l("Pelatihan yang sudah ada"))
    title = TextField(_l("Judul pelatihan baru"), [Longest(120)])
    starts_on = DayField(_l("Mulai"))
    days = NumberField(_l("Lama"))
    certificate_no = TextField(_l("Nomor sertifikat"), [Longest(80)])
    completed = BooleanField(_l("Mengikuti sampai selesai"))

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.known = {row.public_id: row for row in recent_trainings()}
        named = [(key, f"{row.title}, {date_short(row.starts_on)}") for key, row in self.known.items()]
        self.training.offer(named, empty=_("Tulis pelatihan baru di bawah"))

    def facts(self) -> AttendanceFacts:
        """What was written, as the commands take it."""
        return AttendanceFacts(
            training=self.known.get(self.training.data),
            title=self.title.data or "",
            starts_on=self.starts_on.data,
            days=self.days.data,
            certificate_no=self.certificate_no.data or "",
            completed=bool(self.completed.data),
        )


class AidForm(ShopForm):
    given_on = DayField(_l("Diberikan tanggal"), [Required()])
    item = TextField(_l("Barang"), [Longest(120)])
    quantity = NumberField(_l("Jumlah barang"))
    handover_no = TextField(_l("Nomor BAST"), [Longest(80)])
    amount = MoneyField(_l("Atau modal usaha"))

    def facts(self) -> AidFacts:
        """What was written, as the commands take it."""
        return AidFacts(
            given_on=self.given_on.data or today_wib(),
            item=self.item.data or "",
            quantity=self.quantity.data or 0,
            handover_no=self.handover_no.data or "",
            amount=self.amount.data,
        )


class VisitForm(ShopForm):
    visited_on = DayField(_l("Tanggal kunjungan"), [Required()])
    method = ChoiceField(_l("Cara"), [Required("choose_one")])
    business_running = RadioField(_l("Usaha berjalan"), [Required("choose_one")])
    equipment_present = RadioField(_l("Alat bantuan masih ada"), default="")
    workers = NumberField(_l("Orang yang bekerja"))
    helpers = NumberField(_l("Keluarga yang membantu"))
    orders_month = NumberField(_l("Pesanan bulan lalu"))
    gross_month = MoneyField(_l("Omzet bulan lalu"))
    net_month = MoneyField(_l("Pendapatan bersih bulan lalu"))
    income_source = ChoiceField(_l("Angka ini"))
    channel = TextField(_l("Menjual lewat"), [Longest(80)])
    obstacles = ParagraphField(_l("Hambatan"), [Longest(600)])
    follow_up = ParagraphField(_l("Tindak lanjut"), [Longest(1000)])
    next_visit_on = DayField(_l("Kunjungan berikutnya"))

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        yes_no = [("yes", _("Ya")), ("no", _("Tidak"))]
        self.business_running.choices = yes_no
        self.equipment_present.choices = [*yes_no, ("", _("Tidak dilihat"))]
        self.method.offer(choices(VisitMethod), empty=_("Pilih"))
        self.income_source.offer(choices(IncomeSource))

    def facts(self) -> VisitFacts:
        """What was written, as the commands take it; each line of the obstacles is one."""
        plain = ("visited_on", "gross_month", "net_month", "workers", "helpers", "orders_month", "next_visit_on")
        lines = tuple(line.strip() for line in (self.obstacles.data or "").splitlines() if line.strip())
        return VisitFacts(
            method=VisitMethod(self.method.data),
            business_running=self.business_running.data == "yes",
            equipment_present={"yes": True, "no": False}.get(self.equipment_present.data),
            income_source=IncomeSource(self.income_source.data),
            channel=self.channel.data or "",
            follow_up=self.follow_up.data or "",
            obstacles=lines,
            **{name: self[name].data for name in plain},
        )
