"""Reference data of the catalogue as it is shipped: units, categories, kinds."""

import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


def read_reference(name: str) -> list[dict[str, Any]]:
    """The rows of one file: units, categories or kinds."""
    rows: list[dict[str, Any]] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return rows
