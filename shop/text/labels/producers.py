"""Labels of makers and their people."""

import enum
from collections.abc import Mapping

from shop.producers.types import CompanionType, ContactVia, MemberRole, NibStatus, ProducerForm, ProducerStatus, Right

N_ = str

LABELS: Mapping[type[enum.StrEnum], Mapping[enum.StrEnum, str]] = {
    ProducerForm: {
        ProducerForm.PERSON: N_("Perorangan"),
        ProducerForm.GROUP: N_("Kelompok"),
        ProducerForm.COOPERATIVE: N_("Koperasi"),
        ProducerForm.WORKSHOP: N_("Sanggar"),
    },
    ProducerStatus: {
        ProducerStatus.APPLIED: N_("Mendaftar"),
        ProducerStatus.ACTIVE: N_("Aktif"),
        ProducerStatus.SUSPENDED: N_("Dihentikan sementara"),
        ProducerStatus.ENDED: N_("Berhenti"),
        ProducerStatus.MERGED: N_("Digabung"),
    },
    MemberRole: {
        MemberRole.LEADER: N_("Ketua atau pemilik"),
        MemberRole.SECRETARY: N_("Sekretaris"),
        MemberRole.TREASURER: N_("Bendahara"),
        MemberRole.MEMBER: N_("Anggota"),
    },
    Right: {
        Right.LIST: N_("Menulis produk"),
        Right.ANSWER: N_("Menjawab pembeli"),
        Right.QUOTE: N_("Membuat penawaran"),
        Right.CAPACITY: N_("Mengisi kapasitas"),
        Right.PROFILE: N_("Mengubah profil"),
        Right.CONSENT: N_("Memberi persetujuan"),
    },
    CompanionType: {CompanionType.PENDAMPING: N_("Pendamping"), CompanionType.TKSK: N_("TKSK")},
    NibStatus: {
        NibStatus.HELD: N_("Sudah ada"),
        NibStatus.IN_PROCESS: N_("Sedang diurus"),
        NibStatus.NONE: N_("Belum ada"),
    },
    ContactVia: {
        ContactVia.SELF: N_("Langsung ke produsen"),
        ContactVia.COMPANION: N_("Lewat pendamping"),
        ContactVia.OFFICE: N_("Lewat dinas"),
    },
}
