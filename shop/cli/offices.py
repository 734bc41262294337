"""flask offices: the offices (dinas) that work with this shop."""

import click
from flask.cli import AppGroup

from shop.accounts.commands import OfficeFacts, add_office
from shop.accounts.types import OfficeLevel
from shop.cli.making import SYSTEM, kept_or_refused, the_office

commands = AppGroup("offices", help="Offices in which staff and companions work.")


@commands.command("add")
@click.option("--name", required=True, help='As people read it: "Dinas Sosial Kabupaten Tuban".')
@click.option("--level", required=True, type=click.Choice([str(level) for level in OfficeLevel]))
@click.option("--region", help="Code of its province (35) or regency (35.23); none for the ministry.")
@click.option("--slug", default="", help="Short name for other commands; made from the name if not given.")
@click.option("--parent", help="Slug of the office above it.")
@click.option("--phone", help="A mobile number, which buyers reach where a maker wants the office to answer.")
@click.option("--email", help="Where word for the office is mailed.")
def add(level: str, region: str | None, parent: str | None, **facts: str) -> None:
    """Add an office and print its slug."""
    with kept_or_refused():
        above = the_office(parent) if parent else None
        told = OfficeFacts(level=OfficeLevel(level), region_code=region, **facts)
        slug = add_office(facts=told, parent=above, actor=SYSTEM).slug
    click.echo(slug)
