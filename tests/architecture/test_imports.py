"""What a template imports is used there, in what it includes or in what extends it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment
from jinja2.nodes import Const, Extends, FromImport, Include, Name, Template

from tests.architecture.sources import TEMPLATES, expect_none, template_files

JINJA = Environment(autoescape=True, extensions=["jinja2.ext.do"])


@dataclass(frozen=True)
class Names:
    """What one template imports and reads, and with whom it shares its names."""

    imports: frozenset[str]
    reads: frozenset[str]
    includes: frozenset[str]
    parents: frozenset[str]


def names_of(tree: Template) -> Names:
    found = (name for one in tree.find_all(FromImport) for name in one.names)
    return Names(
        frozenset(name if isinstance(name, str) else name[1] for name in found),
        frozenset(one.name for one in tree.find_all(Name) if one.ctx == "load"),
        named(tree, Include),
        named(tree, Extends),
    )


def named(tree: Template, way: type[Include] | type[Extends]) -> frozenset[str]:
    return frozenset(one.template.value for one in tree.find_all(way) if isinstance(one.template, Const))


def unused(trees: Mapping[str, Template]) -> list[str]:
    known = {name: names_of(tree) for name, tree in trees.items()}

    @cache
    def reads(name: str) -> frozenset[str]:
        """Names that a template takes from elsewhere or from its imports, also through those that share its names."""
        shared = {*known[name].includes, *(child for child, other in known.items() if name in other.parents)}
        return known[name].reads.union(*(reads(other) - known[other].imports for other in shared))

    return [f"{name}: {one}" for name in known for one in known[name].imports - reads(name)]


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
