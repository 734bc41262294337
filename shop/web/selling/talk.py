"""An inquiry in words for its maker: what is asked, the thread, the quotes made so far."""

from typing import Any

from flask import url_for

from shop.catalogue.book import book
from shop.catalogue.models import Product
from shop.catalogue.stall import first_photos
from shop.inquiries.models import Attachment, InquiryLine, InquiryPart, PartLine, Quote, ThreadMessage
from shop.inquiries.queries import PartView
from shop.inquiries.rules import unit_price_for
from shop.inquiries.types import FINISHED, WAITING, Author, LineAnswer, PartState
from shop.orders.models import Order
from shop.orders.stall import is_let_go
from shop.orders.types import PaperKind
from shop.text.formats import ago, date_long, date_short, datetime_wib, join_words, rupiah
from shop.text.labels import label
from shop.text.language import gettext as _
from shop.text.language import ngettext
from shop.text.names import name_of
from shop.text.units import amount
from shop.web.inquiry_compare import delivery_terms
from shop.web.selling.answering import contact_is_open
from shop.web.selling.desk import counted_in, product_ids, state_words, title_of, unit_name
from shop.web.selling.pictures import own_image
from shop.web.words import deposit_words


def page_facts(view: PartView, order: Order | None) -> dict[str, Any]:
    """All that templates/selling/inquiries/show.html says besides its forms."""
    part, photos = view.part, first_photos(product_ids(view.part.shares))
    agreed, let_go = part.agreed_at is not None, is_let_go(part, view.newest)
    return {
        "part": part,
        "inquiry": part.inquiry,
        "title": title_of(part),
        "short": _short(part),
        "needs": _needs(part),
        "state_text": state_words(part, view.newest),
        "asked": [_asked(share, photos) for share in part.shares],
        "facts": _facts(part),
        "files": [_file(part, one) for one in view.files],
        "messages": [_message(part, one) for one in view.messages],
        "quotes": [_quote(one, newest=one is view.newest) for one in view.quotes],
        "may_call": contact_is_open(part) and part.state is not PartState.WITHDRAWN,
        "untold": _is_untold(part) and not let_go,
        "order": order,
        "open_to_quote": not agreed and part.state not in (PartState.DECLINED, PartState.WITHDRAWN),
        "open_to_words": part.state not in (PartState.DECLINED, PartState.WITHDRAWN),
        "open_to_decline": not agreed and part.state not in FINISHED,
        "asks": not agreed and part.state in WAITING,
    }


def _is_untold(part: InquiryPart) -> bool:
    """The maker has answered, and only the maker can tell the buyer so."""
    return not part.inquiry.is_told and contact_is_open(part) and part.first_answer_at is not None


def told(part: InquiryPart) -> str:
    """Whether the buyer hears of what was just done, and what the maker does where nobody tells them."""
    if part.inquiry.is_told:
        return _("Pembeli menerima kabar.")
    if contact_is_open(part):
        return _("Pembeli tidak menulis e-mail: kabari lewat WhatsApp.")
    return _("Pembeli membacanya saat membuka tautannya.")


def _asked(share: PartLine, photos: Any) -> dict[str, Any]:
    line, product = share.line, share.line.product
    unit = unit_name(line.unit_code)
    facts = [amount(share.quantity, line.unit_code)]
    sizes = [f"{size.get('size') or size.get('name')} {size.get('quantity')}" for size in line.sizes]
    wishes = _wishes(line)
    return {
        "name": line.name,
        "lines": [*facts, *([" · ".join(sizes)] if sizes else []), *([wishes] if wishes else []), line.note],
        "image": own_image(photos.get(line.product_id)),
        "unit": unit,
        "quantity": share.quantity,
        "by_piece": counted_in(line.unit_code) == ("piece", 1),
        "price_hint": _price_hint(product, share),
    }


def _wishes(line: InquiryLine) -> str:
    kind = book().kind_by_id.get(line.kind_id or 0) or (
        book().kind_by_id.get(line.product.kind_id) if line.product else None
    )
    known = {str(one["code"]): one for one in kind.customisation} if kind else {}
    named = [known[code] for code in line.customisation if code in known]
    return ", ".join(name_of(_Named(one["name_id"], one["name_en"])) for one in named)


