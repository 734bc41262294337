"""flask demo: the example shop."""

import time

import click
from flask import current_app
from flask.cli import AppGroup

from shop.config import Settings
from shop.demo.loading import DEFAULT_SEED, SIZES, Refused, load

commands = AppGroup("demo", help="The example shop: makers, products and inquiries that are all invented.")


class _Size(click.ParamType[int | None]):
    """demo, load or a number of products."""

    name = "demo|load|number"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> int | None:
        if value in SIZES:
            return SIZES[value]
        if value.isascii() and value.isdecimal() and int(value) > 0:
            return int(value)
        return self.fail("write demo, load or a number of products", param, ctx)


@commands.command("load")
@click.option("--size", type=_Size(), default="demo", show_default=True, help="How much: the shop to look at, or more.")
@click.option("--seed", type=int, default=DEFAULT_SEED, show_default=True, help="Another number throws other ids.")
def load_example(size: int | None, seed: int) -> None:
    """Load the example shop into an empty database; does nothing when it is there."""
    settings: Settings = current_app.extensions["settings"]
    began = time.monotonic()
    try:
        loaded = load(settings, products=size, seed=seed)
    except Refused as refusal:
        raise click.ClickException(str(refusal)) from refusal
    if loaded:
        click.echo(f"The example shop is loaded ({time.monotonic() - began:.0f} s).")
    else:
        click.echo("The example shop is already loaded.")
