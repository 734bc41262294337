"""Notices of inquiries, quotes and orders."""

from shop.text.notices import NoticeWords

N_ = str
_PART = "/lapak/permintaan/%(part)s"
_ORDER = "/lapak/pesanan/%(order)s"
_LINK = "%(link)s"
_DESK = "%(desk)s"

WORDS: dict[str, NoticeWords] = {
    "inquiry.new": NoticeWords(
        N_("Ada pembeli bertanya: %(things)s"),
        N_("%(buyer)s menanyakan %(things)s. Nomor %(number)s. Jawab sebelum besok."),
        N_("Lihat dan jawab"),
        _PART,
    ),
    "maker.please_call": NoticeWords(
        N_("Tolong hubungi %(maker)s"),
        N_("%(maker)s tidak punya e-mail. Ada kabar tentang %(number)s (%(things)s): %(news)s. Tolong hubungi."),
        N_("Buka situs"),
        _DESK,
    ),
    "inquiry.sent": NoticeWords(
        N_("Permintaan %(number)s sudah terkirim"),
        N_("Anda menanyakan %(things)s. Simpan tautan ini: hanya Anda yang punya."),
        N_("Lihat permintaan"),
        _LINK,
    ),
    "inquiry.nudge": NoticeWords(
        N_("Pembeli masih menunggu: %(things)s"),
        N_("Permintaan %(number)s dari %(buyer)s sudah menunggu sehari. Jawab dengan beberapa ketukan."),
        N_("Jawab sekarang"),
        _PART,
    ),
    "inquiry.help": NoticeWords(
        N_("%(maker)s perlu dibantu menjawab pembeli"),
        N_("Permintaan %(number)s (%(things)s) belum dijawab selama tiga hari kerja. Tolong hubungi %(maker)s."),
        N_("Buka situs"),
        _DESK,
    ),
    "part.info_wanted": NoticeWords(
        N_("%(maker)s bertanya kepada Anda"),
        N_("Tentang permintaan %(number)s: “%(words)s”"),
        N_("Jawab pertanyaan"),
        _LINK,
    ),
    "part.info_given": NoticeWords(
        N_("%(buyer)s menjawab pertanyaan Anda"),
        N_("Tentang permintaan %(number)s: “%(words)s”"),
        N_("Lihat dan jawab"),
        _PART,
    ),
    "part.written_to_maker": NoticeWords(
        N_("Pesan baru dari %(buyer)s"),
        N_("Tentang permintaan %(number)s: “%(words)s”"),
        N_("Lihat pesan"),
        _PART,
    ),
    "part.written_to_buyer": NoticeWords(
        N_("Pesan baru dari %(maker)s"),
        N_("Tentang permintaan %(number)s: “%(words)s”"),
        N_("Lihat pesan"),
        _LINK,
    ),
    "part.asked_again": NoticeWords(
        N_("%(buyer)s minta penawaran baru"),
        N_("Tentang permintaan %(number)s: “%(words)s”"),
        N_("Buat penawaran baru"),
        _PART,
    ),
    "part.declined": NoticeWords(
        N_("%(maker)s belum sanggup"),
        N_("Untuk permintaan %(number)s: %(things)s. Anda bisa bertanya kepada produsen lain."),
        N_("Lihat permintaan"),
        _LINK,
    ),
    "part.withdrawn": NoticeWords(
        N_("Permintaan %(number)s ditarik pembeli"),
        N_("%(buyer)s tidak lagi memerlukan %(things)s. Anda tidak perlu menjawab."),
        N_("Lihat permintaan"),
        _PART,
    ),
    "part.expired": NoticeWords(
        N_("Permintaan %(number)s berakhir tanpa jawaban"),
        N_("%(maker)s tidak menjawab dalam 30 hari. Anda bisa bertanya kepada produsen lain."),
        N_("Lihat permintaan"),
        _LINK,
    ),
    "part.expired_unanswered": NoticeWords(
        N_("Permintaan %(number)s berakhir"),
        N_("%(maker)s bertanya dan 30 hari menunggu jawaban Anda. Masih perlu? Minta penawaran baru."),
        N_("Lihat permintaan"),
        _LINK,
    ),
    "quote.made": NoticeWords(
        N_("Penawaran dari %(maker)s: %(total)s"),
        N_("Untuk permintaan %(number)s. Berlaku sampai %(until)s. Bandingkan, lalu terima, tolak, atau tanya lagi."),
        N_("Lihat penawaran"),
        _LINK,
    ),
    "quote.made_for_maker": NoticeWords(
        N_("Penawaran terkirim atas nama %(maker)s: %(total)s"),
        N_("Pendamping menjawab %(buyer)s tentang %(things)s (%(number)s). Tidak sesuai? Kirim penawaran baru."),
        N_("Lihat penawaran"),
        _PART,
    ),
    "quote.declined": NoticeWords(
        N_("%(buyer)s tidak mengambil penawaran Anda"),
        N_("Permintaan %(number)s. Terima kasih sudah menjawab."),
        N_("Lihat permintaan"),
        _PART,
    ),
    "quote.expired": NoticeWords(
        N_("Penawaran dari %(maker)s sudah lewat waktunya"),
        N_("Untuk permintaan %(number)s. Minta penawaran baru bila masih perlu."),
        N_("Lihat permintaan"),
        _LINK,
    ),
    "quote.accepted": NoticeWords(
        N_("Penawaran Anda diterima: %(total)s"),
        N_("%(buyer)s menerima penawaran untuk %(things)s. Nomor %(number)s. Sepakati uang muka, lalu mulai."),
        N_("Lihat pesanan"),
        _ORDER,
    ),
    "quote.accepted_to_buyer": NoticeWords(
        N_("Anda sudah sepakat dengan %(maker)s: %(total)s"),
        N_("Nomor %(number)s. Bayar langsung kepada produsen sesuai kesepakatan. Situs ini tidak menerima uang."),
        N_("Lihat pesanan"),
        _LINK,
    ),
    "quote.other_taken": NoticeWords(
        N_("%(buyer)s memilih penawaran lain"),
        N_("Untuk permintaan %(number)s. Anda boleh tetap menjawab; pembeli masih bisa membaca."),
        N_("Lihat permintaan"),
        _PART,
    ),
    "order.to_buyer": NoticeWords(
        N_("Pesanan %(number)s: %(step)s"),
        N_("%(maker)s mengabarkan: %(step)s. %(words)s"),
        N_("Lihat pesanan"),
        _LINK,
    ),
    "order.step_undone": NoticeWords(
        N_("Pesanan %(number)s: %(undone)s, ternyata belum"),
        N_("%(maker)s keliru mengabarkan: %(undone)s. Keadaan sekarang: %(step)s."),
        N_("Lihat pesanan"),
        _LINK,
    ),
    "order.to_maker": NoticeWords(
        N_("Pesanan %(number)s: %(step)s"),
        N_("%(buyer)s mengabarkan: %(step)s. %(words)s"),
        N_("Lihat pesanan"),
        _ORDER,
    ),
    "order.reviewed": NoticeWords(
        N_("%(buyer)s menulis ulasan"),
        N_("Untuk pesanan %(number)s: %(stars)s dari 5. “%(words)s”"),
        N_("Lihat pesanan"),
        _ORDER,
    ),
}
