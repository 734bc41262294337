"""Phones and addresses as far as their owners need to know them again."""

_DOTS = "•"
_KNOWN_AGAIN = 4
_OPENING = 2


def masked_phone(e164: str) -> str:
    """08••••••7890."""
    local = "0" + e164.removeprefix("+62")
    hidden = len(local) - _OPENING - _KNOWN_AGAIN
    return f"{local[:_OPENING]}{_DOTS * hidden}{local[-_KNOWN_AGAIN:]}"


def masked_email(address: str) -> str:
    """w•••@contoh.example; as many dots however long the name."""
    name, _at, domain = address.rpartition("@")
    return f"{name[:1]}{_DOTS * 3}@{domain}"
