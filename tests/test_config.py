"""Settings: what is read, what is made on the own machine, and what is refused in which words."""

import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from shop.config import Settings, SettingsError

DATA_KEY = "A" * 43 + "="
SERVER = {
    "SHOP_BASE_URL": "https://lapak.example",
    "SHOP_SECRET_KEY": "s" * 32,
    "SHOP_DATA_KEYS": DATA_KEY,
    "SHOP_MAIL_FROM": "lapak@dinas.example",
}


def read(root: Path, **environ: str) -> Settings:
    return Settings.from_environment(environ, root)


def complaint(root: Path, **environ: str) -> str:
    with pytest.raises(SettingsError) as refused:
        read(root, **environ)
    return str(refused.value)


def keys_of(root: Path) -> tuple[str, tuple[str, ...]]:
    settings = read(root)
    return settings.secret_key, settings.data_keys


def test_nothing_has_to_be_set_on_the_own_machine(tmp_path: Path) -> None:
    settings = read(tmp_path)
    assert settings.base_url == "http://127.0.0.1:8000"
    assert settings.database_url == f"sqlite:///{tmp_path}/instance/shop.sqlite3"
    assert settings.storage_url == f"file://{tmp_path}/instance/media"
    assert settings.mail_url == f"folder://{tmp_path}/instance/mail"
    assert settings.search_folder == tmp_path / "instance" / "search"
    assert settings.redis_url is None
    assert settings.metrics_token is None
    assert settings.name == "Lapakarya"
    assert settings.trusted_hosts == ["127.0.0.1", "localhost", "[::1]"]
    assert (settings.is_loopback, settings.is_https, settings.cookie_prefix) == (True, False, "")
    assert settings.development is False


def test_a_server_is_described_by_its_environment(tmp_path: Path) -> None:
    settings = read(
        tmp_path,
        **SERVER,
        PORT="9000",
        SHOP_DATABASE_URL="postgresql://shop:pass@db/shop",
        SHOP_REDIS_URL="redis://127.0.0.1:6379/1",
        SHOP_MAIL_URL="smtp+starttls://post:pass@mail.example:587",
        SHOP_STORAGE_URL="s3://bucket/media",
        SHOP_METRICS_TOKEN="m" * 16,
        SHOP_TRUSTED_PROXIES="1",
        SHOP_DEVELOPMENT="1",
    )
    assert settings.database_url == "postgresql+psycopg://shop:pass@db/shop"
    assert settings.redis_url == "redis://127.0.0.1:6379/1"
    assert settings.trusted_hosts == ["lapak.example"]
    assert (settings.is_loopback, settings.is_https, settings.cookie_prefix) == (False, True, "__Host-")
    assert (settings.port, settings.trusted_proxies, settings.development) == (9000, 1, True)


def test_the_port_is_part_of_the_default_address(tmp_path: Path) -> None:
    assert read(tmp_path, PORT="8123").base_url == "http://127.0.0.1:8123"


def test_the_environment_goes_before_the_file(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("SHOP_NAME=Dari berkas\nSHOP_TRUSTED_PROXIES=2\nSHOP_REDIS_URL=\nALONE\n")
    settings = read(tmp_path, SHOP_NAME="Dari lingkungan")
    assert (settings.name, settings.trusted_proxies, settings.redis_url) == ("Dari lingkungan", 2, None)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"SHOP_NAME=\xff\xfe")
    assert ".env cannot be read" in complaint(tmp_path)


def test_folders_may_lie_elsewhere(tmp_path: Path) -> None:
    settings = read(tmp_path, SHOP_INSTANCE="data/shop", SHOP_STORAGE_URL="file:///srv/media")
    assert settings.instance == tmp_path / "data" / "shop"
    assert settings.storage_url == "file:///srv/media"
    assert read(tmp_path, SHOP_DATABASE_URL="sqlite:///shop.db").database_url == f"sqlite:///{tmp_path}/shop.db"
    assert read(tmp_path, SHOP_DATABASE_URL="sqlite:////srv/shop.db").database_url == "sqlite:////srv/shop.db"


def test_keys_are_made_once_and_only_for_the_owner(tmp_path: Path) -> None:
    first, second = keys_of(tmp_path), keys_of(tmp_path)
    assert first == second
    assert len(first[0]) >= 32
    kept = {path.name: path.stat().st_mode & 0o777 for path in (tmp_path / "instance").iterdir()}
    assert kept == {"secret-key": 0o600, "data-keys": 0o600}


def test_two_installations_have_different_keys(tmp_path: Path) -> None:
    assert keys_of(tmp_path / "one") != keys_of(tmp_path / "two")


def test_those_who_start_at_once_agree_on_the_keys(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(keys_of, [tmp_path] * 40))) == 1
    assert len(list((tmp_path / "instance").iterdir())) == 2


def test_several_data_keys_keep_their_order(tmp_path: Path) -> None:
    older = "B" * 43 + "="
    assert read(tmp_path, SHOP_DATA_KEYS=f"{DATA_KEY}, {older}").data_keys == (DATA_KEY, older)


def test_secrets_do_not_show_when_settings_are_printed(tmp_path: Path) -> None:
    settings = read(tmp_path, SHOP_DATABASE_URL="postgresql://shop:verborgen@db/shop", SHOP_METRICS_TOKEN="t" * 20)
    shown = repr(settings)
    assert all(secret not in shown for secret in ("verborgen", "t" * 20, settings.secret_key, settings.data_keys[0]))


