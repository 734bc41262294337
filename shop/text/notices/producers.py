"""Notices to makers about their stall, and to the office that knows them."""

from shop.text.notices import NoticeWords

N_ = str

WORDS: dict[str, NoticeWords] = {
    "contact_changed": NoticeWords(
        N_("%(companion)s mengganti kontak lapak Anda"),
        N_(
            "Pembeli sekarang menghubungi lapak %(maker)s lewat nomor lain. Bukan atas izin Anda? Ganti lagi di profil."
        ),
        N_("Periksa profil lapak"),
        "/lapak/profil",
    ),
    "contact_changed_to_office": NoticeWords(
        N_("%(companion)s mengganti kontak %(maker)s"),
        N_(
            "Pendamping mengganti nomor yang dihubungi pembeli. "
            "Tolong pastikan pada produsennya bahwa itu atas izinnya."
        ),
        N_("Buka produsen"),
        "/dinas/produsen/%(producer)s",
    ),
}
