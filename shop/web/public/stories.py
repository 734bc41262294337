"""Makers' stories in their own words, with their consent."""

from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, Response, make_response, render_template, request

from shop.curation.showing import StoryShown, public_stories
from shop.regions.names import places
from shop.text.language import gettext
from shop.web.cards import image_view, initials, local_path
from shop.web.edge import cacheable
from shop.web.sharing import site_og
from shop.web.structured import breadcrumb_list
from shop.web.words import foreign, shortened

pages = Blueprint("stories", __name__)

_FIRST_WORDS = 180


@pages.get("/cerita")
def index() -> Response:
    """Stories, the last told first."""
    cursor = request.args.get("lanjut")
    found = public_stories(cursor)
    here = local_path("/cerita")
    further = f"{here}?{urlencode({'lanjut': found.next_cursor})}" if found.next_cursor else None
    page = {"stories": [_story(one) for one in found.items], "next_url": further, "first_url": here if cursor else None}
    return cacheable(make_response(render_template("public/stories/index.html", **page, **_meta())))


def _meta() -> dict[str, Any]:
    crumbs = [(gettext("Beranda"), "/"), (gettext("Cerita"), "/cerita")]
    text = gettext("Cara kerja dan karya, dalam kata para pembuatnya sendiri.")
    return {"og": site_og(gettext("Cerita dari bengkel"), text), "jsonld": [breadcrumb_list(crumbs)]}


def _story(shown: StoryShown) -> dict[str, Any]:
    producer, story = shown.producer, shown.story
    by = f"{producer.stall_name}, {places()[producer.regency_code].short}"
    return {
        "url": local_path(f"/produsen/{producer.slug}") + "#cerita",
        "title": f"“{story.quote}”",
        "lang": foreign(story.language),
        "text": shortened(" ".join(story.body.split()), _FIRST_WORDS),
        "by_lang": foreign(producer.language),
        "by": f"{shown.told_by} · {by}" if shown.told_by else by,
        "image": image_view(shown.picture) if shown.picture else None,
        "initials": initials(producer.stall_name),
        "cloth": producer.cloth,
    }
