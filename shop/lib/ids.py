"""Ids and tokens that cannot be guessed, and signatures that cannot be forged."""

import base64
import hashlib
import hmac
import re
import secrets

from shop.lib.errors import Invalid

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
PUBLIC_ID_BITS = 128
PUBLIC_ID_LENGTH = 26
LONGEST_KEY = 80  # of the word that makes a form sent twice one
SIGNATURE_BYTES = 18  # 144 bits, written as 24 characters without padding

_SEPARATORS = re.compile(r"[\s\-_.#\u2010-\u2015]+")
_MISREAD = str.maketrans("ILO", "110")
_REFERENCE = re.compile(rf"(?:PM)?([{CROCKFORD}]{{4}})([{CROCKFORD}]{{4}})")


def new_public_id() -> str:
    """128 random bits as 26 lower-case Crockford letters and digits."""
    number = secrets.randbits(PUBLIC_ID_BITS)
    letters = (CROCKFORD[(number >> shift) & 31] for shift in range(5 * (PUBLIC_ID_LENGTH - 1), -1, -5))
    return "".join(letters).lower()


def is_public_id(text: str) -> bool:
    """Whether a text has the form of a public id."""
    return len(text) == PUBLIC_ID_LENGTH and set(text) <= set(CROCKFORD.lower())


def new_token() -> str:
    """A random secret of 192 bits for links, cookies and one-time use."""
    return secrets.token_urlsafe(24)


def refuse_key(key: str | None) -> None:
    """Refuse a form's key (idempotency) that is empty or longer than any of ours; None stands for no key."""
    if key is not None and not 0 < len(key) <= LONGEST_KEY:
        raise Invalid("key_invalid", "key")


def new_reference() -> str:
    """A number to say over the phone, PM-XXXX-XXXX; random, and no right by itself."""
    letters = "".join(secrets.choice(CROCKFORD) for _ in range(8))
    return f"PM-{letters[:4]}-{letters[4:]}"


def read_reference(text: str) -> str | None:
    """The reference that somebody typed or read aloud: case, spaces, I, L and O are forgiven; else None."""
    squeezed = _SEPARATORS.sub("", text).upper().translate(_MISREAD)
    found = _REFERENCE.fullmatch(squeezed)
    return f"PM-{found[1]}-{found[2]}" if found else None


def sign(key: bytes, purpose: str, *parts: str) -> str:
    """A url-safe HMAC-SHA256 over a purpose and its parts; parts cannot run into each other."""
    digest = hmac.new(key, digestmod=hashlib.sha256)
    for part in (purpose, *parts):
        data = part.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big") + data)
    return base64.urlsafe_b64encode(digest.digest()[:SIGNATURE_BYTES]).decode("ascii")


def signed_ok(key: bytes, signature: str, purpose: str, *parts: str) -> bool:
    """Whether a signature is the one that sign() gives, compared in constant time."""
    return hmac.compare_digest(sign(key, purpose, *parts).encode(), signature.encode("utf-8", "replace"))


def token_hash(token: str) -> str:
    """What is stored of a token: its SHA-256 in hex."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
