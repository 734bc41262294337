"""What must be true of every page that any test opens: one list of checks, each returning the faults it sees."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from itertools import pairwise

from bs4 import BeautifulSoup, Comment, Tag

Check = Callable[[BeautifulSoup], Iterator[str]]
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
LANGUAGES = frozenset({"id", "en"})
UNLABELLED_TYPES = frozenset({"hidden", "submit", "button", "reset", "image"})
LEAKS = re.compile(r"\bNone\b|\{\{|\}\}|\{%|%\(\w+\)|\bUndefined\b|<(?:bound method|function|shop\.|Lazy)|\bnan\b")
REFERENCES = ("aria-describedby", "aria-labelledby", "aria-controls", "aria-errormessage", "form", "list")


class PageFault(AssertionError):
    """A page that some test opened breaks the rules for all pages."""


def check_page(html: str, *, cacheable: bool = False) -> list[str]:
    """Everything wrong with a whole page, in the order of the checks; an empty list is a good page."""
    page = BeautifulSoup(html, "html.parser")
    faults = [fault for check in CHECKS for fault in check(page)]
    faults += nesting_faults(html)
    return faults + [fault for fault in cache_faults(page) if cacheable]


def head_faults(page: BeautifulSoup) -> Iterator[str]:
    root = page.find("html")
    if not isinstance(root, Tag) or root.get("lang") not in LANGUAGES:
        yield "html has no language of ours"
    titles = [title for title in page.find_all("title") if title.find_parent("svg") is None]
    if len(titles) != 1 or not titles[0].get_text(strip=True):
        yield "not exactly one title with text"
    viewport = page.find("meta", attrs={"name": "viewport"})
    if viewport is None or re.search(r"user-scalable\s*=\s*no|maximum-scale", str(viewport)):
        yield "no viewport that a person may zoom"


def outline_faults(page: BeautifulSoup) -> Iterator[str]:
    headings = page.find_all(re.compile(r"^h[1-6]$"))
    firsts = [heading for heading in headings if heading.name == "h1"]
    if len(firsts) != 1 or not accessible_name(firsts[0]):
        yield f"{len(firsts)} h1 with text, not one"
    if len(page.find_all("main")) != 1:
        yield "not exactly one main"
    levels = [int(heading.name[1]) for heading in headings]
    for before, after in pairwise(levels):
        if after > before + 1:
            yield f"h{after} follows h{before}"


def id_faults(page: BeautifulSoup) -> Iterator[str]:
    ids = Counter(str(tag["id"]) for tag in page.find_all(id=True))
    for name, times in ids.items():
        if times > 1 or not name or re.search(r"\s", name):
            yield f"id {name!r} is used {times} times or is no id"


def reference_faults(page: BeautifulSoup) -> Iterator[str]:
    ids = {str(tag["id"]) for tag in page.find_all(id=True)}
    for attribute in (*REFERENCES, "for"):
        for tag in page.find_all(attrs={attribute: True}):
            for name in " ".join(tag.get_attribute_list(attribute)).split():
                if name not in ids:
                    yield f"{attribute} of {shown(tag)} names no id"
    for link in page.find_all("a", href=re.compile(r"^#.")):
        if str(link["href"])[1:] not in ids:
            yield f"{shown(link)} leads nowhere on the page"


def control_faults(page: BeautifulSoup) -> Iterator[str]:
    labels = {str(label["for"]): label for label in page.find_all("label", attrs={"for": True})}
    for control in page.find_all(["input", "select", "textarea"]):
        if control.get("type") in UNLABELLED_TYPES:
            continue
        label = labels.get(str(control.get("id"))) or control.find_parent("label")
        if not (label and accessible_name(label)) and not own_name(control):
            yield f"{shown(control)} has no label"
        if not control.get("name") and control.find_parent("form"):
            yield f"{shown(control)} has no name"
    for button in page.find_all("button"):
        if not accessible_name(button):
            yield f"{shown(button)} says nothing"
        if button.get("type") not in {"submit", "button", "reset"}:
            yield f"{shown(button)} has no type"


def picture_faults(page: BeautifulSoup) -> Iterator[str]:
    for picture in page.find_all("img"):
        if not picture.has_attr("alt"):
            yield f"{shown(picture)} has no alt"
        if not picture.get("width") or not picture.get("height"):
            yield f"{shown(picture)} has no width and height"
        if not picture.get("src"):
            yield f"{shown(picture)} has no src"


def form_faults(page: BeautifulSoup) -> Iterator[str]:
    for form in page.find_all("form"):
        method = str(form.get("method", "")).lower()
        if method not in {"get", "post"}:
            yield f"{shown(form)} says no method"
        if not re.match(r"/(?!/)", str(form.get("action", ""))):
            yield f"{shown(form)} has no action on this site"
        if not form.find("button", type="submit") and not form.find("input", type=["submit", "image"]):
            yield f"{shown(form)} has no submit button"
        token = form.find("input", attrs={"name": "csrf_token", "type": "hidden"})
        if (method == "post") != bool(isinstance(token, Tag) and token.get("value")):
            yield f"{shown(form)}: a POST form carries a csrf_token, a GET form none"


def script_faults(page: BeautifulSoup) -> Iterator[str]:
    for script in page.find_all("script"):
        if script.get("type") == "application/ld+json":
            try:
                json.loads(script.get_text())
            except ValueError:
                yield "JSON-LD that is no JSON"
        elif not script.get("src") or script.get_text(strip=True):
            yield "an inline script"
    if page.find("style"):
        yield "an inline style element"


def inline_faults(page: BeautifulSoup) -> Iterator[str]:
    for tag in page.find_all(True):
        for attribute, value in tag.attrs.items():
            if attribute == "style" or attribute.startswith("on"):
                yield f"{shown(tag)} has an inline {attribute}"
            elif attribute in {"href", "src", "action", "formaction"} and str(value).strip().startswith("javascript:"):
                yield f"{shown(tag)} has a script for an address"


def link_faults(page: BeautifulSoup) -> Iterator[str]:
    for link in page.find_all("a"):
        if not str(link.get("href", "")).strip() or link.get("href") == "#":
            yield f"{shown(link)} leads nowhere"
        if not accessible_name(link):
            yield f"{shown(link)} says nothing"
    for tag in page.find_all(tabindex=True):
        if not re.fullmatch(r"0|-1", str(tag["tabindex"])):
            yield f"{shown(tag)} breaks the order of the keyboard"


def text_faults(page: BeautifulSoup) -> Iterator[str]:
    for text in page.find_all(string=LEAKS):
        if not isinstance(text, Comment) and text.find_parent("script") is None:
            yield f"the text {text.strip()[:60]!r} leaks from the program"
    for tag in page.find_all(True):
        for attribute in ("alt", "title", "placeholder", "aria-label", "href", "src", "value", "content"):
            if LEAKS.search(str(tag.get(attribute, ""))):
                yield f"{attribute} of {shown(tag)} leaks from the program"


def nesting_faults(html: str) -> list[str]:
    """Elements that are not closed in the order in which they were opened."""
    reader = _Nesting()
    reader.feed(html)
    reader.close()
    faults = [*reader.faults, *(f"<{name}> is never closed" for name in reader.open)]
    return faults if re.match(r"\s*<!doctype html>", html, re.IGNORECASE) else ["no doctype", *faults]


def cache_faults(page: BeautifulSoup) -> Iterator[str]:
    """What a page that others are served from a cache may not hold."""
    if page.find("form", method=re.compile("^post$", re.IGNORECASE)):
        yield "a cacheable page holds a POST form"
    if page.find(attrs={"name": re.compile("^csrf")}):
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


def own_name(tag: Tag) -> str:
    return str(tag.get("aria-label") or tag.get("aria-labelledby") or "").strip()


def accessible_name(tag: Tag) -> str:
    """What a screen reader says of a link, button, label or heading, roughly: its text, its pictures, its label."""
    pictures = [str(picture.get("alt") or "") for picture in tag.find_all("img")]
    spoken = [text for text in tag.find_all(string=True) if not text.find_parent(attrs={"aria-hidden": "true"})]
    inner = [str(one.get("aria-label") or "") for one in tag.find_all(attrs={"aria-label": True})]
    return own_name(tag) or "".join([*spoken, *pictures, *inner]).strip()


def shown(tag: Tag) -> str:
    """A tag as one would point at it: its opening part only, cut short."""
    facts = " ".join(f'{name}="{tag[name]}"' for name in ("id", "name", "href", "src", "class") if tag.has_attr(name))
    return f"<{tag.name} {facts}>"[:120].replace(" >", ">")


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
