"""The maker's own story: written as a draft, published as a version, shown only with consent."""

from typing import Any

from flask import Blueprint, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from shop.consent.queries import is_allowed
from shop.consent.types import Purpose
from shop.producers.commands.keeping import (
    LONGEST_QUOTE,
    LONGEST_STORY,
    StoryWords,
    publish_story,
    retire_story,
    save_story,
)
from shop.producers.models import Producer, Story
from shop.producers.policies import may_show
from shop.producers.stall import stories_of
from shop.producers.types import Right, StoryState
from shop.text.language import gettext as _
from shop.text.language import lazy as _l
from shop.web.forms import ActionForm, Longest, ParagraphField, Required, ShopForm, TextField
from shop.web.selling.chosen import stall

pages = Blueprint("stories", __name__)


class StoryForm(ShopForm):
    quote = TextField(_l("Satu kalimat yang paling Anda ingat"), [Required("story_missing"), Longest(LONGEST_QUOTE)])
    body = ParagraphField(_l("Ceritanya"), [Required("story_missing"), Longest(LONGEST_STORY)])
    told_by = TextField(_l("Diceritakan oleh"), [Longest(120)])


@pages.get("/lapak/cerita")
def index() -> ResponseReturnValue:
    """The story that is shown, the draft behind it, and older versions."""
    return render_template("selling/stories/index.html", **_page(_maker()))


@pages.route("/lapak/cerita/tulis", methods=["GET", "POST"])
def edit() -> ResponseReturnValue:
    """Write the draft; it starts from the last version."""
    maker = _maker()
    form = StoryForm(obj=next(iter(stories_of(maker)), None))
    if form.validate_on_submit():
        with form.refusals():
            words = StoryWords(quote=form.quote.data, body=form.body.data, told_by=form.told_by.data or "")
            save_story(producer=maker, words=words, actor=g.actor)
            flash(_kept_words(maker), "success")
            return redirect(url_for("selling.stories.index"))
    return render_template("selling/stories/edit.html", form=form), form.status


@pages.post("/lapak/cerita/terbitkan")
def publish() -> ResponseReturnValue:
    """The draft goes before readers; what was there before retires."""
    maker, form = _maker(), ActionForm()
    if form.validate_on_submit():
        with form.refusals():
            publish_story(producer=maker, actor=g.actor)
            flash(_("Cerita diterbitkan."), "success")
            return redirect(url_for("selling.stories.index"))
    return render_template("selling/stories/index.html", **_page(maker, form)), form.status


@pages.post("/lapak/cerita/turunkan")
def retire() -> ResponseReturnValue:
    """Take the story down."""
    maker, form = _maker(), ActionForm()
    if form.validate_on_submit():
        retire_story(producer=maker, actor=g.actor)
        flash(_("Cerita diturunkan."), "success")
        return redirect(url_for("selling.stories.index"))
    return render_template("selling/stories/index.html", **_page(maker, form)), form.status


def _maker() -> Producer:
    return stall(Right.PROFILE)


def _page(maker: Producer, form: ActionForm | None = None) -> dict[str, Any]:
    stories = stories_of(maker)
    return {
        "errors": form.summary if form else [],
        "draft": _first(stories, StoryState.DRAFT),
        "shown": _first(stories, StoryState.PUBLISHED),
        "older": [one for one in stories if one.state is StoryState.RETIRED],
        "allowed": is_allowed(maker.public_id, Purpose.STORY),
        "may_publish": may_show(g.actor, maker),
    }


def _kept_words(maker: Producer) -> str:
    if may_show(g.actor, maker):
        return _("Tersimpan sebagai draf. Baca lagi, lalu terbitkan.")
    return _("Tersimpan sebagai draf. %(stall)s sendiri yang menerbitkannya.", stall=maker.stall_name)


def _first(stories: Any, state: StoryState) -> Story | None:
    return next((one for one in stories if one.state is state), None)
