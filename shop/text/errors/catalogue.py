"""Words for what can be wrong with a product, its photos, or a search."""

N_ = str

WORDS: dict[str, str] = {
    "product_name_missing": N_("Tulis nama produknya. Contoh: Kemeja batik cap kawung."),
    "product_just_saved": N_("Baru saja tersimpan dari ketukan lain. Simpan sekali lagi untuk melanjutkan."),
    "unit_not_for_kind": N_("Pilih satuan dari daftar. Satuan itu tidak dipakai untuk jenis ini."),
    "price_zero": N_("Harga paling sedikit Rp1. Kosongkan bila lewat penawaran."),
    "price_range_order": N_("Harga tertinggi harus sama atau lebih dari harga terendah."),
    "too_many_tiers": N_("Tulis paling banyak %(most)s harga grosir."),
    "tier_quantity_order": N_("Jumlah tiap harga grosir harus makin banyak."),
    "tier_price_order": N_("Harga grosir harus makin murah saat jumlahnya makin banyak."),
    "too_many_variants": N_("Tulis paling banyak %(most)s pilihan."),
    "variant_twice": N_("Dua pilihan bernama sama. Ubah salah satunya."),
    "product_without_price": N_("Belum bisa terbit: harganya belum ditulis. Kembalikan, supaya produsen melengkapi."),
    "product_without_facts": N_("Belum bisa terbit: %(names)s belum ditulis. Kembalikan, supaya produsen melengkapi."),
    "attribute_missing": N_("Isi “%(name)s”. Pembeli menanyakannya."),
    "size_name_missing": N_("Tulis nama ukurannya. Contoh: M."),
    "size_twice": N_("Ukuran ini sudah ada di baris lain. Ubah salah satunya."),
    "size_value_unreadable": N_("Tulis dengan angka. Contoh: 52 atau 50–52."),
    "measure_name_missing": N_("Tulis bagian mana yang diukur. Contoh: Lebar dada (cm)."),
    "measure_twice": N_("Bagian ini sudah ada. Ubah salah satunya."),
    "too_many_photos": N_("Satu produk memuat paling banyak %(most)s foto. Hapus satu dulu."),
    "search_unavailable": N_("Pencarian sedang kami perbaiki. Ini produk terbaru lebih dulu."),
    "search_cursor_unknown": N_("Tautan halaman itu sudah tidak berlaku. Ini halaman pertama."),
    "filter_unknown": N_("Saringan “%(value)s” tidak kami kenal, jadi tidak dipakai."),
    "filter_price_order": N_("Harga “dari” lebih tinggi daripada “sampai”, jadi kami tukar."),
    "filter_date_past": N_("Tanggal itu sudah lewat, jadi tidak dipakai."),
    "query_too_long": N_("Kata pencarian terlalu panjang. Kami memakai bagian awalnya."),
}
