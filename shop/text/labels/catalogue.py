"""Labels of products and their papers."""

import enum
from collections.abc import Mapping

from shop.catalogue.types import (
    CapacityLevel,
    CertificateStatus,
    CertificateType,
    PriceBasis,
    ProductStatus,
    StockMode,
)

N_ = str

LABELS: Mapping[type[enum.StrEnum], Mapping[enum.StrEnum, str]] = {
    ProductStatus: {
        ProductStatus.DRAFT: N_("Belum dikirim"),
        ProductStatus.IN_REVIEW: N_("Sedang diperiksa"),
        ProductStatus.RETURNED: N_("Perlu diperbaiki"),
        ProductStatus.PUBLISHED: N_("Terbit"),
        ProductStatus.PAUSED: N_("Dijeda"),
        ProductStatus.WITHDRAWN: N_("Ditarik"),
    },
    CertificateType: {
        CertificateType.PIRT: N_("P-IRT"),
        CertificateType.BPOM: N_("BPOM"),
        CertificateType.HALAL: N_("Halal"),
        CertificateType.SNI: N_("SNI"),
        CertificateType.TEST_REPORT: N_("Laporan uji"),
        CertificateType.HUBLA: N_("Sertifikat Hubla"),
    },
    CertificateStatus: {
        CertificateStatus.NONE_DECLARED: N_("Tidak ada"),
        CertificateStatus.IN_PROCESS: N_("Sedang diurus"),
        CertificateStatus.CLAIMED: N_("Menunggu diperiksa"),
        CertificateStatus.VERIFIED: N_("Sudah diperiksa"),
        CertificateStatus.REJECTED: N_("Ditolak"),
    },
    PriceBasis: {
        PriceBasis.UNIT: N_("Harga satuan"),
        PriceBasis.WHOLESALE: N_("Harga grosir"),
        PriceBasis.LABOUR: N_("Ongkos jahit saja"),
        PriceBasis.STARTING_AT: N_("Mulai dari harga ini"),
    },
    StockMode: {
        StockMode.READY: N_("Stok siap"),
        StockMode.MADE_TO_ORDER: N_("Dibuat setelah dipesan"),
    },
    CapacityLevel: {
        CapacityLevel.FREE: N_("Longgar"),
        CapacityLevel.SOME: N_("Bisa sedikit"),
        CapacityLevel.FULL: N_("Penuh"),
    },
}
