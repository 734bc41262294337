"""Writes of programmes and records, one module a subject; callers need only this name."""

from shop.programmes.commands.aid import give_aid, record_visit
from shop.programmes.commands.enrolling import attend_training, edit_enrolment, enrol
from shop.programmes.commands.programmes import create_programme, edit_programme, set_quota
from shop.programmes.commands.records import (
    RestrictedRecord,
    create_record,
    edit_record,
    read_specific,
    write_specific,
)

__all__ = [
    "RestrictedRecord",
    "attend_training",
    "create_programme",
    "create_record",
    "edit_enrolment",
    "edit_programme",
    "edit_record",
    "enrol",
    "give_aid",
    "read_specific",
    "record_visit",
    "set_quota",
    "write_specific",
]
