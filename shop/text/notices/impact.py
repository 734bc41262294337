"""Notices of complaints."""

from shop.text.notices import NoticeWords

N_ = str

WORDS: dict[str, NoticeWords] = {
    "complaint.opened": NoticeWords(
        N_("Pengaduan baru %(number)s"),
        N_("Ada pengaduan yang perlu dijawab sebelum %(due)s."),
        N_("Buka situs"),
        "/dinas",
    ),
    "complaint.received": NoticeWords(
        N_("Pengaduan Anda kami terima: %(number)s"),
        N_("Kami membalas paling lambat 2 hari kerja, dan memberi hasil sebelum %(due)s."),
        N_("Baca cara pengaduan"),
        "/pengaduan",
    ),
}
