"""What the audit says was done, in words."""

from collections.abc import Mapping

from shop.text.language import gettext

N_ = str

_ACTIONS: Mapping[str, str] = {
    "record.created": N_("Mencatat orang baru"),
    "record.edited": N_("Mengubah rekam"),
    "record.specific_read": N_("Melihat data khusus"),
    "record.specific_written": N_("Mengubah data khusus"),
    "enrolment.created": N_("Mencatat kepesertaan"),
    "enrolment.edited": N_("Mengubah kepesertaan"),
    "training.attended": N_("Mencatat pelatihan"),
    "aid.given": N_("Mencatat bantuan"),
    "visit.recorded": N_("Mencatat kunjungan"),
    "programme.created": N_("Membuat program"),
    "programme.edited": N_("Mengubah program"),
    "programme.quota_set": N_("Mengisi kuota program"),
    "producer.created": N_("Mendaftarkan produsen"),
    "producer.edited": N_("Mengubah produsen"),
    "producer.portrait_set": N_("Mengganti foto orang"),
    "producer.portrait_removed": N_("Menghapus foto orang"),
    "member.added": N_("Menambah anggota lapak"),
    "companion.assigned": N_("Menugaskan pendamping"),
    "companion.ended": N_("Mengakhiri pendampingan"),
    "link.created": N_("Menghubungkan rekam program"),
    "link.verified": N_("Memverifikasi baris program"),
    "link.ended": N_("Mengakhiri hubungan rekam"),
    "review.opened": N_("Produk masuk antrean"),
    "review.published": N_("Menerbitkan produk"),
    "review.returned": N_("Mengembalikan produk"),
    "review.cancelled": N_("Produk ditarik dari antrean"),
    "featured.added": N_("Memilih produsen unggulan"),
    "featured.ended": N_("Mengakhiri masa unggulan"),
    "featured.reordered": N_("Mengubah urutan unggulan"),
    "certificate.verified": N_("Memeriksa surat izin"),
    "certificate.rejected": N_("Menolak surat izin"),
    "collection.created": N_("Membuat koleksi"),
    "collection.edited": N_("Mengubah koleksi"),
    "collection.emptied": N_("Mengeluarkan produk dari koleksi"),
    "collection.filled": N_("Menambah produk ke koleksi"),
    "collection.reordered": N_("Mengubah urutan koleksi"),
    "outbox.retried": N_("Mengirim ulang pesan"),
    "consent.given": N_("Persetujuan diberikan"),
    "consent.refused": N_("Persetujuan ditolak"),
    "consent.withdrawn": N_("Persetujuan ditarik"),
    "user.created": N_("Membuat akun"),
    "user.disabled": N_("Menutup akun"),
    "user.enabled": N_("Membuka akun lagi"),
    "user.phone_proved": N_("Memastikan nomor HP"),
    "user.phone_vouched": N_("Memberikan nomor HP kepada pemiliknya"),
    "totp.removed": N_("Melepas kode kedua"),
    "link.wanted": N_("Mengirim tautan kata sandi baru"),
    "link.issued.sign_in": N_("Membuat tautan masuk"),
    "link.issued.set_secret": N_("Membuat tautan PIN atau kata sandi baru"),
    "membership.added": N_("Memberi peran"),
    "membership.ended": N_("Mengakhiri peran"),
}


def action_words(action: str) -> str:
    """An action in the current language; one without words as it is called in the log."""
    words = _ACTIONS.get(action)
    return gettext(words) if words else action
