"""What tells two inquiries under one key apart: the body that was sent, and the one that is kept."""

import hashlib
import json
from collections.abc import Mapping, Sequence

from shop.inquiries.models import Inquiry
from shop.inquiries.rules import AskedLine, Asking


def body_hash(asking: Asking, lines: Sequence[Mapping[str, object]] | None = None) -> str:
    """What tells two bodies apart; ``lines`` stands for those of the asking."""
    contact = asking.contact
    body = {
        "lines": list(lines) if lines is not None else [_line_body(line) for line in asking.lines],
        "contact": [contact.name, contact.phone, contact.email, contact.organisation, contact.buyer_type],
        "place": [contact.place, contact.region_code],
        "needed_by": asking.needed_by.isoformat() if asking.needed_by else None,
        "message": asking.message,
        "sample": asking.sample_wanted,
        "deposit": asking.deposit_note,
        "papers": sorted(asking.papers_wanted),
        "files": [[file.name, file.size] for file in asking.files],
    }
    return hashlib.sha256(json.dumps(body, sort_keys=True, ensure_ascii=False).encode("utf-8", "replace")).hexdigest()


def _line_body(line: AskedLine) -> Mapping[str, object]:
    return {
        "product": line.product.public_id,
        "quantity": line.quantity,
        "sizes": list(line.sizes),
        "customisation": list(line.customisation),
        "note": line.note,
    }


def stored_lines(inquiry: Inquiry) -> list[Mapping[str, object]]:
    """The lines of a sent inquiry as ``body_hash`` sees them."""
    return [
        {
            "product": line.product.public_id if line.product else None,
            "quantity": line.quantity,
            "sizes": line.sizes,
            "customisation": line.customisation,
            "note": line.note,
        }
        for line in inquiry.lines
    ]
