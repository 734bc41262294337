"""Public labels: under which name makers were trained, what they learnt, and who agreed to be listed."""

from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, Response, abort, make_response, render_template, request

from shop.catalogue.makers import MakerFilter, public_makers
from shop.producers.public_labels import LabelShown, has_line_of, label_shown, labels_shown, trainings_shown
from shop.text.formats import number
from shop.text.language import SOURCE_LANGUAGE, current_language, gettext, ngettext
from shop.text.names import name_of
from shop.web.cards import local_path
from shop.web.edge import cacheable
from shop.web.maker_words import maker_card
from shop.web.share_links import shop_name
from shop.web.sharing import site_og
from shop.web.structured import breadcrumb_list
from shop.web.words import description, page_title

pages = Blueprint("labels", __name__)


@pages.get("/program")
def index() -> Response:
    """All labels: those with makers to show first."""
    shown = [_way(one) for one in labels_shown()]
    crumbs = [(gettext("Beranda"), "/"), (gettext("Program"), "/program")]
    text = gettext("Label program pelatihan Dinas Sosial, dan produsen yang setuju ditampilkan.")
    meta = {"og": site_og(gettext("Program"), text), "jsonld": [breadcrumb_list(crumbs)]}
    return cacheable(make_response(render_template("public/labels/index.html", labels=shown, **meta)))


@pages.get("/program/<slug>")
def show(slug: str) -> Response:
    """One label with its trainings and makers; where they are too few, neither."""
    shown = label_shown(slug)
    if shown is None:
        abort(404)
    page = {**_meta(shown), **(_listed(shown) if shown.makers else {})}
    return cacheable(make_response(render_template("public/labels/show.html", **page)))


def _way(shown: LabelShown) -> dict[str, Any]:
    return {
        "name": name_of(shown.label),
        "url": local_path(f"/program/{shown.label.slug}"),
        "count_text": _count_words(shown.makers) if shown.makers else None,
    }


def _count_words(count: int) -> str:
    return ngettext("%(n)s produsen", "%(n)s produsen", count, n=number(count))


def _meta(shown: LabelShown) -> dict[str, Any]:
    label = shown.label
    name = name_of(label)
    intro = label.intro_id if current_language() == SOURCE_LANGUAGE else label.intro_en
    text = description(intro or gettext("Pelatihan dan produsen dengan label %(label)s.", label=name))
    crumbs = [(gettext("Beranda"), "/"), (gettext("Program"), "/program"), (name, f"/program/{label.slug}")]
    return {
        "label_name": name,
        "intro": intro,
        "trainings": [],
        "makers": [],
        "page_title": page_title(name, gettext("program"), shop_name()),
        "page_description": text,
        "og": site_og(name, text),
        "jsonld": [breadcrumb_list(crumbs)],
    }


def _listed(shown: LabelShown) -> dict[str, Any]:
    cursor = request.args.get("lanjut")
    found = public_makers(MakerFilter(label_lines=has_line_of(shown.label)), cursor)
    here = local_path(f"/program/{shown.label.slug}")
    return {
        "count_text": _count_words(shown.makers or 0),
        "trainings": [(one.title, ", ".join(map(str, one.years))) for one in trainings_shown(shown.label)],
        "makers": [maker_card(one) for one in found.items],
        "next_url": f"{here}?{urlencode({'lanjut': found.next_cursor})}" if found.next_cursor else None,
        "first_url": here if cursor else None,
    }
