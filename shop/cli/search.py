"""flask search: the index that lists and searches read."""

import sys
from time import monotonic

import click
from flask.cli import AppGroup

from shop.catalogue.commands.indexing import rebuild_index
from shop.platform.search_index import IndexBusy

commands = AppGroup("search", help="The search index.")


@commands.command("reindex")
def reindex() -> None:
    """Make the index anew from the database; the old one serves until the new one is whole."""
    started = monotonic()
    shows = sys.stderr.isatty()

    def progress(count: int) -> None:
        if shows:
            click.echo(f"\r{count:,} products", nl=False, err=True)

    try:
        count = rebuild_index(progress)
    except IndexBusy as error:
        raise click.ClickException("Another process is writing the index: try again in a moment.") from error
    click.echo(f"{chr(13) if shows else ''}Search index: {count:,} products in {monotonic() - started:.1f} s.")
