"""flask companions: people who help makers (pendamping, TKSK)."""

import click
from flask.cli import AppGroup

from shop.accounts.commands import create_user
from shop.accounts.commands.users import NewUser
from shop.cli.making import SYSTEM, kept_or_refused, new_password, show_sign_in, the_office
from shop.producers.commands import add_companion
from shop.producers.types import CompanionType

commands = AppGroup("companions", help="Companions of makers.")


@commands.command("add")
@click.option("--name", required=True, help="The person's name.")
@click.option("--phone", default="", help="The phone with which the person signs in, or")
@click.option("--email", default="", help="the e-mail; one of both is needed.")
@click.option("--office", required=True, help="Slug of the office.")
@click.option("--type", "kind", type=click.Choice([str(kind) for kind in CompanionType]), default="pendamping")
def add(name: str, phone: str, email: str, office: str, kind: str) -> None:
    """Make a companion; prints the password once. Whom they help is assigned on the maker's page in the shop."""
    password = new_password()
    with kept_or_refused():
        place = the_office(office)
        wanted = NewUser(name=name, phone=phone, email=email, secret=password)
        user = create_user(wanted=wanted, actor=SYSTEM)
        add_companion(user=user, office=place, kind=CompanionType(kind), actor=SYSTEM)
        login = user.phone or user.email or ""
    show_sign_in(name, {"login": login, "password": password})
