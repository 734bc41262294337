"""Words for what programs send wrong."""

N_ = str

WORDS: dict[str, str] = {
    "value_unknown": N_("Nilai %(value)s tidak dikenal."),
    "product_unknown_in_line": N_("Produk %(product)s tidak ada atau sudah tidak tampil."),
}
