"""Notices about reviewed products and featured makers."""

from shop.text.notices import NoticeWords

N_ = str
_STALL = "/lapak/produk/%(public_id)s"
_DESK = "%(desk)s"

WORDS: dict[str, NoticeWords] = {
    "review.published": NoticeWords(
        N_("%(product)s sudah terbit"),
        N_("Dinas sudah memeriksa %(product)s. Sekarang semua orang bisa melihat dan menanyakannya."),
        N_("Lihat produk saya"),
        _STALL,
    ),
    "review.published.please_call": NoticeWords(
        N_("Tolong kabari %(maker)s: %(product)s sudah terbit"),
        N_("%(maker)s tidak punya e-mail. Produknya, %(product)s, sudah terbit."),
        N_("Buka situs"),
        _DESK,
    ),
    "review.returned": NoticeWords(
        N_("%(product)s perlu diperbaiki"),
        N_("Dinas mengembalikan %(product)s. Sebabnya tertulis di halaman produk. %(note)s"),
        N_("Perbaiki produk"),
        _STALL,
    ),
    "review.returned.please_call": NoticeWords(
        N_("Tolong bantu %(maker)s memperbaiki %(product)s"),
        N_("%(maker)s tidak punya e-mail. %(product)s dikembalikan. %(note)s"),
        N_("Buka situs"),
        _DESK,
    ),
    "review.change_refused": NoticeWords(
        N_("Perubahan %(product)s perlu diperiksa lagi"),
        N_("Dinas meminta perbaikan pada %(product)s. Pembeli membaca tulisan yang lama. %(note)s"),
        N_("Perbaiki produk"),
        _STALL,
    ),
    "review.photos_refused": NoticeWords(
        N_("Foto %(product)s perlu diperbaiki"),
        N_("Dinas meminta perbaikan pada %(product)s. Produk dan fotonya tetap tampil. %(note)s"),
        N_("Perbaiki produk"),
        _STALL,
    ),
    "review.photos_refused.please_call": NoticeWords(
        N_("Tolong bantu %(maker)s memperbaiki %(product)s"),
        N_("%(maker)s tidak punya e-mail. Foto %(product)s perlu diperbaiki. %(note)s"),
        N_("Buka situs"),
        _DESK,
    ),
    "review.change_refused.please_call": NoticeWords(
        N_("Tolong bantu %(maker)s memperbaiki %(product)s"),
        N_("%(maker)s tidak punya e-mail. Perubahan %(product)s perlu diperbaiki. %(note)s"),
        N_("Buka situs"),
        _DESK,
    ),
    "maker.featured": NoticeWords(
        N_("%(maker)s tampil sebagai unggulan"),
        N_("Dinas memilih %(maker)s untuk tampil di halaman depan. Pastikan harga dan foto produk masih tepat."),
        N_("Lihat halaman depan"),
        "/",
    ),
    "maker.featured.please_call": NoticeWords(
        N_("Tolong kabari %(maker)s: tampil sebagai unggulan"),
        N_("%(maker)s tidak punya e-mail. Pastikan harga dan foto produknya masih tepat."),
        N_("Buka situs"),
        _DESK,
    ),
}
