"""flask reference: regions, units, categories, kinds and public labels that the shop starts from."""

import click
from flask.cli import AppGroup

from shop.catalogue.commands.reference import sync_catalogue
from shop.platform.db import db, writing
from shop.programmes.commands.reference import sync_labels
from shop.regions.commands import sync_regions

commands = AppGroup("reference", help="Regions, units, categories, kinds and public labels.")


@commands.command("sync")
def sync() -> None:
    """Add what is missing; rows that staff edited stay as they are."""
    with writing():
        counts = [sync_regions(), sync_catalogue(), sync_labels()]
        db.session.commit()
    click.echo(f"Reference data: {sum(counts)} rows added.")
