"""flask serve: site and worker together, both stopped together; the address and the example sign-ins printed."""

import json
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import FrameType

import click
from flask import current_app
from flask.cli import with_appcontext

from shop.config import Settings

_ROLES = ("buyer", "producer", "companion", "curator", "officer", "provincial", "head", "partner", "admin")


@click.command("serve")
@click.option("--workers", default=2, show_default=True, help="Processes of the site.")
@with_appcontext
def commands(workers: int) -> None:
    """Run the site on 127.0.0.1 and the worker until Ctrl+C."""
    settings: Settings = current_app.extensions["settings"]
    if not port_is_free(settings.port):
        raise click.ClickException(f"Port {settings.port} is taken. Choose another one: make run PORT=8001")
    site = [sys.executable, "-m", "gunicorn", "--no-control-socket", "--workers", str(workers), "--threads", "2"]
    site += ["--bind", f"127.0.0.1:{settings.port}", "--log-level", "warning", "--preload", "shop.app:create_app()"]
    worker = [sys.executable, "-m", "flask", "--app", "shop", "work"]
    children = [subprocess.Popen(command) for command in (site, worker)]  # noqa: S603 - our own commands
    if _wait_until_open(settings.port, children):
        _greet(settings.base_url, settings.instance / "demo-accounts.json")
    sys.exit(_watch(children))


def port_is_free(port: int) -> bool:
    """Whether nobody listens on the port of 127.0.0.1."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def _wait_until_open(port: int, children: list[subprocess.Popen[bytes]]) -> bool:
    """Wait until the site takes visitors; False when a process ended before."""
    while all(child.poll() is None for child in children):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return True
        time.sleep(0.1)
    return False


def _greet(address: str, accounts: Path) -> None:
    click.echo(f"\nThe shop is open: {address}\n")
    if not accounts.exists():
        return
    listed = json.loads(accounts.read_text(encoding="utf-8"))
    click.echo(f"{'role':<12}{'sign in with':<34}{'PIN or password':<30}second factor (TOTP)")
    for role in _ROLES:
        for account in [one for one in listed if one["role"] == role][:1]:
            click.echo(f"{role:<12}{account['login']:<34}{account['secret']:<30}{account['totp'] or '-'}")
    click.echo(f"\nAll sign-ins: {accounts}   Stop with Ctrl+C.\n")


def _watch(children: list[subprocess.Popen[bytes]]) -> int:
    stopping = False

    def stop(_number: int, _frame: FrameType | None) -> None:
        nonlocal stopping
        stopping = True

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)
    while not stopping and all(child.poll() is None for child in children):
        time.sleep(0.2)
    failed = [child.returncode for child in children if child.poll() is not None]
    for child in children:
        if child.poll() is None:
            child.terminate()
    for child in children:
        child.wait(timeout=30)
    return 0 if stopping else (failed or [1])[0] or 1
