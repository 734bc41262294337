"""What a setting that is an address may look like."""

from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

FOLDERS = frozenset({"folder", "file", "unix"})


def split(written: str) -> SplitResult | None:
    try:
        parts = urlsplit(written)
        return parts if parts.port != 0 else None
    except ValueError:
        return None


def has_more(parts: SplitResult) -> bool:
    return bool(parts.path or parts.query or parts.fragment or parts.username is not None)


def leads_somewhere(parts: SplitResult) -> bool:
    return len(parts.path) > 1 and not parts.netloc if parts.scheme in FOLDERS else bool(parts.hostname)


def is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
