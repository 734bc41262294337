"""What a template imports is used there, in what it includes or in what extends it."""

from collections.abc import Mapping

from jinja2 import Environment
from jinja2.nodes import Const, Extends, FromImport, Include, Name, Template

from tests.architecture.sources import TEMPLATES, expect_none, template_files

JINJA = Environment(autoescape=True, extensions=["jinja2.ext.do"])
Trees = Mapping[str, Template]


def imports(tree: Template) -> set[str]:
    found = (name for one in tree.find_all(FromImport) for name in one.names)
    return {name if isinstance(name, str) else name[1] for name in found}


def reads(name: str, trees: Trees) -> set[str]:
    """Names that a template takes from elsewhere or from its imports, also through those that share its names."""
    tree = trees[name]
    shared = {one.template.value for one in tree.find_all(Include) if isinstance(one.template, Const)}
    shared |= {child for child, other in trees.items() if name in parents(other)}
    own = {one.name for one in tree.find_all(Name) if one.ctx == "load"}
    return own.union(*(reads(other, trees) - imports(trees[other]) for other in shared))


def parents(tree: Template) -> set[str]:
    return {one.template.value for one in tree.find_all(Extends) if isinstance(one.template, Const)}


def unused(trees: Trees) -> list[str]:
    return [f"{name}: {one}" for name, tree in trees.items() for one in imports(tree) - reads(name, trees)]


def test_what_a_template_imports_is_used() -> None:
    trees = {str(path.relative_to(TEMPLATES)): JINJA.parse(path.read_text()) for path in template_files()}
    expect_none(unused(trees))


def test_an_import_that_only_an_include_with_its_own_uses_is_seen() -> None:
    icon, table = '{% from "i" import icon %}', '{% from "t" import table as rows %}'
    sources = {
        "base": table + "{% block main %}{% endblock %}",
        "page": icon + '{% extends "base" %}{% block main %}{{ rows }}{% include "part" %}{% endblock %}',
        "part": icon + "{{ icon }}",
    }
    assert unused({name: JINJA.parse(source) for name, source in sources.items()}) == ["page: icon"]
