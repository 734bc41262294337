"""Number and day of a search in words, and what is said where no product meets them."""

from datetime import date, timedelta

from shop.catalogue.beyond import Missed
from shop.catalogue.query_reading import Reading
from shop.catalogue.search import Found
from shop.lib.clock import today_wib
from shop.text.formats import date_long, date_short, number
from shop.text.language import gettext


def said_quantity(read: Reading) -> str:
    """The quantity in the words of who asked: 100 stel; 3 kodi (60), so that it compares with others."""
    said = read.said or ""
    return (
        said
        if said.partition(" ")[0].replace(".", "") == str(read.quantity)
        else f"{said} ({number(read.quantity or 0)})"
    )


def missed_words(found: Found) -> str:
    """What could not be met, and what comes nearest."""
    missed, read = found.missed, found.read
    if missed is None:
        return ""
    asked, day = missed.asked, missed.asked.by
    count = (
        said_quantity(read) if read and read.said and read.quantity == asked.quantity else number(asked.quantity or 0)
    )
    return " ".join([_lacking(missed, count, day), *_nearest(found)])


def _lacking(missed: Missed, count: str, day: date | None) -> str:
    quantity = missed.asked.quantity
    if day and quantity:
        return gettext("Belum ada yang memastikan sanggup %(n)s sebelum %(day)s.", n=count, day=date_short(day))
    if day:
        return gettext("Belum ada yang selesai sebelum %(day)s.", day=date_short(day))
    if missed.least is not None and missed.least > (quantity or 0):
        least = number(missed.least)
        return gettext("Belum ada yang menerima %(n)s. Pesanan paling sedikit di sini %(least)s.", n=count, least=least)
    return gettext("Belum ada yang memastikan sanggup %(n)s sendiri. Pesanan besar bisa dibagi.", n=count)


def _nearest(found: Found) -> list[str]:
    missed = found.missed
    first = next((card for card in found.cards if missed and card.id == missed.soonest), None)
    if first is None:
        return []
    day = date_long(today_wib() + timedelta(days=first.lead_days))
    return [gettext("Paling cepat: %(name)s, sekitar %(day)s.", name=first.name, day=day)]
