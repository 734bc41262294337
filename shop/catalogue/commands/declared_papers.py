"""The papers that a maker says a product has; staff verify them before anything is claimed in public."""

from dataclasses import dataclass
from datetime import date

from shop.accounts.types import Actor
from shop.audit.commands import record
from shop.catalogue.commands.moving import recheck_papers
from shop.catalogue.declared_papers import LONGEST_NUMBER
from shop.catalogue.messages import ProductChanged
from shop.catalogue.models import Certificate, Product
from shop.catalogue.policies import may_manage
from shop.catalogue.types import CertificateStatus, CertificateType
from shop.lib.clock import today_wib
from shop.lib.errors import Invalid, require
from shop.platform import outbox
from shop.platform.db import db
from shop.platform.holding import hold

SAYABLE = (CertificateStatus.NONE_DECLARED, CertificateStatus.IN_PROCESS, CertificateStatus.CLAIMED)


@dataclass(frozen=True, kw_only=True)
class PaperWords:
    """What a maker says of one paper; ``file_key`` of a checked file in storage, None keeps the one before."""

    type: CertificateType
    status: CertificateStatus
    number: str | None = None
    expires_on: date | None = None
    file_key: str | None = None


def declare_paper(*, product: Product, words: PaperWords, actor: Actor) -> None:
    """Say that a paper is missing, on its way, or there; what was verified stays so while nothing changes."""
    require(may_manage(actor, product))
    hold(product)
    paper = next((one for one in product.certificates if one.type is words.type), None)
    if words.status not in SAYABLE:
        raise Invalid("choose_one", f"status_{words.type}")
    _check(words)
    if paper is None and words.status is CertificateStatus.NONE_DECLARED:
        return
    if paper is not None and _unchanged(paper, words):
        return
    if paper is None:
        paper = Certificate(type=words.type)
        product.certificates.append(paper)
    paper.status, paper.number, paper.expires_on = words.status, words.number, words.expires_on
    paper.file_key = words.file_key or paper.file_key
    paper.verified_at = paper.verified_by_id = None
    db.session.flush()
    recheck_papers(product=product)
    record(actor=actor, action="paper.declared", target=product, type=str(words.type), status=str(words.status))
    outbox.leave(ProductChanged(product.id))


def _check(words: PaperWords) -> None:
    if words.status is not CertificateStatus.CLAIMED:
        return
    if not words.number:
        raise Invalid("paper_number_missing", f"number_{words.type}")
    if len(words.number) > LONGEST_NUMBER:
        raise Invalid("too_long", f"number_{words.type}", most=LONGEST_NUMBER)
    if words.expires_on is not None and words.expires_on < today_wib():
        raise Invalid("paper_expired", f"expires_{words.type}")


def _unchanged(paper: Certificate, words: PaperWords) -> bool:
    """The same paper again: a verified one is then left in peace."""
    said = CertificateStatus.CLAIMED if paper.status is CertificateStatus.VERIFIED else paper.status
    same = (said, paper.number or "", paper.expires_on) == (words.status, words.number or "", words.expires_on)
    return same and words.file_key in (None, paper.file_key)
