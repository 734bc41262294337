"""Settings: read once from the environment and .env, checked all together, refused in plain words."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import urlsplit

from dotenv import dotenv_values

from shop.config.addresses import FOLDERS, has_more, is_loopback, leads_somewhere, split
from shop.config.keys import MAKE_DATA_KEY, MAKE_KEY, is_data_key, kept_once, new_data_key, new_key

KNOWN = (
    "SHOP_BASE_URL",
    "SHOP_DATABASE_URL",
    "SHOP_DATA_KEYS",
    "SHOP_DEVELOPMENT",
    "SHOP_INSTANCE",
    "SHOP_MAIL_FROM",
    "SHOP_MAIL_URL",
    "SHOP_METRICS_TOKEN",
    "SHOP_NAME",
    "SHOP_REDIS_URL",
    "SHOP_SECRET_KEY",
    "SHOP_STORAGE_URL",
    "SHOP_TRUSTED_PROXIES",
)
NAME_LENGTH = 40


@dataclass(frozen=True)
class Problem:
    """One setting that cannot be used: what is wrong with it and what to write instead."""

    setting: str
    wrong: str
    write: str

    def __str__(self) -> str:
        return f"{self.setting} {self.wrong}; {self.write}"


class SettingsError(Exception):
    """The settings as a whole are refused; names every problem, never a value that may be secret."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("The shop cannot start with these settings:\n" + "\n".join(f"  {one}" for one in problems))


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Everything that differs between two installations; folders are absolute, addresses carry no final slash."""

    instance: Path
    base_url: str
    port: int
    database_url: str = field(repr=False)
    storage_url: str = field(repr=False)
    mail_url: str = field(repr=False)
    secret_key: str = field(repr=False)
    data_keys: tuple[str, ...] = field(repr=False)
    redis_url: str | None = field(default=None, repr=False)
    metrics_token: str | None = field(default=None, repr=False)
    mail_from: str
    name: str = "Lapakarya"
    trusted_proxies: int = 0
    development: bool = False

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ, root: Path | None = None) -> "Settings":
        """Read `environ`, then `.env` in `root` for what it lacks; raises SettingsError with all that is wrong."""
        return _Reader(environ, (root or _project_folder()).absolute()).settings()

    @property
    def search_folder(self) -> Path:
        return self.instance / "search"

    @property
    def host(self) -> str:
        return urlsplit(self.base_url).hostname or ""

    @property
    def is_https(self) -> bool:
        return self.base_url.startswith("https://")

    @property
    def is_loopback(self) -> bool:
        return is_loopback(self.host)

    @property
    def cookie_prefix(self) -> str:
        return "__Host-" if self.is_https else ""

    @property
    def trusted_hosts(self) -> list[str]:
        """Host names that a request may carry; every spelling of loopback stands for the others."""
        return ["127.0.0.1", "localhost", "[::1]"] if self.is_loopback else [self.host]


class _Reader:
    """Reads one installation's settings and gathers the problems instead of stopping at the first."""

    def __init__(self, environ: Mapping[str, str], root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []
        self.values = {**self._dotenv(), **environ}
        self.instance = self._instance()

    def settings(self) -> Settings:
        self._refuse_misspelt()
        port = self._whole("PORT", default=8000, least=1, most=65535)
        base_url = self._base_url(port)
        local = base_url.startswith("http://")
        settings = Settings(
            instance=self.instance,
            base_url=base_url,
            port=port,
            database_url=self._database_url(),
            storage_url=self._url("SHOP_STORAGE_URL", (self.instance / "media").as_uri(), ("file", "folder", "s3")),
            mail_url=self._url(
                "SHOP_MAIL_URL",
                (self.instance / "mail").as_uri().replace("file:", "folder:", 1),
                ("folder", "smtp", "smtps", "smtp+starttls"),
            ),
            redis_url=self._url("SHOP_REDIS_URL", "", ("redis", "rediss", "unix")) or None,
            secret_key=self._key("SHOP_SECRET_KEY", new_key, MAKE_KEY, local=local),
            data_keys=self._data_keys(local=local),
            mail_from=self._mail_from(local=local),
            metrics_token=self._long("SHOP_METRICS_TOKEN", 16) or None,
            name=self._name(),
            trusted_proxies=self._whole("SHOP_TRUSTED_PROXIES", default=0, least=0, most=9),
            development=self._whole("SHOP_DEVELOPMENT", default=0, least=0, most=1) == 1,
        )
        if self.problems:
            raise SettingsError(self.problems)
        return settings

    def text(self, setting: str) -> str:
        return self.values.get(setting, "").strip()

    def refuse(self, setting: str, wrong: str, write: str) -> None:
        self.problems.append(Problem(setting, wrong, write))

    def _dotenv(self) -> dict[str, str]:
        try:
            found = dotenv_values(self.root / ".env", interpolate=False)
        except (OSError, UnicodeDecodeError):
            self.refuse(".env", "cannot be read", "make it a UTF-8 file that this user may read")
            return {}
        return {name: value for name, value in found.items() if value is not None}

    def _instance(self) -> Path:
        folder = self.root / (self.text("SHOP_INSTANCE") or "instance")
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError:
            self.refuse("SHOP_INSTANCE", "is no folder that can be made", "name a folder that this user may write to")
        return folder

    def _refuse_misspelt(self) -> None:
        for setting in sorted(self.values):
            if setting.startswith("SHOP_") and setting not in KNOWN and not setting.startswith("SHOP_TEST_"):
                for meant in get_close_matches(setting, KNOWN, n=1, cutoff=0.9):
                    self.refuse(setting, "is not known", f"write {meant}")

    def _whole(self, setting: str, *, default: int, least: int, most: int) -> int:
        written = self.text(setting)
        number = int(written) if written.isascii() and written.isdecimal() else -1
        if written and not least <= number <= most:
            self.refuse(setting, "is not such a number", f"write a whole number from {least} to {most}")
        return number if written else default

    def _base_url(self, port: int) -> str:
        written = (self.text("SHOP_BASE_URL") or f"http://127.0.0.1:{port}").rstrip("/")
        parts = split(written)
        if parts is None or parts.scheme not in {"http", "https"} or not parts.hostname or has_more(parts):
            self.refuse("SHOP_BASE_URL", "is no plain web address", "write for instance https://lapak.example")
        elif parts.scheme == "http" and not is_loopback(parts.hostname):
            self.refuse("SHOP_BASE_URL", "is http beyond this machine", "write the https:// address of the shop")
        return written

    def _database_url(self) -> str:
        written = self.text("SHOP_DATABASE_URL") or f"sqlite:///{self.instance / 'shop.sqlite3'}"
        scheme, _, rest = written.partition("://")
        if scheme == "sqlite" and rest.startswith("/") and len(rest) > 1 and ":memory:" not in rest:
            return f"sqlite:///{self.root / rest[1:]}"
        if scheme in {"postgresql", "postgresql+psycopg"} and split(written) is not None and rest:
            return f"postgresql+psycopg://{rest}"
        self.refuse(
            "SHOP_DATABASE_URL",
            "is neither an SQLite file nor a PostgreSQL database",
            "write sqlite:////folder/shop.sqlite3 or postgresql://user:password@host/name",
        )
        return written

    def _url(self, setting: str, default: str, schemes: tuple[str, ...]) -> str:
        written = self.text(setting) or default
        parts = split(written)
        if written and (parts is None or parts.scheme not in schemes or not leads_somewhere(parts)):
            forms = ", ".join(f"{one}:///folder" if one in FOLDERS else f"{one}://…" for one in schemes)
            self.refuse(setting, "is no address that can be used", f"write one of {forms}")
        return written

    def _key(self, setting: str, make: Callable[[], str], command: str, *, local: bool) -> str:
        if self.text(setting) or not local:
            key = self._long(setting, 32)
            if not key:
                self.refuse(setting, "is missing", f"write what this prints: {command}")
            return key
        try:
            return kept_once(self.instance / setting.removeprefix("SHOP_").lower().replace("_", "-"), make)
        except OSError:
            self.refuse(setting, "is missing and cannot be kept", "let this user write to the folder SHOP_INSTANCE")
            return ""

    def _long(self, setting: str, least: int) -> str:
        written = self.text(setting)
        if 0 < len(written) < least:
            self.refuse(setting, "is too short", f"write at least {least} random characters")
        return written

    def _data_keys(self, *, local: bool) -> tuple[str, ...]:
        written = self._key("SHOP_DATA_KEYS", new_data_key, MAKE_DATA_KEY, local=local)
        keys = tuple(one.strip() for one in written.split(",") if one.strip())
        if not all(is_data_key(one) for one in keys):
            self.refuse("SHOP_DATA_KEYS", "holds something else than keys", f"write what this prints: {MAKE_DATA_KEY}")
        return keys

    def _mail_from(self, *, local: bool) -> str:
        written = self.text("SHOP_MAIL_FROM") or ("lapak@contoh.example" if local else "")
        account, _, domain = written.rpartition("@")
        if not account or "." not in domain or any(mark.isspace() or not mark.isprintable() for mark in written):
            self.refuse("SHOP_MAIL_FROM", "is no e-mail address", "write a sender such as lapak@dinas.example")
        return written

    def _name(self) -> str:
        written = self.text("SHOP_NAME") or "Lapakarya"
        if len(written) > NAME_LENGTH or not written.isprintable():
            self.refuse("SHOP_NAME", "does not fit", f"write a name of at most {NAME_LENGTH} characters on one line")
        return written


def _project_folder() -> Path:
    """The checkout that this module belongs to; for an installed wheel the working directory."""
    checkout = Path(__file__).parents[2]
    return checkout if (checkout / "pyproject.toml").is_file() else Path.cwd()
