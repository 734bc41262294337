"""What must be true of every page that any test opens: one list of checks, each returning the faults it sees."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

from lxml.etree import XPath
from lxml.html import HtmlElement, document_fromstring

Check = Callable[[HtmlElement], Iterator[str]]
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
LANGUAGES = frozenset({"id", "en"})
UNLABELLED_TYPES = frozenset({"hidden", "submit", "button", "reset", "image"})
LEAKS = re.compile(r"\bNone\b|\{\{|\}\}|\{%|%\(\w+\)|\bUndefined\b|<(?:bound method|function|shop\.|Lazy)|\bnan\b")
REFERENCES = ("aria-describedby", "aria-labelledby", "aria-controls", "aria-errormessage", "form", "list")
SPEAKING = ("alt", "title", "placeholder", "aria-label", "href", "src", "value", "content")


def path(words: str) -> Callable[[HtmlElement], list[Any]]:
    """What an XPath finds from an element."""
    return XPath(words)


TITLES = path("//title[not(ancestor::svg)]")
HEADINGS = path("//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6]")
CONTROLS = path("//input | //select | //textarea")
WORDS = path("//text()[not(ancestor::script)]")
SPOKEN = path(".//text()[not(ancestor::*[@aria-hidden='true'])] | .//img/@alt | .//@aria-label")
SUBMITS = path(".//button[@type='submit'] | .//input[@type='submit' or @type='image']")
TOKENS = path(".//input[@name='csrf_token' and @type='hidden']")
WITH_ID = path("//@id")
WITH_TABINDEX = path("//@tabindex/..")


class PageFault(AssertionError):
    """A page that some test opened breaks the rules for all pages."""


def check_page(html: str, *, cacheable: bool = False) -> list[str]:
    """Everything wrong with a whole page, in the order of the checks; an empty list is a good page."""
    page = document_fromstring(html)
    faults = [fault for check in CHECKS for fault in check(page)]
    faults += nesting_faults(html)
    return faults + [fault for fault in cache_faults(page) if cacheable]


def head_faults(page: HtmlElement) -> Iterator[str]:
    if page.get("lang") not in LANGUAGES:
        yield "html has no language of ours"
    titles = TITLES(page)
    if len(titles) != 1 or not titles[0].text_content().strip():
        yield "not exactly one title with text"
    viewport = " ".join(one.get("content", "") for one in page.iter("meta") if one.get("name") == "viewport")
    if not viewport or re.search(r"user-scalable\s*=\s*no|maximum-scale", viewport):
        yield "no viewport that a person may zoom"


def outline_faults(page: HtmlElement) -> Iterator[str]:
    headings = HEADINGS(page)
    firsts = [heading for heading in headings if heading.tag == "h1"]
    if len(firsts) != 1 or not accessible_name(firsts[0]):
        yield f"{len(firsts)} h1 with text, not one"
    if len(list(page.iter("main"))) != 1:
        yield "not exactly one main"
    levels = [int(heading.tag[1]) for heading in headings]
    for before, after in pairwise(levels):
        if after > before + 1:
            yield f"h{after} follows h{before}"


def id_faults(page: HtmlElement) -> Iterator[str]:
    for name, times in Counter(WITH_ID(page)).items():
        if times > 1 or not name or re.search(r"\s", name):
            yield f"id {name!r} is used {times} times or is no id"


def reference_faults(page: HtmlElement) -> Iterator[str]:
    ids = set(WITH_ID(page))
    for tag in page.iter("*"):
        for attribute in (*REFERENCES, "for"):
            for name in tag.get(attribute, "").split():
                if name not in ids:
                    yield f"{attribute} of {shown(tag)} names no id"
    for link in page.iter("a"):
        target = link.get("href", "")
        if target.startswith("#") and target != "#" and target[1:] not in ids:
            yield f"{shown(link)} leads nowhere on the page"


def control_faults(page: HtmlElement) -> Iterator[str]:
    labels = {label.get("for"): label for label in page.iter("label") if label.get("for")}
    for control in CONTROLS(page):
        if control.get("type") in UNLABELLED_TYPES:
            continue
        label = labels.get(control.get("id"), next(control.iterancestors("label"), None))
        if (label is None or not accessible_name(label)) and not own_name(control):
            yield f"{shown(control)} has no label"
        if not control.get("name") and next(control.iterancestors("form"), None) is not None:
            yield f"{shown(control)} has no name"
    for button in page.iter("button"):
        if not accessible_name(button):
            yield f"{shown(button)} says nothing"
        if button.get("type") not in {"submit", "button", "reset"}:
            yield f"{shown(button)} has no type"


def picture_faults(page: HtmlElement) -> Iterator[str]:
    for picture in page.iter("img"):
        if picture.get("alt") is None:
            yield f"{shown(picture)} has no alt"
        if not picture.get("width") or not picture.get("height"):
            yield f"{shown(picture)} has no width and height"
        if not picture.get("src"):
            yield f"{shown(picture)} has no src"


def form_faults(page: HtmlElement) -> Iterator[str]:
    for form in page.iter("form"):
        method = form.get("method", "").lower()
        if method not in {"get", "post"}:
            yield f"{shown(form)} says no method"
        if not re.match(r"/(?!/)", form.get("action", "")):
            yield f"{shown(form)} has no action on this site"
        if not SUBMITS(form):
            yield f"{shown(form)} has no submit button"
        if (method == "post") != any(token.get("value") for token in TOKENS(form)):
            yield f"{shown(form)}: a POST form carries a csrf_token, a GET form none"


def script_faults(page: HtmlElement) -> Iterator[str]:
    for script in page.iter("script"):
        if script.get("type") == "application/ld+json":
            try:
                json.loads(script.text_content())
            except ValueError:
                yield "JSON-LD that is no JSON"
        elif not script.get("src") or script.text_content().strip():
            yield "an inline script"
    if page.find(".//style") is not None:
        yield "an inline style element"


def inline_faults(page: HtmlElement) -> Iterator[str]:
    for tag in page.iter("*"):
        for attribute, value in tag.items():
            if attribute == "style" or attribute.startswith("on"):
                yield f"{shown(tag)} has an inline {attribute}"
            elif attribute in {"href", "src", "action", "formaction"} and value.strip().startswith("javascript:"):
                yield f"{shown(tag)} has a script for an address"


def link_faults(page: HtmlElement) -> Iterator[str]:
    for link in page.iter("a"):
        if link.get("href", "").strip() in {"", "#"}:
            yield f"{shown(link)} leads nowhere"
        if not accessible_name(link):
            yield f"{shown(link)} says nothing"
    for tag in WITH_TABINDEX(page):
        if tag.get("tabindex") not in {"0", "-1"}:
            yield f"{shown(tag)} breaks the order of the keyboard"


def text_faults(page: HtmlElement) -> Iterator[str]:
    for text in WORDS(page):
        if LEAKS.search(text):
            yield f"the text {text.strip()[:60]!r} leaks from the program"
    for tag in page.iter("*"):
        for attribute in SPEAKING:
            if LEAKS.search(tag.get(attribute, "")):
                yield f"{attribute} of {shown(tag)} leaks from the program"


def nesting_faults(html: str) -> list[str]:
    """Elements that are not closed in the order in which they were opened."""
    reader = _Nesting()
    reader.feed(html)
    reader.close()
    faults = [*reader.faults, *(f"<{name}> is never closed" for name in reader.open)]
    return faults if re.match(r"\s*<!doctype html>", html, re.IGNORECASE) else ["no doctype", *faults]


def cache_faults(page: HtmlElement) -> Iterator[str]:
    """What a page that others are served from a cache may not hold."""
    if any(form.get("method", "").lower() == "post" for form in page.iter("form")):
        yield "a cacheable page holds a POST form"
    if any(tag.get("name", "").startswith("csrf") for tag in page.iter("*")):
        yield "a cacheable page holds a token"


CHECKS: tuple[Check, ...] = (
    head_faults,
    outline_faults,
    id_faults,
    reference_faults,
    control_faults,
    picture_faults,
    form_faults,
    script_faults,
    inline_faults,
    link_faults,
    text_faults,
)


def own_name(tag: HtmlElement) -> str:
    return str(tag.get("aria-label") or tag.get("aria-labelledby") or "").strip()


def accessible_name(tag: HtmlElement) -> str:
    """What a screen reader says of a link, button, label or heading, roughly: its text, its pictures, its label."""
    return own_name(tag) or "".join(SPOKEN(tag)).strip()


def shown(tag: HtmlElement) -> str:
    """A tag as one would point at it: its opening part only, cut short."""
    facts = " ".join(
        f'{name}="{tag.get(name)}"' for name in ("id", "name", "href", "src", "class") if name in tag.attrib
    )
    return f"<{tag.tag} {facts}>"[:120].replace(" >", ">")


class _Nesting(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.faults.append(f"<{tag}> repeats an attribute")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A self-closed element opens nothing."""

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.faults.append(f"</{tag}> closes nothing that was opened last")
