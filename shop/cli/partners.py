"""flask partners: agencies and companies that work with an office."""

import click
from flask.cli import AppGroup

from shop.accounts.commands import add_agency
from shop.accounts.types import PartnerKind
from shop.cli.making import SYSTEM, kept_or_refused

commands = AppGroup("partners", help="Partner agencies.")


@commands.command("add")
@click.option("--name", required=True)
@click.option("--kind", required=True, type=click.Choice([str(kind) for kind in PartnerKind]))
@click.option("--region", help="Code of the province or regency; none for the whole country.")
@click.option("--slug", default="", help="Short name for other commands; made from the name if not given.")
def add(name: str, kind: str, region: str | None, slug: str) -> None:
    """Add a partner agency and print its slug."""
    with kept_or_refused():
        agency = add_agency(name=name, kind=PartnerKind(kind), region_code=region, slug=slug, actor=SYSTEM)
        made = agency.slug
    click.echo(made)
