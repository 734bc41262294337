"""flask users: staff, partners and administrators are made here, where nobody is signed in yet."""

import click
import pyotp
from flask.cli import AppGroup

from shop.accounts.commands import add_membership, create_user
from shop.accounts.commands.users import NewUser
from shop.accounts.models import Office, PartnerAgency
from shop.accounts.types import Role
from shop.cli.making import SYSTEM, kept_or_refused, new_password, show_sign_in, the_agency, the_office

commands = AppGroup("users", help="People who sign in.")


@commands.command("add")
@click.option("--name", required=True, help="The person's name.")
@click.option("--email", required=True, help="The e-mail with which the person signs in.")
@click.option("--role", required=True, type=click.Choice([str(role) for role in Role]))
@click.option("--office", help="Slug of the office; not for partners and administrators.")
@click.option("--partner", help="Slug of the partner agency; for partners.")
def add(name: str, email: str, role: str, office: str | None, partner: str | None) -> None:
    """Make somebody with a role; prints password and second factor once, here and nowhere else."""
    password, code = new_password(), pyotp.random_base32()
    with kept_or_refused():
        place = _place(office, partner)
        wanted = NewUser(name=name, email=email, secret=password, totp=code)
        user = create_user(wanted=wanted, actor=SYSTEM, strong=True)
        add_membership(user=user, role=Role(role), place=place, actor=SYSTEM)
    show_sign_in(name, {"login": email.strip().lower(), "password": password, "TOTP": code})


def _place(office: str | None, partner: str | None) -> Office | PartnerAgency | None:
    if office and partner:
        raise click.UsageError("Name an office or a partner agency, not both.")
    if office:
        return the_office(office)
    return the_agency(partner) if partner else None
