"""The files that the rules of the code are about, found once."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHOP = ROOT / "shop"
TEMPLATES = ROOT / "templates"
STATIC = ROOT / "static"
TESTS = ROOT / "tests"
PAGED_AREAS = ("public", "selling", "companion", "staff", "account")
COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)


def python_files() -> list[Path]:
    """All modules of the shop and its tests; migrations are kept as they were generated."""
    return [path for folder in (SHOP, TESTS) for path in sorted(folder.rglob("*.py")) if "versions" not in path.parts]


def template_files() -> list[Path]:
    return sorted(TEMPLATES.rglob("*.html"))


def short(path: Path) -> str:
    return str(path.relative_to(ROOT))


def expect_none(faults: Iterable[str]) -> None:
    """Fail with all the faults, one on a line, so that nobody has to run it again to see the next."""
    found = sorted(faults)
    if found:
        pytest.fail("\n".join([f"{len(found)} found:", *found]), pytrace=False)
