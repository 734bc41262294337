"""Keys of one installation: made once beside the database, or checked when they are given."""

import os
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable
from pathlib import Path

DATA_KEY_BYTES = 32
MAKE_KEY = 'python3 -c "import secrets; print(secrets.token_urlsafe(48))"'
MAKE_DATA_KEY = 'python3 -c "import base64, os; print(base64.urlsafe_b64encode(os.urandom(32)).decode())"'


def new_key() -> str:
    return secrets.token_urlsafe(48)


def new_data_key() -> str:
    return urlsafe_b64encode(secrets.token_bytes(DATA_KEY_BYTES)).decode()


def is_data_key(written: str) -> bool:
    try:
        return len(urlsafe_b64decode(written.encode())) == DATA_KEY_BYTES
    except ValueError:
        return False


def kept_once(path: Path, make: Callable[[], str]) -> str:
    """The text of `path`, made if it is missing; of two processes at once both read what the first one linked."""
    if not path.exists():
        draft = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
            out.write(make())
            out.flush()
            os.fsync(out.fileno())
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text().strip()
