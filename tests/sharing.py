"""What is slow to make is made once, by the first process of a test run that asks, and shared by the others."""

import fcntl
import os
from collections.abc import Callable
from pathlib import Path


def shared_folder(own: Path, name: str, make: Callable[[Path], object]) -> Path:
    """The folder of this name beside the base folder of this process, filled by ``make`` if nobody did; others wait."""
    base = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    folder = base / name
    with (base / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "ready").exists():
            folder.mkdir(exist_ok=True)
            make(folder)
            (folder / "ready").touch()
    return folder
