"""Words for what can go wrong with signing in, registering and accounts."""

N_ = str

WORDS: dict[str, str] = {
    "sign_in_failed": N_("Nomor, e-mail, PIN, atau kata sandi tidak cocok. Periksa, lalu coba lagi."),
    "sign_in_locked": N_("Terlalu banyak percobaan. Tunggu 15 menit, atau minta tautan masuk."),
    "login_missing": N_("Tulis nomor HP atau e-mail Anda."),
    "secret_missing": N_("Tulis PIN atau kata sandi Anda."),
    "code_missing": N_("Tulis kode 6 angka dari aplikasi Anda."),
    "code_wrong": N_("Kode tidak cocok atau sudah dipakai. Tunggu kode berikutnya, lalu tulis lagi."),
    "code_locked": N_("Terlalu banyak kode yang salah. Tunggu 15 menit, lalu coba lagi."),
    "code_too_late": N_("Waktu untuk menulis kode sudah habis. Masuk sekali lagi."),
    "secret_wrong": N_("PIN atau kata sandi sekarang tidak cocok."),
    "secret_not_as_registered": N_("Tidak cocok dengan PIN atau kata sandi yang Anda pilih saat mendaftar."),
    "pin_too_common": N_("PIN itu mudah ditebak. Pilih enam angka yang tidak berurutan atau berulang."),
    "pin_like_date": N_("PIN itu mirip tanggal lahir. Pilih enam angka lain."),
    "pin_in_phone": N_("PIN itu ada di nomor HP Anda. Pilih enam angka lain."),
    "password_too_short": N_("Kata sandi terlalu pendek. Tulis sedikitnya 12 huruf, misalnya beberapa kata."),
    "password_too_long": N_("Kata sandi terlalu panjang. Tulis paling banyak 200 huruf."),
    "password_too_common": N_("Kata sandi itu mudah ditebak. Pilih beberapa kata yang tidak berhubungan."),
    "password_is_login": N_("Kata sandi memuat e-mail Anda. Pilih kata lain."),
    "phone_or_email_needed": N_("Isi nomor HP atau e-mail. Salah satu cukup."),
    "phone_taken": N_("Nomor itu sudah dipakai akun lain."),
    "email_taken": N_("E-mail itu sudah dipakai akun lain."),
    "login_taken": N_("Nomor atau e-mail itu sudah dipakai akun lain."),
    "phone_none_waits": N_("Tidak ada nomor yang menunggu dipastikan."),
    "email_still_needed": N_(
        "E-mail ini satu-satunya cara Anda masuk. Ia bisa dikosongkan setelah nomor HP Anda dipastikan."
    ),
    "email_not_usable": N_("E-mail itu tidak bisa dipakai lagi. Tulis e-mail lain di profil Anda."),
    "too_many_registrations": N_("Terlalu banyak pendaftaran dari jaringan ini. Coba lagi satu jam lagi."),
    "too_many_changes": N_("Terlalu sering diubah. Coba lagi satu jam lagi."),
    "totp_already_set": N_("Kode kedua sudah terpasang."),
    "totp_not_started": N_("Mulai dulu pemasangan kode kedua."),
    "totp_needed": N_("Peran Anda memerlukan kode kedua."),
    "role_place_wrong": N_("Peran itu memerlukan kantor atau lembaga yang sesuai."),
    "dates_out_of_order": N_("Tanggal akhir harus sesudah tanggal mulai."),
}
