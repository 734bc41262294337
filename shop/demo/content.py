"""The files of the example shop; days in them are counted from the day of loading."""

import json
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
CONTENT = FOLDER / "content"
PICTURES = FOLDER / "pictures"


@cache
def content(name: str) -> Any:
    """One file of ``content/``, read once."""
    return json.loads((CONTENT / f"{name}.json").read_text(encoding="utf-8"))
