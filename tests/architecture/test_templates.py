"""Templates hold no script, no style, no unescaped value, and no sentence that cannot be translated."""

import re
from collections.abc import Iterator

import pytest
from jinja2 import Environment
from jinja2.nodes import Assign, FromImport, Macro, Name

from tests.architecture.sources import SHOP, TEMPLATES, expect_none, short, template_files

FORBIDDEN = {
    r"\|\s*safe\b": "a value passes unescaped",
    r"autoescape\s+false": "escaping is switched off",
    r"<style\b": "an inline style element",
    r"<script(?![^>]*(?:\bsrc=|application/ld\+json))": "an inline script",
    r"<[^>]*\sstyle\s*=": "an inline style",
    r"<[^>{]*\son[a-z]+\s*=": "an inline handler",
    r"javascript:": "a script for an address",
    r"\{\{-?\s*[\"']\s*<": "markup in an expression, which is escaped",
}
SPOKEN = ("alt", "title", "placeholder", "aria-label", "content")
NAMES = frozenset("WhatsApp Facebook WIB Rp PDF PIN QR JPEG PNG WebP Excel Telegram Indonesia English Bahasa".split())
UNTRANSLATED = {
    "templates/errors/500.html",  # stands without the program, in both languages at once
    "templates/public/components/index.html",  # for maintainers only
    "templates/public/components/_pieces.html",
}
JINJA = Environment(autoescape=True, extensions=["jinja2.ext.do"])


def forbidden(source: str) -> Iterator[str]:
    for pattern, fault in FORBIDDEN.items():
        if re.search(pattern, source, re.IGNORECASE):
            yield fault


def bare_words(source: str) -> list[str]:
    """Words that stand in a template itself, between tags or in spoken attributes, instead of in _()."""
    tokens = JINJA.lex(source)
    html = "".join(text if kind == "data" else "\0" if kind == "variable_begin" else "" for _, kind, text in tokens)
    html = re.sub(r"<!--.*?-->|<(script|style)\b.*?</\1>|&#?\w+;", " ", html, flags=re.DOTALL)
    spoken = re.findall(rf"\s(?:{'|'.join(SPOKEN)})=\"([^\"]*)\"", re.sub(r"<meta [^>]*name=[^>]*>", "", html))
    text = re.sub(r"<[^>]*>", " ", html)
    words = re.findall(r"[^\W\d_]{3,}", " ".join([text, *spoken]))
    return [word for word in words if word not in NAMES]


def looked_at(source: str, known: frozenset[str], kept: set[str]) -> list[str]:
    """Names that a kept macro of a template reads and that are neither its arguments nor the same for every page."""
    tree = JINJA.parse(source)
    imported = {name if isinstance(name, str) else name[1] for one in tree.find_all(FromImport) for name in one.names}
    macros = list(tree.find_all(Macro))
    assigned = {one.target.name for one in tree.find_all(Assign) if isinstance(one.target, Name)}
    shared = known | imported | assigned | {one.name for one in macros}
    found = []
    for macro in (one for one in macros if one.name in kept):
        own = {one.name for one in macro.find_all(Name) if one.ctx in ("param", "store")}
        read = {one.name for one in macro.find_all(Name) if one.ctx == "load"}
        found += [f"{macro.name} looks at {name}" for name in sorted(read - own - shared - {"caller", "loop"})]
    return found


GLOBALS = frozenset("_ ngettext url_for piece asset css_bundle_url shop_name".split())
"""What no visitor, session or moment changes; csrf_token is not among them."""


def test_what_is_kept_between_pages_looks_at_its_arguments_alone() -> None:
    sources = {path: path.read_text() for path in template_files()}
    kept = {name for source in sources.values() for name in re.findall(r"piece\((\w+)", source)}
    assert "product_card" in kept
    expect_none(
        f"{short(path)}: {fault}" for path, source in sources.items() for fault in looked_at(source, GLOBALS, kept)
    )


def test_a_kept_macro_that_looks_at_the_visitor_is_seen() -> None:
    source = "{% macro body(card) %}{{ card.name }}{{ actor.name }}{{ csrf_token() }}{% endmacro %}"
    assert looked_at(source, GLOBALS, {"body"}) == ["body looks at actor", "body looks at csrf_token"]


def test_templates_hold_nothing_that_the_content_policy_or_escaping_forbids() -> None:
    expect_none(f"{short(path)}: {fault}" for path in template_files() for fault in forbidden(path.read_text()))


def test_every_word_of_a_template_can_be_translated() -> None:
    pages = [path for path in template_files() if short(path) not in UNTRANSLATED]
    expect_none(f"{short(path)}: {word}" for path in pages for word in bare_words(path.read_text()))


def test_python_marks_nothing_as_safe_markup_outside_of_one_place() -> None:
    pattern = re.compile(r"\bMarkup\((?!\))")
    found = [short(path) for path in SHOP.rglob("*.py") if pattern.search(path.read_text())]
    expect_none(name for name in found if not name.startswith(("shop/web/assets.py", "shop/text/")))


def test_every_template_can_be_read() -> None:
    for path in template_files():
        JINJA.parse(path.read_text(), filename=str(path.relative_to(TEMPLATES)))


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("{{ story|safe }}", "a value passes unescaped"),
        ("{% autoescape false %}", "escaping is switched off"),
        ("<style>p{}</style>", "an inline style element"),
        ("<script>go()</script>", "an inline script"),
        ('<p class="a" style="color:red">', "an inline style"),
        ('<a onclick="go()">', "an inline handler"),
        ('<a href="javascript:go()">', "a script for an address"),
        ('{{ "</div>" if open }}', "markup in an expression, which is escaped"),
    ],
)
def test_each_forbidden_thing_is_seen(source: str, fault: str) -> None:
    assert list(forbidden(source)) == [fault]


def test_what_is_allowed_passes() -> None:
    assert list(forbidden('<script src="/a.js"></script><script type="application/ld+json">{{ data }}</script>')) == []
    assert bare_words('<p class="lead text">{{ _("Harga") }} Rp</p>{# a remark #}<img alt="{{ alt }}">') == []


@pytest.mark.parametrize("source", ["<p>Harga</p>", '<img alt="Batik">', '{% if a %}Harga{% endif %}{{ _("x") }}'])
def test_bare_words_are_seen(source: str) -> None:
    assert len(bare_words(source)) == 1
