"""Notices of one's own account, and the mails that carry one-time links."""

from shop.text.notices import NoticeWords

N_ = str
_SECURITY = "/akun/keamanan"
_LINK = "%(link)s"
_LOGIN = "/masuk"

WORDS: dict[str, NoticeWords] = {
    "account.secret_changed": NoticeWords(
        N_("PIN atau kata sandi Anda diganti"),
        N_("Bukan Anda? Minta tautan di halaman masuk, lalu buat yang baru."),
        N_("Periksa keamanan akun"),
        _SECURITY,
    ),
    "account.totp_set": NoticeWords(
        N_("Kode kedua terpasang"),
        N_("Mulai sekarang, masuk memerlukan kode dari aplikasi di ponsel Anda."),
        N_("Periksa keamanan akun"),
        _SECURITY,
    ),
    "account.totp_removed": NoticeWords(
        N_("Kode kedua dilepas"),
        N_("Bukan Anda yang meminta? Segera hubungi pengelola."),
        N_("Periksa keamanan akun"),
        _SECURITY,
    ),
    "account.email_changed": NoticeWords(
        N_("E-mail akun Anda diganti"),
        N_("Pesan berikutnya pergi ke alamat baru. Bukan Anda? Segera hubungi kami."),
        N_("Buka situs"),
        _LOGIN,
    ),
    "link.sign_in": NoticeWords(
        N_("Tautan masuk Anda"),
        N_("Tekan tautan ini untuk masuk. Berlaku satu jam dan hanya sekali. Tidak meminta? Abaikan saja."),
        N_("Masuk sekarang"),
        _LINK,
    ),
    "link.set_secret": NoticeWords(
        N_("Buat PIN atau kata sandi baru"),
        N_("Tekan tautan ini untuk membuatnya. Berlaku satu jam dan hanya sekali. Tidak meminta? Abaikan saja."),
        N_("Buat yang baru"),
        _LINK,
    ),
    "link.confirm_email": NoticeWords(
        N_("Konfirmasi e-mail Anda"),
        N_("Tekan tautan ini supaya akun Anda siap. Berlaku tiga hari. Tidak mendaftar? Abaikan saja."),
        N_("Konfirmasi e-mail"),
        _LINK,
    ),
    "link.please_call": NoticeWords(
        N_("Tolong hubungi %(name)s: perlu tautan masuk"),
        N_("%(name)s belum punya e-mail dan meminta tautan masuk. Hubungi, pastikan orangnya, lalu bantu masuk."),
        N_("Buka situs"),
        "/dinas",
    ),
}
