"""The mirror rule: who knows one name of a page or component finds all the others."""

import ast
import inspect
import re
import textwrap
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask

from tests.architecture.sources import PAGED_AREAS, ROOT, STATIC, TEMPLATES, TESTS, expect_none

HTML = re.compile(r"[\w/]+\.html")


def pages(app: Flask) -> dict[str, Callable[..., Any]]:
    """Endpoints of the areas with pages, each with the function that answers."""
    return {
        endpoint: inspect.unwrap(view)
        for endpoint, view in app.view_functions.items()
        if endpoint.partition(".")[0] in PAGED_AREAS
    }


def named_templates(view: Callable[..., Any]) -> set[str]:
    """The templates that a view names."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(view)))
    words = [one.value for one in ast.walk(tree) if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    return {word for word in words if HTML.fullmatch(word)}


def gets(app: Flask, endpoint: str) -> bool:
    return any("GET" in (rule.methods or ()) for rule in app.url_map.iter_rules(endpoint))


def test_an_endpoint_is_the_function_of_its_name(app: Flask) -> None:
    faults = []
    for endpoint, view in pages(app).items():
        expected = "shop.web." + endpoint
        if f"{view.__module__}.{view.__name__}" != expected:
            faults.append(f"{endpoint} is {view.__module__}.{view.__name__}")
    expect_none(faults)


def test_a_page_shows_the_template_of_its_name(app: Flask) -> None:
    faults = []
    for endpoint, view in pages(app).items():
        named = named_templates(view)
        mirror = endpoint.replace(".", "/") + ".html"
        group = mirror.rpartition("/")[0] + "/"
        wanted = named <= {mirror} if gets(app, endpoint) else all(one.startswith(group) for one in named)
        if not wanted or any(not (TEMPLATES / one).is_file() for one in named):
            faults.append(f"{endpoint} shows {', '.join(sorted(named))}")
    expect_none(faults)


def test_a_template_of_a_page_belongs_to_an_endpoint(app: Flask) -> None:
    known = {endpoint.replace(".", "/") for endpoint in pages(app)}
    found = [
        str(path.relative_to(TEMPLATES).with_suffix(""))
        for area in PAGED_AREAS
        for path in (TEMPLATES / area).rglob("*.html")
        if not path.name.startswith("_") and path.parent != TEMPLATES / area
    ]
    expect_none(set(found) - known)


def test_every_page_group_has_its_tests(app: Flask) -> None:
    groups = {tuple(endpoint.split(".")[:-1]) for endpoint in pages(app)}
    wanted = {TESTS.joinpath("web", *group[:-1], f"test_{group[-1]}.py") for group in groups}
    expect_none(str(path.relative_to(TESTS)) for path in wanted if not path.is_file())


def test_a_component_is_a_macro_of_its_name() -> None:
    faults = [
        path.name
        for path in (TEMPLATES / "components").glob("*.html")
        if not re.search(rf"{{%-?\s*macro\s+{path.stem}\s*\(", path.read_text())
    ]
    expect_none(faults)


def test_styles_of_a_component_lie_under_its_name_and_class() -> None:
    faults = []
    for path in (STATIC / "css" / "components").glob("*.css"):
        css_class = "." + path.stem.replace("_", "-")
        if not (TEMPLATES / "components" / f"{path.stem}.html").is_file():
            faults.append(f"{path.name} has no template")
        if not re.search(re.escape(css_class) + r"(?![a-z])", path.read_text()):
            faults.append(f"{path.name} has no class {css_class}")
    expect_none(faults)


def test_a_class_of_a_component_is_not_styled_in_the_file_of_another_alone() -> None:
    styles = {path.stem: path.read_text() for path in (STATIC / "css").rglob("*.css")}
    faults = []
    for path in (TEMPLATES / "components").glob("*.html"):
        own = re.compile(rf"\.{path.stem.replace('_', '-')}(?![a-z])")
        if path.stem not in styles and any(own.search(text) for text in styles.values()):
            faults.append(path.name)
    expect_none(faults)


@pytest.mark.parametrize(("source", "found"), [("render('a/b.html')", {"a/b.html"}), ("render('see a.html')", set())])
def test_templates_named_in_a_view_are_found(source: str, found: set[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inspect, "getsource", lambda _view: source)
    assert named_templates(print) == found


def test_the_document_of_components_holds_every_macro_with_its_arguments() -> None:
    written = re.findall(r"^(\w+\(.*?\))(?:  |$)", (ROOT / "docs" / "components.md").read_text(), re.MULTILINE)
    sources = {path.stem: path.read_text() for path in (TEMPLATES / "components").glob("*.html")}
    taken = {one for path in TEMPLATES.rglob("*.html") for one in imported(path.read_text())}
    macros = {one: stem for stem, source in sources.items() for one in re.findall(r"{% macro (.*?\)) -?%}", source)}
    wanted = {one for one, stem in macros.items() if one.split("(")[0] in taken | {stem}}
    expect_none(wanted.symmetric_difference(written))


def imported(source: str) -> set[str]:
    """The macros that a template takes from components, by their own names."""
    lists = re.findall(r'{% from "components/\w+\.html" import (.*?) %}', source)
    return {one.split()[0] for names in lists for one in names.split(",")}
