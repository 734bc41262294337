"""Words for what can go wrong with signing in, registering and accounts."""

N_ = str

WORDS: dict[str, str] = {
    "sign_in_failed": N_("Nomor atau PIN salah, atau e-mail atau kata sandinya. Periksa, lalu coba lagi."),
    "sign_in_locked": N_("Terlalu banyak percobaan. Coba lagi pukul %(until)s, atau minta tautan masuk."),
    "login_missing": N_("Tulis nomor HP atau e-mail Anda."),
    "secret_missing": N_("Tulis PIN atau kata sandi Anda."),
    "code_missing": N_("Tulis kode 6 angka dari aplikasi Anda."),
    "code_wrong": N_("Kode tidak cocok atau sudah dipakai. Tunggu kode berikutnya, lalu tulis lagi."),
    "code_locked": N_("Terlalu banyak kode yang salah. Coba lagi pukul %(until)s."),
    "code_too_late": N_("Waktu untuk menulis kode sudah habis. Masuk sekali lagi."),
    "secret_wrong": N_("PIN atau kata sandi sekarang tidak cocok."),
    "session_not_fresh": N_(
        "Akun ini belum punya PIN, dan Anda masuk lebih dari 15 menit lalu. "
        "Minta tautan untuk membuat PIN, lalu ulangi."
    ),
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
    "account_closed": N_("Akun ini ditutup atau belum dikonfirmasi."),
    "account_without_email": N_("Akun ini tidak punya e-mail."),
    "account_unconfirmed": N_("Pendaftaran ini belum dikonfirmasi. Ia terhapus sendiri setelah tujuh hari."),
    "account_not_closed": N_("Akun ini tidak ditutup."),
    "slug_taken": N_("Alamat pendek %(slug)s sudah dipakai."),
    "region_unfit": N_("Kode wilayah itu tidak ada atau tidak cocok dengan tingkat kantornya."),
    "role_own": N_("Anda tidak bisa mengakhiri peran Anda sendiri. Minta pengelola lain."),
    "role_last_admin": N_("Ia satu-satunya pengelola situs. Beri peran itu kepada orang lain dulu."),
    "role_already": N_("Orang ini sudah memegang peran itu di sana."),
    "account_own": N_("Anda tidak bisa menutup akun Anda sendiri. Minta pengelola lain."),
    "link_by_email_only": N_("Akun ini punya peran di dinas. Tautannya hanya dikirim ke e-mailnya sendiri."),
    "link_for_others_too": N_("Orang ini juga bekerja di luar wilayah Anda. Pengelola situs yang bisa membantunya."),
    "link_to_own_email": N_("Orang ini punya e-mail. Tautannya hanya dikirim ke sana."),
    "link_not_ours": N_("Akun ini juga dipakai di luar lapak. Pengelola situs yang bisa membantunya."),
    "member_cannot_sign_in": N_("Orang ini tidak punya akun, atau sudah keluar dari lapak."),
    "phone_none_waits": N_("Tidak ada nomor yang menunggu dipastikan."),
    "email_still_needed": N_(
        "E-mail ini satu-satunya cara Anda masuk. Ia bisa dikosongkan setelah nomor HP Anda dipastikan."
    ),
    "email_not_usable": N_("E-mail itu tidak bisa dipakai lagi. Tulis e-mail lain di profil Anda."),
    "too_many_registrations": N_("Terlalu banyak pendaftaran dari jaringan ini. Coba lagi satu jam lagi."),
    "too_many_changes": N_("Terlalu sering diubah. Coba lagi satu jam lagi."),
    "totp_already_set": N_("Kode kedua sudah terpasang."),
    "totp_not_set": N_("Kode kedua tidak terpasang."),
    "totp_not_started": N_("Mulai dulu pemasangan kode kedua."),
    "totp_needed": N_("Peran Anda memerlukan kode kedua."),
    "role_place_wrong": N_("Peran itu memerlukan kantor atau lembaga yang sesuai."),
    "dates_out_of_order": N_("Tanggal akhir harus sesudah tanggal mulai."),
}
