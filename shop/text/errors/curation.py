"""Words for what curation refuses."""

N_ = str

WORDS: dict[str, str] = {
    "review_decided": N_("Produk ini baru saja diputuskan oleh rekan Anda. Muat ulang untuk melihat putusannya."),
    "review_product_gone": N_("Produsen sudah menarik produk ini. Tidak ada yang perlu diputuskan."),
    "review_changed_meanwhile": N_(
        "Produsen baru saja mengubah produk ini. Yang tampil sekarang adalah keadaan barunya: periksa lagi."
    ),
    "review_waits_already": N_("Produk ini sudah menunggu diperiksa."),
    "review_reason_missing": N_("Pilih sedikitnya satu sebab, supaya produsen tahu apa yang diperbaiki."),
    "review_note_missing": N_("Tulis sebabnya, karena Anda memilih “Lainnya”."),
    "feature_reason_missing": N_("Tulis mengapa produsen ini ditampilkan."),
    "feature_too_long": N_("Terlalu lama. Tampilkan paling lama %(days)s hari, supaya yang lain mendapat giliran."),
    "feature_over": N_("Masa tampilnya sudah berakhir."),
    "already_featured": N_("Produsen ini sudah tampil pada hari-hari itu. Pilih tanggal lain."),
    "producer_not_public": N_("Produsen ini belum bisa dilihat umum: tidak aktif, disembunyikan, atau belum setuju."),
    "collection_empty": N_("Pilih sedikitnya satu produk sebelum menerbitkan koleksi."),
    "collection_last": N_("Koleksi yang terbit memuat sedikitnya satu produk. Tambahkan yang lain dulu."),
    "collection_too_large": N_("Terlalu banyak. Satu koleksi memuat paling banyak %(most)s produk."),
    "certificate_number_missing": N_("Tulis nomor suratnya seperti yang tercetak."),
    "certificate_over": N_("Surat ini sudah lewat masa berlakunya."),
}
