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
    "consent_on_behalf": NoticeWords(
        N_("%(companion)s memberi izin atas nama lapak Anda"),
        N_("Satu izin %(maker)s baru saja diberikan atas nama Anda. Bukan kemauan Anda? Cabut di halaman izin."),
        N_("Periksa halaman izin"),
        "/lapak/izin",
    ),
    "story_on_behalf": NoticeWords(
        N_("%(companion)s menerbitkan cerita lapak Anda"),
        N_("Cerita %(maker)s terbit atas nama Anda. Bukan begitu ceritanya? Turunkan atau tulis lagi."),
        N_("Baca ceritanya"),
        "/lapak/cerita",
    ),
    "portrait_on_behalf": NoticeWords(
        N_("%(companion)s mengganti foto orang di lapak Anda"),
        N_("Foto orang di balik lapak %(maker)s diganti. Bukan kemauan Anda? Hapus atau ganti lagi."),
        N_("Lihat fotonya"),
        "/lapak/profil/foto",
    ),
    "spoken_for_to_office": NoticeWords(
        N_("%(companion)s menampilkan sesuatu atas nama %(maker)s"),
        N_(
            "Pendamping memberi izin, menerbitkan cerita, atau mengganti foto, dan orang lapak itu tidak terjangkau "
            "e-mail. Tolong pastikan pada produsennya bahwa itu atas izinnya."
        ),
        N_("Buka produsen"),
        "/dinas/produsen/%(producer)s",
    ),
}
