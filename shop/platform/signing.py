"""Signatures of secret links; features sign without knowing the settings."""

from shop.lib import ids

_key: bytes | None = None


def configure(secret_key: str) -> None:
    """Use this secret for all signatures of the process."""
    global _key  # noqa: PLW0603 - one process, one key, set once at start
    _key = b"shop.link." + secret_key.encode()


def sign(purpose: str, *parts: str) -> str:
    """A url-safe signature of at least 128 bit over ``parts`` for one purpose."""
    return ids.sign(_ready(), purpose, *parts)


def is_signed(signature: str, purpose: str, *parts: str) -> bool:
    """Whether the signature is ours; takes the same time for every wrong one."""
    return ids.signed_ok(_ready(), signature, purpose, *parts)


def _ready() -> bytes:
    if _key is None:
        raise RuntimeError("the signing key is not configured")
    return _key
