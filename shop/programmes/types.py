"""Words of the restricted programme records."""

import enum


class ProgrammeLevel(enum.StrEnum):
    NATIONAL = "national"
    PROVINCE = "province"
    REGENCY = "regency"


class UnitType(enum.StrEnum):
    UPT = "upt"
    LBK = "lbk"


class EnrolmentPhase(enum.StrEnum):
    CANDIDATE = "candidate"
    IN_TRAINING = "in_training"
    ASSISTED = "assisted"
    INDEPENDENT = "independent"
    GRADUATED = "graduated"
    ALUMNI = "alumni"
    STOPPED = "stopped"
    MOVED = "moved"
    DECEASED = "deceased"


class GraduationWay(enum.StrEnum):
    BETTER_OFF = "better_off"
    NATURAL = "natural"


class VisitMethod(enum.StrEnum):
    HOME = "home"
    WORKSHOP = "workshop"
    PHONE = "phone"
    WHATSAPP = "whatsapp"


class IncomeSource(enum.StrEnum):
    SELF_REPORTED = "self_reported"
    RECEIPT_SEEN = "receipt_seen"


class WelfareCategory(enum.StrEnum):
    """The 26 categories of people in need of social services (PPKS): restricted, never public."""

    NEGLECTED_TODDLER = "neglected_toddler"
    NEGLECTED_CHILD = "neglected_child"
    CHILD_IN_CONFLICT_WITH_LAW = "child_in_conflict_with_law"
    STREET_CHILD = "street_child"
    CHILD_WITH_DISABILITY = "child_with_disability"
    CHILD_VICTIM_OF_VIOLENCE = "child_victim_of_violence"
    CHILD_SPECIAL_PROTECTION = "child_special_protection"
    NEGLECTED_ELDERLY = "neglected_elderly"
    PERSON_WITH_DISABILITY = "person_with_disability"
    SEX_WORKER = "sex_worker"
    HOMELESS = "homeless"
    BEGGAR = "beggar"
    SCAVENGER = "scavenger"
    MINORITY_GROUP = "minority_group"
    FORMER_PRISONER = "former_prisoner"
    PERSON_WITH_HIV = "person_with_hiv"
    DRUG_ABUSE_SURVIVOR = "drug_abuse_survivor"
    TRAFFICKING_VICTIM = "trafficking_victim"
    VICTIM_OF_VIOLENCE = "victim_of_violence"
    TROUBLED_MIGRANT_WORKER = "troubled_migrant_worker"
    NATURAL_DISASTER_VICTIM = "natural_disaster_victim"
    SOCIAL_DISASTER_VICTIM = "social_disaster_victim"
    VULNERABLE_WOMAN = "vulnerable_woman"
    POOR = "poor"
    PSYCHOSOCIAL_FAMILY = "psychosocial_family"
    REMOTE_COMMUNITY = "remote_community"


class DisabilityType(enum.StrEnum):
    PHYSICAL = "physical"
    DEAF = "deaf"
    BLIND = "blind"
    INTELLECTUAL = "intellectual"
    PSYCHOSOCIAL = "psychosocial"
    MULTIPLE = "multiple"
