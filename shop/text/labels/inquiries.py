"""Labels of inquiries, quotes and orders."""

import enum
from collections.abc import Mapping

from shop.accounts.types import BuyerType
from shop.inquiries.types import Author, DeclineReason, DeliveryMethod, LineAnswer, PartState, Source
from shop.orders.types import AllocationState, CancelReason, InquiryState, OrderState, PaperKind, ReviewVisibility

N_ = str

LABELS: Mapping[type[enum.StrEnum], Mapping[enum.StrEnum, str]] = {
    PartState: {
        PartState.SENT: N_("Terkirim, belum dibaca"),
        PartState.SEEN: N_("Sudah dibaca"),
        PartState.INFO_WANTED: N_("Produsen bertanya"),
        PartState.INFO_GIVEN: N_("Menunggu jawaban produsen"),
        PartState.QUOTED: N_("Penawaran masuk"),
        PartState.DECLINED: N_("Produsen belum sanggup"),
        PartState.EXPIRED: N_("Lewat waktu"),
        PartState.WITHDRAWN: N_("Dibatalkan pembeli"),
    },
    DeclineReason: {
        DeclineReason.FULL: N_("Jadwal sedang penuh"),
        DeclineReason.TOO_SOON: N_("Waktunya terlalu dekat"),
        DeclineReason.TOO_MANY: N_("Jumlahnya terlalu banyak"),
        DeclineReason.TOO_FEW: N_("Jumlahnya terlalu sedikit"),
        DeclineReason.NO_MATERIAL: N_("Bahan sedang tidak ada"),
        DeclineReason.NOT_OUR_WORK: N_("Bukan yang kami kerjakan"),
        DeclineReason.PRICE: N_("Harganya tidak masuk"),
        DeclineReason.OTHER: N_("Alasan lain"),
    },
    LineAnswer: {
        LineAnswer.AS_ASKED: N_("Sesuai permintaan"),
        LineAnswer.ALTERNATIVE: N_("Ganti yang lain"),
        LineAnswer.LESS: N_("Kurang dari permintaan"),
        LineAnswer.CANNOT: N_("Tidak bisa"),
    },
    DeliveryMethod: {
        DeliveryMethod.COURIER: N_("Dikirim lewat kurir"),
        DeliveryMethod.OWN: N_("Diantar sendiri"),
        DeliveryMethod.PICKUP: N_("Diambil pembeli"),
        DeliveryMethod.LATER: N_("Dibicarakan nanti"),
    },
    OrderState: {
        OrderState.ACCEPTED: N_("Disepakati"),
        OrderState.IN_PRODUCTION: N_("Sedang dikerjakan"),
        OrderState.READY: N_("Siap diserahkan"),
        OrderState.HANDED_OVER: N_("Sudah diserahkan"),
        OrderState.CHANGES_ASKED: N_("Diminta diperbaiki"),
        OrderState.DONE: N_("Selesai"),
        OrderState.CANCELLED: N_("Dibatalkan"),
    },
    CancelReason: {
        CancelReason.BUYER_CHANGED_MIND: N_("Pembeli berubah rencana"),
        CancelReason.CANNOT_MAKE: N_("Produsen tidak bisa mengerjakan"),
        CancelReason.LATE: N_("Terlambat dari janji"),
        CancelReason.TERMS: N_("Tidak sepakat soal harga atau syarat"),
        CancelReason.OTHER: N_("Alasan lain"),
    },
    InquiryState: {
        InquiryState.NEW: N_("Baru"),
        InquiryState.ANSWERED: N_("Dijawab"),
        InquiryState.QUOTED: N_("Penawaran masuk"),
        InquiryState.AGREED: N_("Disepakati"),
        InquiryState.IN_PRODUCTION: N_("Dikerjakan"),
        InquiryState.HANDED_OVER: N_("Diserahkan"),
        InquiryState.DONE: N_("Selesai"),
        InquiryState.DECLINED: N_("Ditolak"),
        InquiryState.CANCELLED: N_("Batal"),
        InquiryState.EXPIRED: N_("Lewat waktu"),
    },
    PaperKind: {
        PaperKind.QUOTATION: N_("Surat penawaran"),
        PaperKind.ORDER_LETTER: N_("Surat pesanan (SPK)"),
        PaperKind.DELIVERY_NOTE: N_("Surat jalan"),
        PaperKind.HANDOVER_MINUTES: N_("Berita acara serah terima (BAST)"),
        PaperKind.RECEIPT: N_("Kuitansi"),
    },
    Author: {
        Author.BUYER: N_("Pembeli"),
        Author.PRODUCER: N_("Produsen"),
        Author.COMPANION: N_("Pendamping"),
        Author.STAFF: N_("Petugas dinas"),
    },
    Source: {
        Source.WEB: N_("Lewat situs"),
        Source.API: N_("Lewat sistem lain"),
        Source.PHONE: N_("Lewat telepon"),
    },
    AllocationState: {
        AllocationState.OFFERED: N_("Ditawarkan"),
        AllocationState.TAKEN: N_("Diambil"),
        AllocationState.DECLINED: N_("Ditolak"),
        AllocationState.EXPIRED: N_("Lewat waktu"),
    },
    ReviewVisibility: {
        ReviewVisibility.SHOWN: N_("Tampil"),
        ReviewVisibility.HIDDEN: N_("Disembunyikan"),
    },
    BuyerType: {
        BuyerType.HOUSEHOLD: N_("Rumah tangga"),
        BuyerType.SCHOOL: N_("Sekolah"),
        BuyerType.COMPANY: N_("Perusahaan"),
        BuyerType.OFFICE: N_("Kantor pemerintah"),
    },
}
