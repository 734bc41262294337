"""Real processes of the shop for tests that need them: site and worker, started, awaited, killed."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from http.client import HTTPConnection
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parent.parent
GUNICORN = (sys.executable, "-m", "gunicorn", "--no-control-socket", "--log-level", "warning")

T = TypeVar("T")


def free_port() -> int:
    """A port of 127.0.0.1 on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_until(condition: Callable[[], T], seconds: float, what: str) -> T:
    """The first true answer of a condition, looked at often; AssertionError after so many seconds."""
    deadline = time.monotonic() + seconds
    while not (answer := condition()):
        assert time.monotonic() < deadline, f"waited {seconds:.0f} s in vain: {what}"
        time.sleep(0.02)
    return answer


def environment(instance: Path, port: int, **settings: str) -> dict[str, str]:
    """The environment of one shop in a folder of its own; settings of whoever runs the tests do not reach it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("SHOP_", "FLASK_"))}
    return {**kept, "SHOP_INSTANCE": str(instance), "PORT": str(port), **settings}


def answers(port: int, path: str = "/healthz", method: str = "GET") -> bool:
    """Whether somebody answers HTTP on the port."""
    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request(method, path)
        return connection.getresponse().status < 500
    except OSError:
        return False
    finally:
        connection.close()


class Running:
    """A process in a session of its own, so that it can be ended with all its children."""

    def __init__(self, command: Sequence[str], env: Mapping[str, str], log: Path) -> None:
        self.log = log
        with log.open("ab") as out:
            self.process = subprocess.Popen(
                command, env=env, cwd=ROOT, stdout=out, stderr=out, stdin=subprocess.DEVNULL, start_new_session=True
            )

    @property
    def is_alive(self) -> bool:
        return self.process.poll() is None

    def kill(self) -> None:
        """kill -9 for it and its children, as when the power goes."""
        self._signal(signal.SIGKILL)
        self.process.wait(timeout=30)

    def stop(self) -> None:
        """Ask it to end; kill it if it does not."""
        self._signal(signal.SIGTERM)
        try:
            self.process.wait(timeout=20)
        finally:
            self._signal(signal.SIGKILL)
            self.process.wait(timeout=30)

    def _signal(self, number: signal.Signals) -> None:
        try:
            os.killpg(self.process.pid, number)
        except ProcessLookupError:
            return


def start_site(env: Mapping[str, str], log: Path, app: str = "shop:create_app()", *more: str) -> Running:
    """gunicorn with two processes on the port of the environment, once it answers."""
    port = int(env["PORT"])
    running = Running([*GUNICORN, "--workers", "2", "--bind", f"127.0.0.1:{port}", *more, app], env, log)

    def is_up() -> bool:
        assert running.is_alive, f"the site ended at once: {log.read_text(errors='replace')[-2000:]}"
        return answers(port)

    wait_until(is_up, 60, "the site answers")
    return running


def start_worker(env: Mapping[str, str], log: Path) -> Running:
    """flask work, as an operator starts it."""
    return Running([sys.executable, "-m", "flask", "--app", "shop", "work"], env, log)


def shop_command(env: Mapping[str, str], *words: str) -> str:
    """Run a command of the shop and return what it printed; CalledProcessError when it failed."""
    command = [sys.executable, "-m", "flask", "--app", "shop", *words]
    return subprocess.run(command, env=env, cwd=ROOT, check=True, text=True, stdout=subprocess.PIPE).stdout
