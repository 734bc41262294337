"""Words for what can be wrong with a complaint."""

N_ = str

WORDS: dict[str, str] = {
    "complaint_missing": N_("Tulis apa yang terjadi."),
    "complaint_reply_missing": N_("Tulis dahulu kata Anda kepada pengirim."),
    "complaint_closed": N_("Pengaduan ini sudah selesai. Muat ulang halaman untuk melihat hasilnya."),
    "phone_or_email_office": N_("Isi nomor HP atau e-mail, supaya kami bisa menjawab."),
    "too_many_complaints": N_("Sudah banyak pengaduan dari Anda. Tunggu %(minutes)s menit, lalu coba lagi."),
}
