"""Whether other users of this machine can read what lies in a place."""

import stat
from pathlib import Path
from urllib.parse import unquote, urlsplit


def open_to_others(place: Path) -> bool:
    """Whether somebody else than its owner and group gets to a file or into a folder that is there."""
    place = place.resolve()
    if not place.exists() or not _others(place) & stat.S_IROTH:
        return False
    return all(_others(folder) & stat.S_IXOTH for folder in place.parents)


def folder_of(address: str) -> Path | None:
    """The place on this disk that an address such as file:///folder or sqlite:////folder/file names, or None."""
    parts = urlsplit(address)
    if parts.scheme not in ("file", "folder", "sqlite"):
        return None
    return Path(unquote(parts.path[1:] if parts.scheme == "sqlite" else parts.path))


def _others(place: Path) -> int:
    return place.stat().st_mode & 0o007
