"""flask users: staff, partners and administrators are made here, where nobody is signed in yet."""

import secrets

import click
import pyotp
from flask.cli import AppGroup
from sqlalchemy import select

from shop.accounts.commands import add_membership, create_user
from shop.accounts.commands.users import NewUser
from shop.accounts.models import Office, PartnerAgency
from shop.accounts.types import Actor, Role
from shop.lib.errors import ShopError
from shop.platform.db import db, writing
from shop.text.errors import sentence
from shop.text.language import using

commands = AppGroup("users", help="People who sign in.")

_SYSTEM = Actor(via="cli", is_system=True)
_PASSWORD_BYTES = 15


@commands.command("add")
@click.option("--name", required=True, help="The person's name.")
@click.option("--email", required=True, help="The e-mail with which the person signs in.")
@click.option("--role", required=True, type=click.Choice([str(role) for role in Role]))
@click.option("--office", help="Slug of the office; not for partners and administrators.")
@click.option("--partner", help="Slug of the partner agency; for partners.")
def add(name: str, email: str, role: str, office: str | None, partner: str | None) -> None:
    """Make somebody with a role; prints password and second factor once, here and nowhere else."""
    password, code = secrets.token_urlsafe(_PASSWORD_BYTES), pyotp.random_base32()
    try:
        with writing():
            place = _place(office, partner)
            wanted = NewUser(name=name, email=email, secret=password, totp=code)
            user = create_user(wanted=wanted, actor=_SYSTEM, strong=True)
            add_membership(user=user, role=Role(role), place=place, actor=_SYSTEM)
            db.session.commit()
    except ShopError as error:
        db.session.rollback()
        with using("en"):
            raise click.ClickException(sentence(error)) from error
    click.echo(f"{name} can sign in with")
    for label, value in (("login", email.strip().lower()), ("password", password), ("TOTP", code)):
        click.echo(f"  {label:<10}{value}")
    click.echo("They are shown only now. The person changes the password after signing in.")


def _place(office: str | None, partner: str | None) -> Office | PartnerAgency | None:
    """The office or agency that a slug names."""
    if office and partner:
        raise click.UsageError("Name an office or a partner agency, not both.")
    found: Office | PartnerAgency | None = None
    if office:
        found = db.session.scalar(select(Office).where(Office.slug == office))
    elif partner:
        found = db.session.scalar(select(PartnerAgency).where(PartnerAgency.slug == partner))
    if (office or partner) and found is None:
        raise click.UsageError(f"Nothing has the slug {office or partner}.")
    return found
