"""Makers in words: what they are, where, how they answer, what their programme record says by consent."""

from typing import Any

from shop.catalogue.asking import AskingFacts
from shop.catalogue.cards import ProductCard
from shop.catalogue.maker_page import MakerDetails
from shop.catalogue.makers import MakerCard
from shop.producers.public import PublicMaker, Replies
from shop.producers.queries import ProgrammeLine
from shop.producers.types import ProducerForm
from shop.regions.names import places
from shop.text.formats import date_long, number
from shop.text.language import SOURCE_LANGUAGE, current_language, gettext, ngettext
from shop.text.names import name_of
from shop.web.cards import image_view, initials, local_path, portrait_path
from shop.web.front import form_words
from shop.web.words import count_words, description, duration_words, foreign

View = dict[str, Any]


def maker_facts(producer: PublicMaker, district: str | None, portrait: str | None, stats: Replies | None) -> View:
    """The panel of a maker beside its goods."""
    return {
        "name": producer.stall_name,
        "lang": foreign(producer.language),
        "url": local_path(f"/produsen/{producer.slug}"),
        "initials": initials(producer.stall_name),
        "cloth": producer.cloth,
        "portrait": portrait_path(portrait),
        "form_text": f"{form_words(producer.form)} · {people_words(producer)}",
        "place": place_words(producer, district),
        "reply": reply_words(stats),
    }


def people_words(producer: PublicMaker) -> str:
    """How many work there."""
    return ngettext("%(n)s pekerja", "%(n)s pekerja", producer.workers, n=number(producer.workers))


def place_words(producer: PublicMaker, district: str | None) -> str:
    """Kecamatan as far as agreed, and always the regency."""
    regency = places()[producer.regency_code].short
    return f"{district}, {regency}" if district else regency


def asking_words(card: ProductCard, facts: AskingFacts) -> View:
    """Beside the form about a product: how soon the maker answers, and what it can still make this month."""
    free = ""
    if card.sold_out:
        free = gettext("Anda tetap bisa bertanya kapan dibuat lagi.")
    elif facts.free is not None:
        left = count_words(facts.free, card.unit)
        free = gettext("Kapasitas bulan ini sisa %(count)s.", count=left) if facts.free else gettext("Bulan ini penuh.")
    return {"reply_text": _reply_time(facts.stats), "free_text": free}


def _reply_time(stats: Replies | None) -> str:
    if stats is None or stats.median_reply_minutes is None or not stats.answered:
        return ""
    return gettext("Biasanya menjawab dalam %(time)s.", time=duration_words(stats.median_reply_minutes))


def reply_words(stats: Replies | None) -> str:
    """How the maker answers and what it finished, from what happened here; nothing without."""
    sentences = [words] if (words := _reply_time(stats)) else []
    if stats is not None and stats.finished_orders:
        count = number(stats.finished_orders)
        sentences.append(
            ngettext(
                "Sudah menyelesaikan %(n)s pesanan lewat situs ini.",
                "Sudah menyelesaikan %(n)s pesanan lewat situs ini.",
                stats.finished_orders,
                n=count,
            )
        )
    return " ".join(sentences)


def programme_words(line: ProgrammeLine) -> tuple[str, str]:
    """A line of the record beside goods: what and when, and who says so."""
    what = line.training or gettext("Pelatihan")
    checked = gettext("Diverifikasi %(day)s.", day=date_long(line.verified_on))
    return gettext("%(training)s, %(year)s.", training=what, year=line.year), f"{_label(line)}. {checked}"


def programme_step(line: ProgrammeLine) -> tuple[str, str, str]:
    """The same on the maker's page: year, training with its days, label and check."""
    title = line.training or gettext("Pelatihan")
    if line.days:
        title = ngettext("%(training)s, %(num)s hari", "%(training)s, %(num)s hari", line.days, training=title)
    detail = gettext("%(label)s. Diverifikasi %(day)s.", label=_label(line), day=date_long(line.verified_on))
    return str(line.year), title, detail


def _label(line: ProgrammeLine) -> str:
    return line.label_id if current_language() == SOURCE_LANGUAGE else line.label_en


