"""Words for refusals on the maker's side."""

N_ = str

WORDS: dict[str, str] = {
    "stall_name_missing": N_("Tulis nama lapak Anda."),
    "contact_phone_missing": N_("Tulis nomor WhatsApp, atau pilih dihubungi lewat pendamping."),
    "story_missing": N_("Bagian ini belum ditulis."),
    "story_no_draft": N_("Belum ada tulisan baru untuk diterbitkan."),
    "consent_wants_adult": N_("Izin hanya dari orang berusia 18 tahun atau lebih. Dinas belum mencatat usia itu."),
    "consent_text_changed": N_("Isi izin ini baru saja diperbarui. Baca lagi dulu."),
    "own_words_missing": N_("Belum ada kalimatnya. Tulis dulu di halaman izin lapak."),
    "own_words_changed": N_("Kalimatnya baru saja diubah. Baca lagi dulu."),
    "closed_too_long": N_("Paling lama satu tahun. Pilih tanggal yang lebih dekat."),
    "paper_number_missing": N_("Tulis nomor suratnya, seperti yang tercetak."),
    "paper_expired": N_("Surat itu sudah lewat masa berlakunya. Pilih “Sedang diurus” bila diperpanjang."),
    "variant_name_missing": N_("Tulis nama pilihannya. Contoh: XXL."),
    "photos_none": N_("Pilih sedikitnya satu foto."),
}
