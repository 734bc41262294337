"""Labels of programmes and records; those of specific data are shown on one page only."""

import enum
from collections.abc import Mapping

from shop.programmes.types import (
    DisabilityType,
    EnrolmentPhase,
    GraduationWay,
    IncomeSource,
    ProgrammeLevel,
    UnitType,
    VisitMethod,
    WelfareCategory,
)

N_ = str

LABELS: Mapping[type[enum.StrEnum], Mapping[enum.StrEnum, str]] = {
    ProgrammeLevel: {
        ProgrammeLevel.NATIONAL: N_("Nasional"),
        ProgrammeLevel.PROVINCE: N_("Provinsi"),
        ProgrammeLevel.REGENCY: N_("Kabupaten atau kota"),
    },
    UnitType: {UnitType.UPT: N_("Unit pelatihan"), UnitType.LBK: N_("Loka bina karya")},
    EnrolmentPhase: {
        EnrolmentPhase.CANDIDATE: N_("Calon"),
        EnrolmentPhase.IN_TRAINING: N_("Sedang dilatih"),
        EnrolmentPhase.ASSISTED: N_("Didampingi"),
        EnrolmentPhase.INDEPENDENT: N_("Mandiri"),
        EnrolmentPhase.GRADUATED: N_("Graduasi"),
        EnrolmentPhase.ALUMNI: N_("Selesai"),
        EnrolmentPhase.STOPPED: N_("Berhenti"),
        EnrolmentPhase.MOVED: N_("Pindah"),
        EnrolmentPhase.DECEASED: N_("Meninggal"),
    },
    GraduationWay: {
        GraduationWay.BETTER_OFF: N_("Sejahtera mandiri"),
        GraduationWay.NATURAL: N_("Alami"),
    },
    VisitMethod: {
        VisitMethod.HOME: N_("Kunjungan rumah"),
        VisitMethod.WORKSHOP: N_("Kunjungan tempat kerja"),
        VisitMethod.PHONE: N_("Telepon"),
        VisitMethod.WHATSAPP: N_("WhatsApp"),
    },
    IncomeSource: {
        IncomeSource.SELF_REPORTED: N_("Menurut yang bersangkutan"),
        IncomeSource.RECEIPT_SEEN: N_("Nota dilihat"),
    },
    WelfareCategory: {
        WelfareCategory.NEGLECTED_TODDLER: N_("Anak balita telantar"),
        WelfareCategory.NEGLECTED_CHILD: N_("Anak telantar"),
        WelfareCategory.CHILD_IN_CONFLICT_WITH_LAW: N_("Anak yang berhadapan dengan hukum"),
        WelfareCategory.STREET_CHILD: N_("Anak jalanan"),
        WelfareCategory.CHILD_WITH_DISABILITY: N_("Anak dengan disabilitas"),
        WelfareCategory.CHILD_VICTIM_OF_VIOLENCE: N_("Anak korban kekerasan"),
        WelfareCategory.CHILD_SPECIAL_PROTECTION: N_("Anak yang memerlukan perlindungan khusus"),
        WelfareCategory.NEGLECTED_ELDERLY: N_("Lanjut usia telantar"),
        WelfareCategory.PERSON_WITH_DISABILITY: N_("Penyandang disabilitas"),
        WelfareCategory.SEX_WORKER: N_("Pekerja seks"),
        WelfareCategory.HOMELESS: N_("Gelandangan"),
        WelfareCategory.BEGGAR: N_("Pengemis"),
        WelfareCategory.SCAVENGER: N_("Pemulung"),
        WelfareCategory.MINORITY_GROUP: N_("Kelompok minoritas"),
        WelfareCategory.FORMER_PRISONER: N_("Bekas warga binaan pemasyarakatan"),
        WelfareCategory.PERSON_WITH_HIV: N_("Orang dengan HIV"),
        WelfareCategory.DRUG_ABUSE_SURVIVOR: N_("Korban penyalahgunaan napza"),
        WelfareCategory.TRAFFICKING_VICTIM: N_("Korban perdagangan orang"),
        WelfareCategory.VICTIM_OF_VIOLENCE: N_("Korban tindak kekerasan"),
        WelfareCategory.TROUBLED_MIGRANT_WORKER: N_("Pekerja migran bermasalah sosial"),
        WelfareCategory.NATURAL_DISASTER_VICTIM: N_("Korban bencana alam"),
        WelfareCategory.SOCIAL_DISASTER_VICTIM: N_("Korban bencana sosial"),
        WelfareCategory.VULNERABLE_WOMAN: N_("Perempuan rawan sosial ekonomi"),
        WelfareCategory.POOR: N_("Fakir miskin"),
        WelfareCategory.PSYCHOSOCIAL_FAMILY: N_("Keluarga bermasalah sosial psikologis"),
        WelfareCategory.REMOTE_COMMUNITY: N_("Komunitas adat terpencil"),
    },
    DisabilityType: {
        DisabilityType.PHYSICAL: N_("Fisik"),
        DisabilityType.DEAF: N_("Rungu atau wicara"),
        DisabilityType.BLIND: N_("Netra"),
        DisabilityType.INTELLECTUAL: N_("Intelektual"),
        DisabilityType.PSYCHOSOCIAL: N_("Mental"),
        DisabilityType.MULTIPLE: N_("Ganda"),
    },
}
