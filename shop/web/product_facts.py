"""The facts of a product in words: what buyers of its kind ask, sizes, variants, terms of sale."""

from collections.abc import Iterator
from typing import Any

from shop.catalogue.book import AttributeFacts
from shop.catalogue.details import ProductDetails
from shop.catalogue.sizes import SIZE
from shop.catalogue.types import AttributeType, PriceBasis, StockMode
from shop.text.formats import number, rupiah
from shop.text.language import SOURCE_LANGUAGE, current_language, gettext
from shop.text.names import name_of
from shop.text.units import measure_word
from shop.web.words import count_words, deposit_words, least_words

Fact = tuple[str, str]


def quick_facts(details: ProductDetails) -> list[Fact]:
    """The three that decide: how many at least, how soon, made for the buyer or in stock."""
    product, unit = details.product, details.unit
    ready = product.stock_mode is StockMode.READY
    least = least_words(count_words(product.moq, unit), product.multiple)
    way = gettext("Sedang habis") if product.sold_out else gettext("Pesanan")
    if ready and not product.sold_out:
        way = gettext("Stok siap")
        if product.stock_ready:
            way = gettext("Stok siap, %(count)s", count=count_words(product.stock_ready, unit))
    lead = gettext("%(n)s hari", n=number(product.lead_days)) if product.lead_days else gettext("Siap kirim")
    return [(gettext("Min. pesan"), least), (gettext("Pengerjaan"), lead), (gettext("Cara"), way)]


def kind_facts(details: ProductDetails) -> list[Fact]:
    """What the maker answered to the questions of its kind, in the order of the questions."""
    given = details.product.attributes
    return [
        (name_of(fact), words)
        for fact in details.kind.attributes
        if fact.code in given and (words := attribute_words(fact, given[fact.code]))
    ]


def attribute_words(fact: AttributeFacts, value: Any) -> str:
    """One answer in the language of the page; a maker's own words stay as they are."""
    if fact.type is AttributeType.BOOLEAN:
        return gettext("Ya") if value else gettext("Tidak")
    if fact.type in (AttributeType.INTEGER, AttributeType.DECIMAL):
        return f"{_figure(value)} {measure_word(fact.unit)}".rstrip()
    if fact.type is AttributeType.TEXT:
        return f"{value} {measure_word(fact.unit)}".rstrip()
    column = "name_id" if current_language() == SOURCE_LANGUAGE else "name_en"
    names = {choice["code"]: choice[column] for choice in fact.choices}
    chosen = [names[code] for code in (value if isinstance(value, list) else [value]) if code in names]
    return ", ".join(_inside(name) if place else name for place, name in enumerate(chosen))


def terms(details: ProductDetails) -> list[Fact]:
    """Changes, weight, deposit, sample, tax."""
    return list(_terms(details))


def _terms(details: ProductDetails) -> Iterator[Fact]:
    product = details.product
    column = "name_id" if current_language() == SOURCE_LANGUAGE else "name_en"
    ways = [one[column] for one in details.kind.customisation if one["code"] in product.customisation]
    if ways:
        yield gettext("Bisa diubah"), ", ".join(_inside(way) if place else way for place, way in enumerate(ways))
    if product.price_basis is PriceBasis.LABOUR:
        yield gettext("Jenis harga"), gettext("Ongkos jahit, kain dari pembeli")
    elif product.price_basis is PriceBasis.WHOLESALE:
        yield gettext("Jenis harga"), gettext("Grosir, mulai jumlah terkecil")
    if product.weight_g:
        yield gettext("Berat kirim"), _weight(product.weight_g, name_of(details.unit))
    yield from _money_terms(details)


def _money_terms(details: ProductDetails) -> Iterator[Fact]:
    product, producer = details.product, details.producer
    deposit = producer.deposit_percent if product.deposit_percent is None else product.deposit_percent
    if deposit:
        yield gettext("Uang muka"), gettext("%(n)s%%, sisanya sebelum dikirim", n=deposit)
    elif deposit == 0:
        yield gettext("Uang muka"), deposit_words(0)
    if product.sample_price:
        count, price = count_words(1, details.unit), rupiah(product.sample_price)
        yield gettext("Contoh"), gettext("%(count)s, %(price)s", count=count, price=price)
    vat = producer.collects_vat
    yield gettext("Pajak"), gettext("Penjual PKP, harga belum termasuk PPN") if vat else gettext("Penjual non-PKP")


def variant_facts(details: ProductDetails) -> list[Fact]:
    """Sizes and colours with their own price and stock."""
    base = details.product.price
    return [(one.name, _variant(one.price or base, one.stock_ready, details)) for one in details.variants]


def _variant(price: int | None, stock: int | None, details: ProductDetails) -> str:
    price_words = rupiah(price) if price is not None else gettext("Harga lewat penawaran")
    if stock is None or details.product.stock_mode is not StockMode.READY:
        return price_words
    left = count_words(stock, details.unit) if stock else gettext("habis")
    return f"{price_words} · {left}"


def size_table(details: ProductDetails) -> tuple[list[str], list[list[str]]] | None:
    """The size chart as heads and rows; each row of it names its columns."""
    rows = [row for row in details.product.size_chart if isinstance(row, dict) and row]
    if not rows:
        return None
    heads = list(dict.fromkeys(str(head) for row in rows for head in row))
    shown = [gettext("Ukuran") if head == SIZE else head for head in heads]
    return shown, [[str(row.get(head, "")) for head in heads] for row in rows]


def _weight(grams: int, unit: str) -> str:
    kilos = grams / 1000
    words = f"{number(grams)} g" if grams < 1000 else f"{_figure(kilos)} kg"
    return f"{words}/{unit}"


def _figure(value: float) -> str:
    """A number without needless zeros; the decimal mark of the language."""
    if float(value).is_integer():
        return number(int(value))
    text = f"{float(value):g}"
    return text.replace(".", ",") if current_language() == SOURCE_LANGUAGE else text


def _inside(name: str) -> str:
    """A name in the middle of a row of names: without its capital, unless it is one of a name like PE."""
    return name[0].lower() + name[1:] if name[1:2].islower() else name
