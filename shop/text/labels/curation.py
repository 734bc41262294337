"""Labels of reviews, and the words of what the shop itself finds in a product."""

import enum
from collections.abc import Mapping

from shop.curation.findings import Finding
from shop.curation.types import ReturnReason, ReviewCause, ReviewState
from shop.text.formats import join_words, rupiah
from shop.text.language import current_language, gettext, ngettext

N_ = str

LABELS: Mapping[type[enum.StrEnum], Mapping[enum.StrEnum, str]] = {
    ReviewState: {
        ReviewState.WAITING: N_("Menunggu"),
        ReviewState.PUBLISHED: N_("Diterbitkan"),
        ReviewState.RETURNED: N_("Dikembalikan"),
        ReviewState.CANCELLED: N_("Ditarik produsen"),
    },
    ReviewCause: {
        ReviewCause.NEW: N_("Produk baru"),
        ReviewCause.CHANGED: N_("Tulisan atau foto berubah"),
        ReviewCause.FLAGGED: N_("Ada kata yang perlu dicek"),
    },
    ReturnReason: {
        ReturnReason.PHOTO_UNCLEAR: N_("Foto kurang jelas"),
        ReturnReason.PRICE_CHECK: N_("Harga perlu dicek"),
        ReturnReason.TECHNIQUE_MISSING: N_("Keterangan belum lengkap"),
        ReturnReason.HEALTH_WORDS: N_("Kata kesehatan"),
        ReturnReason.SAFETY_WORDS: N_("Kata keselamatan"),
        ReturnReason.PAPERS_MISSING: N_("Surat izin belum ada"),
        ReturnReason.TEXT_UNCLEAR: N_("Tulisan kurang jelas"),
        ReturnReason.OTHER: N_("Lainnya"),
    },
}

_FINDINGS: Mapping[str, str] = {
    "price_on_request": N_("Harga lewat penawaran"),
    "price_missing": N_("Harga belum ditulis"),
    "price_in_band": N_("Harga dalam kisaran"),
    "price_out_of_band": N_("Harga di luar kisaran %(least)s sampai %(most)s"),
    "photos_missing": N_("Belum ada foto"),
    "facts_complete": N_("Keterangan lengkap"),
    "facts_missing": N_("Belum ditulis: %(names)s"),
    "words_flagged": N_("Cek kata: %(words)s"),
    "papers_in_order": N_("Surat izin berlaku"),
    "papers_missing": N_("Surat izin belum ada"),
}


def finding_words(finding: Finding, most: int = 20) -> str:
    """What a finding says in the current language; of a long list of names the first ``most``."""
    params = finding.params
    if finding.code == "photos_few":
        return ngettext("Baru %(num)s foto", "Baru %(num)s foto", params["num"])
    if finding.code == "photos_enough":
        return ngettext("%(num)s foto", "%(num)s foto", params["num"])
    values: dict[str, object] = {}
    if "names" in params:
        values["names"] = _some(params["names"][current_language()], most)
    if "words" in params:
        values["words"] = join_words(params["words"])
    if "least" in params:
        values = {"least": rupiah(params["least"]), "most": rupiah(params["most"])}
    return gettext(_FINDINGS[finding.code]) % values


def _some(names: list[str], most: int) -> str:
    more = len(names) - most
    if more <= 0:
        return join_words(names)
    return gettext("%(some)s, dan %(more)s lagi", some=", ".join(names[:most]), more=more)
