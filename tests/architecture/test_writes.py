"""Inside a feature only commands write (rows, messages, files) and call commands."""

import re
from pathlib import Path

import pytest

from tests.architecture.sources import SHOP, expect_none, python_files, short

WRITES = re.compile(
    r"\bsession\.(add|add_all|delete|merge|flush|begin_nested)\(|\boutbox\.leave\(|\binsert_into\("
    r"|^from shop\.[\w.]*\bcommands\b|^from sqlalchemy import .*\b(insert|update|delete)\b"
    r"|\bstorage\.current\(\)\.(put|delete)",
    re.MULTILINE,
)


def may_write(path: Path) -> bool:
    """Commands of a feature may, and what is no feature: the platform, edges, the example shop."""
    feature = SHOP / path.relative_to(SHOP).parts[0]
    return not (feature / "models.py").is_file() or "commands" in path.with_suffix("").relative_to(feature).parts


def test_only_commands_of_a_feature_write() -> None:
    read_only = [path for path in python_files() if SHOP in path.parents and not may_write(path)]
    expect_none(short(path) for path in read_only if WRITES.search(path.read_text()))


@pytest.mark.parametrize(
    ("source", "writes"),
    [
        ("db.session.add(row)", True),
        ("outbox.leave(ProductChanged(1))", True),
        ("from sqlalchemy import select, update", True),
        ("storage.current().put(name, data)", True),
        ("from shop.accounts.commands.notices import leave_notice", True),
        ("from sqlalchemy import select", False),
        ("storage.current().get(name)", False),
    ],
)
def test_a_write_is_seen(source: str, writes: bool) -> None:
    assert bool(WRITES.search(source)) is writes
