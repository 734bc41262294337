"""Words for what programmes and records refuse."""

N_ = str

WORDS: dict[str, str] = {
    "nik_not_stored": N_("Ada nomor 16 angka. NIK dan nomor KK tidak disimpan di sini: hapus nomor itu."),
    "title_discloses": N_(
        "Judul pelatihan bisa dibaca umum. Tulis keterampilannya saja, tanpa program, balai, atau sebab orang dibantu."
    ),
    "programme_code_taken": N_("Kode ini sudah dipakai program lain."),
    "programme_code_odd": N_("Tulis kode dengan huruf besar, angka, dan tanda hubung. Contoh: KUBE-2026."),
    "programme_level_place": N_("Program nasional tidak punya wilayah. Program provinsi dan kabupaten harus punya."),
    "programme_closed": N_("Program ini sudah ditutup. Pilih program lain."),
    "already_enrolled": N_("Orang ini sudah tercatat di program itu pada tahun itu."),
    "already_attended": N_("Pelatihan ini sudah tercatat untuk orang ini."),
    "training_missing": N_("Pilih pelatihan dari daftar, atau tulis judul pelatihan baru."),
    "date_future": N_("Tanggal itu belum tiba. Pilih hari ini atau sebelumnya."),
    "graduation_incomplete": N_("Tulis tanggal dan cara graduasinya."),
    "amount_missing": N_("Tulis jumlah modalnya. Contoh: 1.500.000."),
    "aid_one_of_two": N_("Isi salah satu: barang, atau jumlah modal."),
    "next_visit_before": N_("Kunjungan berikutnya harus sesudah kunjungan ini."),
    "birth_date_odd": N_("Tanggal lahir itu tidak mungkin. Periksa tahunnya."),
}
