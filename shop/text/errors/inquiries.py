"""Words for refusals of inquiries, quotes and orders."""

N_ = str

WORDS: dict[str, str] = {
    "key_invalid": N_("Formulir ini rusak. Muat ulang halamannya, lalu kirim lagi."),
    "key_reused": N_(
        "Isian yang tadi sudah terkirim sebagai permintaan lain. Untuk mengirim yang baru, tekan Kirim sekali lagi."
    ),
    "try_again": N_("Ada yang mengirim bersamaan. Tekan tombolnya sekali lagi."),
    "request_empty": N_("Permintaan Anda masih kosong. Tambahkan produk dulu."),
    "request_too_long": N_("Satu permintaan memuat paling banyak %(most)s produk. Kirim dulu, lalu buat yang baru."),
    "line_vanished": N_("Produk ini baru saja ditutup, jadi tidak bisa ditanyakan lagi."),
    "line_unknown": N_("Produk itu sudah tidak ada di permintaan Anda."),
    "place_ambiguous": N_("Ada beberapa tempat bernama “%(name)s”. Pilih salah satu di bawah."),
    "quantity_below_minimum": N_("Tulis %(minimum)s atau lebih. Itu pesanan paling sedikit."),
    "quantity_not_multiple": N_("Tulis kelipatan %(multiple)s. Contoh: %(example)s."),
    "quantity_not_less": N_("Tulis kurang dari %(asked)s, atau pilih “Sanggup semua”."),
    "sizes_do_not_add_up": N_("Jumlah semua ukuran %(total)s, padahal Anda menulis %(quantity)s. Samakan keduanya."),
    "too_many_files": N_("Kirim paling banyak %(most)s berkas."),
    "too_many_inquiries": N_("Terlalu banyak permintaan dalam waktu singkat. Coba lagi %(minutes)s menit lagi."),
    "limits_not_understood": N_("Centang dulu, tanda Anda sudah tahu batas produk ini."),
    "message_missing": N_("Tulis pesannya dulu."),
    "part_moved_on": N_("Keadaan permintaan ini sudah berubah, jadi langkah itu tidak bisa lagi."),
    "part_agreed": N_("Sudah ada penawaran yang disepakati untuk bagian ini."),
    "part_unknown": N_("Bagian permintaan itu tidak ada."),
    "quote_unknown": N_("Penawaran itu tidak ada."),
    "quote_lines_missing": N_("Jawab setiap barang satu kali."),
    "quote_all_cannot": N_("Semua belum bisa? Pakai “Belum bisa melayani” di bawah."),
    "quote_superseded": N_("Produsen sudah membuat penawaran yang lebih baru. Lihat yang terbaru dulu."),
    "quote_declined": N_("Penawaran ini sudah Anda tolak. Minta penawaran ulang bila berubah pikiran."),
    "quote_expired": N_("Masa berlaku penawaran ini sudah lewat. Minta penawaran ulang."),
    "alternative_not_described": N_("Jelaskan gantinya. Contoh: bahan drill, bukan katun."),
    "order_unknown": N_("Pesanan itu tidak ada."),
    "order_moved_on": N_("Pesanan ini sudah sampai di langkah lain."),
    "order_not_done": N_("Ulasan bisa ditulis setelah pesanan selesai."),
    "reason_missing": N_("Pilih alasannya."),
    "stars_missing": N_("Pilih satu sampai lima bintang."),
    "inquiry_has_buyer": N_("Permintaan ini sudah tersimpan di akun lain."),
    "inquiry_unknown": N_("Permintaan itu tidak ada."),
    "link_ended": N_("Tautan ini sudah berakhir."),
    "file_unknown": N_("Berkas itu tidak ada."),
    "product_unknown": N_("Produk itu tidak ada."),
}
