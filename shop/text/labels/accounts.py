"""Labels of roles."""

import enum
from collections.abc import Mapping

from shop.accounts.types import Role

N_ = str

LABELS: Mapping[type[enum.StrEnum], Mapping[enum.StrEnum, str]] = {
    Role: {
        Role.CURATOR: N_("Kurator"),
        Role.OFFICER: N_("Petugas program"),
        Role.PROVINCIAL: N_("Petugas provinsi"),
        Role.HEAD: N_("Kepala dinas"),
        Role.PARTNER: N_("Lembaga mitra"),
        Role.ADMIN: N_("Pengelola situs"),
    },
}
