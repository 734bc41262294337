"""What would make a listing better, said to its maker: a code of ``catalogue.stall.improvements`` in one sentence."""

from shop.text.language import gettext

N_ = str

HINTS: dict[str, str] = {
    "photos_missing": N_("Tambahkan foto. Produk tanpa foto jarang ditanya."),
    "photo_failed": N_("Satu foto tidak bisa dipakai. Hapus, lalu pilih foto lain."),
    "photos_few": N_("Tambahkan foto sampai tiga: depan, dekat, dan saat dipakai."),
    "facts_required": N_("Lengkapi ciri barang yang wajib diisi."),
    "price_missing": N_("Tulis harganya, atau pilih harga lewat penawaran."),
    "out_of_date": N_("Pastikan harganya masih sama."),
    "papers_missing": N_("Lengkapi surat yang wajib. Tanpa itu produk tidak tampil."),
    "alt_missing": N_("Tulis isi tiap foto, untuk pembeli yang tidak bisa melihatnya."),
    "text_short": N_("Ceritakan bahan dan cara membuatnya, dua atau tiga kalimat."),
    "capacity_missing": N_("Tulis berapa yang sanggup dibuat sebulan."),
    "facts_more": N_("Isi ciri barang yang lain. Pembeli sering menanyakannya."),
}


def hint(code: str) -> str:
    """The sentence of one hint in the current language."""
    return gettext(HINTS[code])
