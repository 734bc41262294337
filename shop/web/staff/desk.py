"""The office's desk: which role opens which group of pages, and what the frame around them shows."""

from collections.abc import Callable, Mapping
from typing import Any

from flask import request
from flask.typing import ResponseReturnValue

from shop.accounts.models import Office
from shop.accounts.office_notices import office_unread_count
from shop.accounts.offices import own_offices
from shop.accounts.policies import OFFICE_ROLES, may_manage_users, may_read_office_notices
from shop.accounts.types import Actor, Role
from shop.catalogue.papers import papers_count
from shop.curation.policies import may_curate
from shop.curation.reviews import waiting_count
from shop.impact.policies import may_open_complaints
from shop.impact.queries import complaints_count
from shop.inquiries.queries.offices import late_count, may_watch_inquiries
from shop.platform.failures import failed_count
from shop.producers.partners import may_open_partner_list
from shop.producers.policies import may_open_producers
from shop.programmes.policies import may_open_programmes, may_open_records
from shop.web.guards import actor, refuse_unless
from shop.web.sessions import roles_first

Policy = Callable[[Actor], bool]


def _works_here(who: Actor) -> bool:
    return who.has_role(*OFFICE_ROLES)


def _reads_audit(who: Actor) -> bool:
    return who.has_role(Role.PROVINCIAL, Role.HEAD, Role.ADMIN)


def _runs_site(who: Actor) -> bool:
    return who.has_role(Role.ADMIN)


GROUPS: Mapping[str, Policy] = {
    "home": _works_here,
    "notices": may_read_office_notices,
    "reviews": may_curate,
    "papers": may_curate,
    "featured": may_curate,
    "collections": may_curate,
    "producers": may_open_producers,
    "people": may_open_producers,
    "members": may_open_producers,
    "pictures": may_open_producers,
    "partners": may_open_partner_list,
    "links": may_open_records,
    "records": may_open_records,
    "enrolments": may_open_records,
    "programmes": may_open_programmes,
    "inquiries": may_watch_inquiries,
    "complaints": may_open_complaints,
    "audit": _reads_audit,
    "users": may_manage_users,
    "memberships": may_manage_users,
    "messages": _runs_site,
}
_COUNTED: Mapping[str, Callable[[Actor], int]] = {
    "notices": office_unread_count,
    "reviews": waiting_count,
    "papers": papers_count,
    "inquiries": late_count,
    "complaints": complaints_count,
    "messages": lambda _actor: failed_count(),
}


def office_first() -> ResponseReturnValue | None:
    """The one guard: signed in with roles in force, and one of them opens this group of pages."""
    answer = roles_first()
    if answer is None:
        policy = GROUPS.get((request.blueprint or "").rpartition(".")[2])
        refuse_unless(policy is not None and policy(actor()))
    return answer


def opens(group: str) -> bool:
    """Whether this request's actor may open a group of pages."""
    return GROUPS[group](actor())


def office() -> Office | None:
    """The office that the actor works in, the first where there are several; None for administrators."""
    return next(iter(own_offices(actor(), *OFFICE_ROLES)), None)


def counters() -> dict[str, int]:
    """What waits, by group of pages that the actor may open."""
    return {group: count(actor()) for group, count in _COUNTED.items() if opens(group)}


def frame() -> dict[str, Any]:
    """What the frame shows: the pages that this role opens, what waits there, whose office it is."""
    if not actor().roles:
        return {}
    own = office()
    return {
        "staff_groups": {group for group in GROUPS if opens(group)},
        "counters": counters(),
        "office_name": own.name if own else "",
    }
