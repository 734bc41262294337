"""Labels of consent."""

import enum
from collections.abc import Mapping

from shop.consent.types import ConsentChannel, ConsentState, Purpose

N_ = str

LABELS: Mapping[type[enum.StrEnum], Mapping[enum.StrEnum, str]] = {
    Purpose: {
        Purpose.PROFILE: N_("Lapak boleh dilihat umum"),
        Purpose.NAME: N_("Nama orang"),
        Purpose.PHOTO: N_("Foto orang"),
        Purpose.STORY: N_("Cerita"),
        Purpose.PLACE: N_("Kecamatan"),
        Purpose.CONTACT: N_("Nomor WhatsApp"),
        Purpose.PROGRAMME_LINE: N_("Baris program"),
        Purpose.DISABILITY: N_("Menyebut disabilitas"),
        Purpose.PARTNERS: N_("Dilihat lembaga mitra"),
    },
    ConsentState: {
        ConsentState.ASKED: N_("Ditanyakan"),
        ConsentState.GIVEN: N_("Diizinkan"),
        ConsentState.REFUSED: N_("Ditolak"),
        ConsentState.WITHDRAWN: N_("Ditarik"),
        ConsentState.EXPIRED: N_("Berakhir"),
    },
    ConsentChannel: {
        ConsentChannel.WEB: N_("Di situs"),
        ConsentChannel.PAPER: N_("Di kertas"),
        ConsentChannel.VOICE: N_("Rekaman suara"),
        ConsentChannel.WITNESS: N_("Lisan di depan saksi"),
        ConsentChannel.SIGN_VIDEO: N_("Bahasa isyarat, direkam"),
    },
}
