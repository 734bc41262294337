"""Notices of complaints."""

from shop.text.notices import NoticeWords

N_ = str
_CASE = "/dinas/pengaduan/%(complaint)s"
_MORE = "/pengaduan?nomor=%(number)s"

WORDS: dict[str, NoticeWords] = {
    "complaint.opened": NoticeWords(
        N_("Pengaduan baru %(number)s"),
        N_("Balas pengirimnya sebelum %(reply)s. Hasilnya ditunggu sebelum %(due)s."),
        N_("Buka pengaduan"),
        _CASE,
    ),
    "complaint.passed_on": NoticeWords(
        N_("Pengaduan %(number)s diteruskan kepada Anda"),
        N_("Balas pengirimnya sebelum %(reply)s. Hasilnya ditunggu sebelum %(due)s."),
        N_("Buka pengaduan"),
        _CASE,
    ),
    "complaint.received": NoticeWords(
        N_("Pengaduan Anda kami terima: %(number)s"),
        N_("Kami membalas sebelum %(reply)s, dan memberi hasil sebelum %(due)s."),
        N_("Baca cara pengaduan"),
        "/pengaduan",
    ),
    "complaint.replied": NoticeWords(
        N_("Balasan untuk pengaduan %(number)s"),
        N_("Petugas menulis: “%(words)s” Anda menerima hasilnya sebelum %(due)s."),
        N_("Tambahkan keterangan"),
        _MORE,
    ),
    "complaint.closed": NoticeWords(
        N_("Hasil pengaduan %(number)s"),
        N_("Petugas menulis: “%(words)s” Belum adil menurut Anda? Tulis lagi, atau pakai jalan lain di sana."),
        N_("Buka halaman pengaduan"),
        _MORE,
    ),
}
