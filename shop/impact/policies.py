"""Who may read and answer complaints; pure."""

from shop.accounts.models import Office
from shop.accounts.types import Actor, Role
from shop.impact.models import Complaint

ANSWERERS = (Role.CURATOR, Role.OFFICER, Role.PROVINCIAL)


def may_open_complaints(actor: Actor) -> bool:
    """Open the pages of complaints at all."""
    return actor.has_role(*ANSWERERS, Role.ADMIN)


def may_answer_complaint(actor: Actor, complaint: Complaint) -> bool:
    """Read a complaint and who sent it, and answer: its office, the province over it; those of none, administrators."""
    if complaint.office is None:
        return actor.has_role(Role.ADMIN)
    own = any(held.office_id == complaint.office_id and held.role in ANSWERERS for held in actor.roles)
    return own or actor.reaches(complaint.office.region_code, Role.PROVINCIAL)


def may_pass_on_complaint(actor: Actor, complaint: Complaint, office: Office | None) -> bool:
    """To the office above or to administrators; provincial staff also to offices of theirs, administrators to any."""
    if office is None or actor.has_role(Role.ADMIN):
        return True
    above = complaint.office.parent_id if complaint.office else None
    return office.id == above or actor.reaches(office.region_code, Role.PROVINCIAL)
