"""flask work: the worker."""

import signal
import threading

import click
from flask.cli import with_appcontext

from shop.worker.loop import run_all, work


@click.command("work")
@click.option("--once", is_flag=True, help="Handle what is due and stop.")
@with_appcontext
def commands(once: bool) -> None:
    """Handle messages and run the clocks until stopped."""
    if once:
        click.echo(f"{run_all()} messages handled.")
        return
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    work(stop)
