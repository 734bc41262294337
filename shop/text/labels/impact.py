"""Labels of complaints and help tasks."""

import enum
from collections.abc import Mapping

from shop.impact.types import CaseState, ComplaintAbout, HelpCause

N_ = str

LABELS: Mapping[type[enum.StrEnum], Mapping[enum.StrEnum, str]] = {
    ComplaintAbout: {
        ComplaintAbout.ORDER: N_("Pesanan: cacat, terlambat, atau berbeda"),
        ComplaintAbout.PRODUCT: N_("Keterangan produk yang keliru"),
        ComplaintAbout.PERSON: N_("Perilaku seseorang"),
        ComplaintAbout.PRIVACY: N_("Data pribadi saya"),
        ComplaintAbout.ACCESSIBILITY: N_("Bagian situs yang tidak bisa saya pakai"),
        ComplaintAbout.OTHER: N_("Hal lain"),
    },
    CaseState: {
        CaseState.OPEN: N_("Baru"),
        CaseState.IN_HAND: N_("Ditangani"),
        CaseState.CLOSED: N_("Selesai"),
    },
    HelpCause: {
        HelpCause.NO_ANSWER: N_("Belum menjawab pembeli"),
        HelpCause.NO_INQUIRIES: N_("Belum ada yang bertanya"),
        HelpCause.STALE_LISTING: N_("Harga lama belum dipastikan"),
        HelpCause.RECORD_ENDED: N_("Rekam program berakhir"),
    },
}
