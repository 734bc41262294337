"""The example shop in a folder of its own, really running: site and worker, with its sign-ins and its mails."""

import json
import re
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from email import message_from_bytes, policy
from pathlib import Path

import pyotp

from tests.processes import environment, free_port, shop_command, start_site, start_worker, wait_until
from tests.sharing import shared_folder

ADDRESS = re.compile(r"https?://\S+")


def load_example(folder: Path) -> None:
    """The example shop, by the commands that an operator uses."""
    env = environment(folder, 8000)
    for words in (["db", "upgrade"], ["reference", "sync"], ["demo", "load"]):
        shop_command(env, *words)


class Shopfront:
    """A copy of the example shop, answering on a port of its own."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder = folder
        self.url = f"http://127.0.0.1:{port}"
        self.accounts = json.loads((folder / "demo-accounts.json").read_text())
        self.codes_used: dict[str, int] = {}

    def account(self, role: str, *, office: str = "", producer: str = "") -> dict[str, str]:
        """The first sign-in of a role, of an office or a stall where one is named."""
        wanted = {
            "role": role,
            **({"office": office} if office else {}),
            **({"producer": producer} if producer else {}),
        }
        return next(one for one in self.accounts if wanted.items() <= one.items())

    def code(self, account: dict[str, str]) -> str:
        """A code of the second factor that was not used yet; the next one counts half a minute early."""
        totp = pyotp.TOTP(account["totp"])

        def unused() -> int | None:
            present = int(time.time()) // totp.interval
            last = self.codes_used.get(account["login"], 0)
            return next((step for step in (present, present + 1) if step > last), None)

        step = wait_until(unused, 40, "a code that was not used yet")
        self.codes_used[account["login"]] = step
        return totp.generate_otp(step)

    def count(self, statement: str, *values: str) -> int:
        """What one SELECT of a number finds in the database."""
        with closing(sqlite3.connect(f"file:{self.folder / 'shop.sqlite3'}?mode=ro", uri=True)) as database:
            return int(database.execute(statement, values).fetchone()[0])

    def link_in_mail(self, to: str, way: str, after: int = 0) -> str:
        """The address, in the newest mail to somebody, whose path holds ``way``; waits for the worker to send it."""

        def found() -> str | None:
            for text in reversed(self.mails(to)[after:]):
                links = [link for link in ADDRESS.findall(text) if way in link]
                if links:
                    return links[0].removeprefix(self.url)
            return None

        return wait_until(found, 30, f"a mail to {to} with a link to {way}")

    def mails(self, to: str) -> list[str]:
        """The words of all mails to an address, oldest first."""
        files = sorted((self.folder / "mail").glob("*.eml"), key=lambda path: (path.stat().st_mtime_ns, path.name))
        read = [message_from_bytes(path.read_bytes(), policy=policy.default) for path in files]
        return [one.get_body(("plain",)).get_content() for one in read if to in str(one["To"])]


@contextmanager
def opened(base: Path) -> Iterator[Shopfront]:
    """Copy the example shop into the base folder and run site and worker until the caller is done."""
    folder = shutil.copytree(shared_folder(base, "example-shop", load_example), base / "shopfront")
    port = free_port()
    env = environment(folder, port)
    worker = start_worker(env, folder / "worker.log")
    try:
        site = start_site(env, folder / "site.log")
        try:
            yield Shopfront(folder, port)
        finally:
            site.stop()
    finally:
        worker.stop()