def maker_card(card: MakerCard) -> View:
    """A maker in a list."""
    producer = card.producer
    return {
        "url": local_path(f"/produsen/{producer.slug}"),
        "name": producer.stall_name,
        "lang": foreign(producer.language),
        "initials": initials(producer.stall_name),
        "cloth": producer.cloth,
        "portrait": portrait_path(card.portrait),
        "form_text": form_words(producer.form),
        "place": places()[producer.regency_code].short,
        "quote": card.quote,
        "quote_lang": foreign(card.quote_language) if card.quote_language else None,
        "images": [image_view(picture) for picture in card.pictures],
    }


def maker_view(maker: MakerDetails) -> View:
    """The head, figures, story and record of a maker's page."""
    producer = maker.producer
    return {
        **maker_facts(producer, maker.district, maker.portrait, maker.stats),
        "public_id": producer.public_id,
        "head_text": f"{form_words(producer.form)} · {place_words(producer, maker.district)}",
        "about": [part for part in producer.about.splitlines() if part.strip()],
        "skills": producer.skills,
        "since": producer.started_year,
        "leader": _leader(maker),
        "photo": _photo(maker.portrait),
        "stats": _figures(maker),
        "story": _story(maker),
        "own_words": maker.own_words,
        "steps": [programme_step(line) for line in sorted(maker.lines, key=lambda one: -one.year)],
        "ask_text": _ask_text(producer.form),
        "page_description": _description(maker),
    }


def _figures(maker: MakerDetails) -> list[tuple[str, str, None]]:
    producer, stats = maker.producer, maker.stats
    figures: list[tuple[str, str]] = [
        (number(producer.workers), ngettext("pekerja", "pekerja", producer.workers)),
    ]
    if stats is not None and stats.median_reply_minutes is not None and stats.answered:
        figures.append((duration_words(stats.median_reply_minutes), gettext("biasa menjawab")))
    if stats is not None and stats.finished_orders:
        finished = ngettext("pesanan selesai", "pesanan selesai", stats.finished_orders)
        figures.append((number(stats.finished_orders), finished))
    if maker.free is not None:
        left, unit = maker.free
        figures.append((count_words(left, unit), gettext("sisa kapasitas bulan ini")))
    return [(value, label, None) for value, label in figures]


def _leader(maker: MakerDetails) -> str | None:
    if maker.leader is None:
        return None
    if maker.producer.form is ProducerForm.PERSON:
        return maker.leader
    return gettext("Ketua: %(name)s", name=maker.leader)


def _photo(key: str | None) -> View | None:
    """The portrait that the maker allowed to be shown."""
    if key is None:
        return None
    sizes = ", ".join(f"/media/{key}/{width}.jpg {width}w" for width in (320, 480))
    return {"jpeg": sizes, "src": f"/media/{key}/320.jpg", "width": 480, "height": 480}


def _story(maker: MakerDetails) -> View | None:
    story = maker.story
    if story is None:
        return None
    day = date_long(story.written_on)
    written = gettext("Ditulis %(day)s, tampil atas izin.", day=day)
    # Who tells it is a person's name, which has a consent of its own.
    told = f"{story.told_by}. {written}" if story.told_by and maker.leader is not None else written
    picture = maker.story_picture
    return {
        "quote": story.quote,
        "paragraphs": [part for part in story.body.splitlines() if part.strip()],
        "lang": foreign(story.language),
        "told": told,
        "image": image_view(picture) if picture else None,
    }


def _ask_text(form: ProducerForm) -> str:
    return gettext("Tanya kelompok ini") if form is ProducerForm.GROUP else gettext("Tanya produsen ini")


def _description(maker: MakerDetails) -> str:
    place = places()[maker.producer.regency_code]
    kinds = dict.fromkeys(name_of(card.kind) for card in maker.products.items)
    goods = ", ".join(list(kinds)[:3]) or maker.producer.skills.rstrip(".") or maker.producer.stall_name
    return description(
        gettext(
            "%(goods)s dari %(place)s, %(province)s. Tanya harga, lalu terima penawaran tertulis dari pembuatnya.",
            goods=goods,
            place=place.short,
            province=places()[place.province].name,
        )
    )
