"""Words for what registering and linking makers refuses."""

N_ = str

WORDS: dict[str, str] = {
    "adult_not_confirmed": N_("Pastikan produsen berusia 18 tahun atau lebih. Tanpa itu lapak tidak bisa dibuat."),
    "producer_merged": N_("Lapak ini sudah digabung ke lapak lain."),
    "invitation_over": N_("Undangan itu sudah dijawab atau sudah berakhir."),
    "member_already": N_("Orang ini sudah menjadi anggota lapak."),
    "scope_missing": N_("Pilih sedikitnya satu hal yang boleh dibantu."),
    "companion_there": N_("Orang ini sudah menjadi pendamping."),
    "companion_already": N_("Pendamping ini sudah membantu produsen ini."),
    "training_not_attended": N_("Pelatihan itu tidak ada di rekam orang ini."),
    "link_already": N_("Rekam ini sudah terhubung dengan produsen itu."),
    "link_over": N_("Hubungan ini sudah diakhiri."),
    "consent_channel_missing": N_("Pilih bagaimana produsen memberi jawabannya."),
    "witness_missing": N_("Tulis nama saksi."),
    "consent_line_missing": N_("Pilih baris program yang dimaksud."),
}