class _Named:
    def __init__(self, name_id: str, name_en: str) -> None:
        self.name_id, self.name_en = name_id, name_en


def _price_hint(product: Product | None, share: PartLine) -> str:
    price = unit_price_for(product, share.quantity) if product else None
    if price is None:
        return ""
    asked = amount(share.quantity, share.line.unit_code)
    return _("Harga di lapak untuk %(amount)s: %(price)s", amount=asked, price=rupiah(price))


def _short(part: InquiryPart) -> str:
    """The question's own words: how much of one thing, or how many things."""
    if len(part.shares) == 1:
        return amount(part.shares[0].quantity, part.shares[0].line.unit_code)
    return ngettext("%(num)s barang ini", "%(num)s barang ini", len(part.shares))


def _needs(part: InquiryPart) -> list[str]:
    """What a price hangs on besides the goods: by when, where to, with a sample, which deposit, which papers."""
    inquiry = part.inquiry
    day = _("Perlu sebelum %(day)s", day=date_short(inquiry.needed_by)) if inquiry.needed_by else ""
    place = _("Kirim ke %(place)s", place=inquiry.place) if inquiry.place else ""
    sample = _("Minta contoh dulu") if inquiry.sample_wanted else ""
    deposit = _("Uang muka: %(terms)s", terms=inquiry.deposit_note) if inquiry.deposit_note else ""
    named = join_words(label(PaperKind(one)) for one in inquiry.papers_wanted)
    papers = _("Perlu surat: %(papers)s", papers=named) if named else ""
    return [text for text in (day, place, sample, deposit, papers) if text]


def _facts(part: InquiryPart) -> list[tuple[str, str]]:
    inquiry = part.inquiry
    pairs = [
        (_("Nama pembeli"), inquiry.name),
        (_("Lembaga"), inquiry.organisation),
        (_("Perlu sebelum"), date_long(inquiry.needed_by) if inquiry.needed_by else ""),
        (_("Kirim ke"), inquiry.place),
        (_("Contoh dulu"), _("Ya, minta contoh") if inquiry.sample_wanted else ""),
        (_("Uang muka"), inquiry.deposit_note),
        (_("Surat"), ", ".join(label(PaperKind(one)) for one in inquiry.papers_wanted)),
        (_("Tanggal masuk"), f"{datetime_wib(part.sent_at)} ({ago(part.sent_at)})"),
    ]
    return [(term, value) for term, value in pairs if value]


def _file(part: InquiryPart, one: Attachment) -> tuple[str, str]:
    return one.name, url_for("selling.inquiries.file", public_id=part.public_id, file_id=one.public_id)


def _message(part: InquiryPart, one: ThreadMessage) -> dict[str, Any]:
    own = one.author is not Author.BUYER
    return {
        "author": _("Anda") if own and one.author is Author.PRODUCER else one.author_name,
        "time_text": ago(one.created_at),
        "time_iso": one.created_at.isoformat(),
        "text": one.body,
        "own": own,
        "note": _("Ditulis oleh pendamping") if one.author is Author.COMPANION else None,
        "files": [_file(part, file) for file in one.attachments],
    }


def _quote(quote: Quote, *, newest: bool) -> dict[str, Any]:
    return {
        "title": _("Penawaran ke-%(n)s", n=quote.version),
        "when": datetime_wib(quote.created_at),
        "total": rupiah(quote.total),
        "newest": newest,
        "on_behalf": quote.on_behalf,
        "declined": quote.declined_at is not None,
        "expired": quote.expired_at is not None,
        "facts": [*(_answer(line) for line in quote.lines), *_terms(quote)],
        "note": quote.note,
    }


def _answer(line: Any) -> tuple[str, str]:
    if line.answer is LineAnswer.CANNOT:
        return line.line.name, label(line.answer)
    words = f"{amount(line.quantity, line.unit_code)} × {rupiah(line.unit_price)}"
    return line.line.name, f"{words} ({line.description})" if line.description else words


def _terms(quote: Quote) -> list[tuple[str, str]]:
    return [
        (_("Pengerjaan"), ngettext("%(num)s hari", "%(num)s hari", quote.lead_days)),
        (_("Pengiriman"), delivery_terms(quote)),
        (_("Uang muka"), deposit_words(quote.deposit_percent)),
        (_("Berlaku sampai"), date_short(quote.valid_until)),
    ]
