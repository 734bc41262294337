"""No file, function, view or template grows beyond what one reads at a glance."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.sources import SHOP, expect_none, python_files, short, template_files

FILE, FUNCTION, VIEW, TEMPLATE = 250, 30, 15, 120
EXCUSE = "Longer than the budget because"
ROUTES = frozenset({"route", "get", "post"})


def is_view(function: ast.FunctionDef) -> bool:
    called = [one.func for one in function.decorator_list if isinstance(one, ast.Call)]
    return any(isinstance(one, ast.Attribute) and one.attr in ROUTES for one in called)


def length(function: ast.FunctionDef) -> int:
    """Lines from the def to the end, without the docstring."""
    first = function.body[0]
    documented = ast.get_docstring(function) is not None and first.end_lineno is not None
    spared = (first.end_lineno or 0) - first.lineno + 1 if documented else 0
    return (function.end_lineno or 0) - function.lineno + 1 - spared


def too_long(name: str, source: str) -> Iterator[str]:
    if EXCUSE in source:
        return
    lines = source.count("\n")
    if lines > FILE:
        yield f"{name} has {lines} lines, more than {FILE}"
    for function in ast.walk(ast.parse(source)):
        if isinstance(function, ast.FunctionDef):
            budget = VIEW if is_view(function) else FUNCTION
            if length(function) > budget:
                yield f"{name}:{function.lineno} {function.name} has {length(function)} lines, more than {budget}"


def too_long_template(name: str, source: str) -> Iterator[str]:
    if source.count("\n") > TEMPLATE and EXCUSE not in source:
        yield f"{name} has {source.count(chr(10))} lines, more than {TEMPLATE}"


def test_modules_and_functions_keep_their_budget() -> None:
    expect_none(fault for path in python_files() for fault in too_long(short(path), path.read_text()))


def test_templates_keep_their_budget() -> None:
    expect_none(fault for path in template_files() for fault in too_long_template(short(path), path.read_text()))


def test_every_module_says_what_it_answers_for() -> None:
    modules: list[Path] = [path for path in python_files() if SHOP in path.parents and path.read_text().strip()]
    expect_none(short(path) for path in modules if not ast.get_docstring(ast.parse(path.read_text())))


def test_a_long_file_is_seen_unless_it_says_why() -> None:
    long = "\n" * 251
    assert list(too_long("a.py", long)) == ["a.py has 251 lines, more than 250"]
    assert list(too_long("a.py", f'"""Table. {EXCUSE} it is one table."""' + long)) == []


def test_a_long_function_and_a_long_view_are_seen_but_their_docstrings_are_spared() -> None:
    body = '    """One.\n\n    Two.\n    """\n' + "    pass\n" * 15
    assert list(too_long("a.py", "def plain():\n" + body)) == []
    assert list(too_long("a.py", "@pages.get('/')\ndef show():\n" + body)) == ["a.py:2 show has 16 lines, more than 15"]
    assert list(too_long("a.py", "def long():\n" + "    pass\n" * 30)) == ["a.py:1 long has 31 lines, more than 30"]


def test_a_long_template_is_seen() -> None:
    assert list(too_long_template("a.html", "<p>\n" * 121)) == ["a.html has 121 lines, more than 120"]
    assert list(too_long_template("a.html", "<p>\n" * 120)) == []