def test_beyond_this_machine_plain_http_and_missing_keys_are_refused_together(tmp_path: Path) -> None:
    words = complaint(tmp_path, SHOP_BASE_URL="https://lapak.example")
    assert words.startswith("The shop cannot start with these settings:\n")
    assert "SHOP_SECRET_KEY is missing; write what this prints: python3 -c" in words
    assert "SHOP_DATA_KEYS is missing" in words
    assert "SHOP_MAIL_FROM is no e-mail address" in words
    assert not list((tmp_path / "instance").iterdir())
    assert "SHOP_BASE_URL is http beyond this machine" in complaint(tmp_path, SHOP_BASE_URL="http://lapak.example")


@pytest.mark.parametrize("address", ["http://localhost:8000", "http://127.0.0.9", "http://[::1]:8000/"])
def test_every_loopback_address_may_be_plain(tmp_path: Path, address: str) -> None:
    assert read(tmp_path, SHOP_BASE_URL=address).is_loopback


@pytest.mark.parametrize(
    ("setting", "written", "word"),
    [
        ("PORT", "http", "whole number from 1 to 65535"),
        ("PORT", "70000", "whole number from 1 to 65535"),
        ("PORT", "²", "whole number"),
        ("SHOP_BASE_URL", "lapak.example", "no plain web address"),
        ("SHOP_BASE_URL", "https://lapak.example/toko", "no plain web address"),
        ("SHOP_BASE_URL", "https://[lapak", "no plain web address"),
        ("SHOP_BASE_URL", "https://lapak.example:0", "no plain web address"),
        ("SHOP_DATABASE_URL", "mysql://db/shop", "neither an SQLite file nor a PostgreSQL"),
        ("SHOP_DATABASE_URL", "sqlite://", "neither an SQLite file nor a PostgreSQL"),
        ("SHOP_DATABASE_URL", "sqlite:///:memory:", "neither an SQLite file nor a PostgreSQL"),
        ("SHOP_STORAGE_URL", "file://media", "file:///folder"),
        ("SHOP_STORAGE_URL", "ftp://host/media", "s3://"),
        ("SHOP_MAIL_URL", "smtp://", "smtp+starttls://"),
        ("SHOP_MAIL_URL", "mail.example", "smtps://"),
        ("SHOP_REDIS_URL", "127.0.0.1:6379", "redis://"),
        ("SHOP_SECRET_KEY", "short", "at least 32 random characters"),
        ("SHOP_DATA_KEYS", "x" * 40, "holds something else than keys"),
        ("SHOP_DATA_KEYS", "é" * 44, "holds something else than keys"),
        ("SHOP_MAIL_FROM", "lapak", "no e-mail address"),
        ("SHOP_MAIL_FROM", "lapak@dinas.example\nBcc: a@b.example", "no e-mail address"),
        ("SHOP_METRICS_TOKEN", "short", "at least 16 random characters"),
        ("SHOP_NAME", "x" * 41, "at most 40 characters"),
        ("SHOP_NAME", "a\nb", "on one line"),
        ("SHOP_TRUSTED_PROXIES", "-1", "from 0 to 9"),
        ("SHOP_DEVELOPMENT", "yes", "from 0 to 1"),
        ("SHOP_DATABSE_URL", "sqlite:////srv/shop.db", "write SHOP_DATABASE_URL"),
    ],
)
def test_what_cannot_be_used_is_refused_with_the_way_out(tmp_path: Path, setting: str, written: str, word: str) -> None:
    words = complaint(tmp_path, **{setting: written})
    assert f"  {setting} " in words
    assert word in words


def test_a_refusal_never_repeats_a_secret(tmp_path: Path) -> None:
    assert "geheim" not in complaint(
        tmp_path, SHOP_DATABASE_URL="mysql://shop:geheim@db/shop", SHOP_SECRET_KEY="geheim"
    )


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "instance").write_text("a file")
    words = complaint(tmp_path)
    assert "SHOP_INSTANCE is no folder that can be made" in words
    assert "SHOP_SECRET_KEY is missing and cannot be kept" in words


def test_settings_of_tests_are_not_taken_for_misspelt_ones(tmp_path: Path) -> None:
    assert read(tmp_path, SHOP_TEST_DATABASE_URL="x", SHOP_CHROMIUM="/usr/bin/chromium").name == "Lapakarya"


@pytest.mark.slow
def test_the_check_before_the_start_says_in_one_line_that_the_port_is_taken(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        busy = _check(tmp_path, port)
    assert busy.returncode == 1
    assert busy.stderr.startswith(f"Port {port} is taken: ")
    assert busy.stderr.count("\n") == 1
    assert _check(tmp_path, port).returncode == 0


@pytest.mark.slow
def test_the_check_before_the_start_prints_what_is_wrong(tmp_path: Path) -> None:
    refused = _check(tmp_path, "0")
    assert refused.returncode == 1
    assert "PORT is not such a number" in refused.stderr
    assert "Traceback" not in refused.stderr


def _check(folder: Path, port: str) -> subprocess.CompletedProcess[str]:
    environ = {"PORT": port, "SHOP_INSTANCE": str(folder), "PATH": "/usr/bin:/bin"}
    command = [sys.executable, "-m", "shop.config"]
    return subprocess.run(command, env=environ, capture_output=True, text=True, check=False)


def test_without_a_named_folder_the_checkout_is_meant(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert Settings.from_environment({}).instance == Path(__file__).parents[1] / "instance"
