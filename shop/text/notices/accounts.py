"""Notices and mails of accounts."""

from shop.text.notices import NoticeWords

N_ = str
_TOKEN = "/tautan/%(token)s"
_SECURITY = "/akun/keamanan"

WORDS: dict[str, NoticeWords] = {
    "link.sign_in": NoticeWords(
        N_("Tautan masuk Anda"),
        N_("Tekan tombol ini untuk masuk. Tautan hanya berlaku sekali, selama satu jam."),
        N_("Masuk"),
        _TOKEN,
    ),
    "link.confirm_email": NoticeWords(
        N_("Pastikan alamat e-mail Anda"),
        N_("Tekan tombol ini bila Anda yang mendaftar dengan alamat ini. Bila bukan, abaikan surat ini."),
        N_("Pastikan e-mail"),
        _TOKEN,
    ),
    "link.set_secret": NoticeWords(
        N_("Pilih PIN atau kata sandi baru"),
        N_("Tekan tombol ini untuk memilih yang baru. Tautan hanya berlaku sekali, selama satu jam."),
        N_("Pilih yang baru"),
        _TOKEN,
    ),
    "link.please_help": NoticeWords(
        N_("%(name)s minta dibantu masuk"),
        N_("%(name)s minta tautan masuk, tetapi e-mail tidak sampai. Tolong hubungi, lalu buatkan dan serahkan."),
        N_("Buka orangnya"),
        "/dinas/produsen/%(maker)s/orang/%(member)s",
    ),
    "link.please_call": NoticeWords(
        N_("%(name)s minta dibantu masuk"),
        N_("%(name)s minta tautan masuk, tetapi e-mail tidak sampai. Tolong hubungi. Dinas yang membuatkan tautannya."),
        N_("Buka situs"),
        "/akun",
    ),
    "link_handed_over": NoticeWords(
        N_("Tautan masuk dibuatkan untuk Anda"),
        N_("Dinas membuat tautan masuk ke akun Anda untuk diserahkan. Bukan Anda yang meminta? Segera hubungi kami."),
        N_("Lihat keamanan akun"),
        _SECURITY,
    ),
    "phone_freed": NoticeWords(
        N_("Nomor HP Anda tidak dipakai lagi untuk masuk"),
        N_("Dinas mengenal orang lain dengan nomor itu. Tulis e-mail di profil Anda, supaya Anda tetap bisa masuk."),
        N_("Buka profil"),
        "/akun/profil",
    ),
    "stall_invitation": NoticeWords(
        N_("%(maker)s mengundang Anda"),
        N_("Dinas ingin menambahkan akun Anda ke lapak %(maker)s. Terima hanya bila Anda memang bekerja di sana."),
        N_("Jawab undangan"),
        "/akun/undangan",
    ),
    "role_changed": NoticeWords(
        N_("Peran Anda berubah"),
        N_("Pengelola situs memberi atau mengakhiri peran di akun Anda. Masuk lagi untuk melihatnya."),
        N_("Buka akun"),
        "/akun",
    ),
    "secret_changed": NoticeWords(
        N_("PIN atau kata sandi Anda diganti"),
        N_("Bukan Anda? Minta tautan di halaman masuk, lalu buat yang baru."),
        N_("Lihat keamanan akun"),
        _SECURITY,
    ),
    "totp_set": NoticeWords(
        N_("Kode kedua terpasang"),
        N_("Mulai sekarang, masuk memerlukan kode dari aplikasi di ponsel Anda."),
        N_("Lihat keamanan akun"),
        _SECURITY,
    ),
    "totp_removed": NoticeWords(
        N_("Kode kedua dilepas"),
        N_("Bukan Anda yang meminta? Segera hubungi pengelola."),
        N_("Lihat keamanan akun"),
        _SECURITY,
    ),
    "email_dropped": NoticeWords(
        N_("E-mail akun Anda dihapus"),
        N_("Pesan tidak dikirim ke alamat ini lagi. Bukan Anda yang meminta? Segera hubungi kami."),
        N_("Bantuan"),
        "/bantuan",
    ),
    "email_changed": NoticeWords(
        N_("E-mail akun Anda diganti"),
        N_("Pesan berikutnya pergi ke alamat baru. Bukan Anda? Segera hubungi kami."),
        N_("Bantuan"),
        "/bantuan",
    ),
}
