"""What commands share that make people and places: they act for the system, and refuse in plain words."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager

import click

from shop.accounts.models import Office, PartnerAgency
from shop.accounts.places import agency_by_slug, office_by_slug
from shop.accounts.types import Actor
from shop.lib.errors import ShopError
from shop.platform.db import db, writing
from shop.text.errors import sentence
from shop.text.language import using

SYSTEM = Actor(via="cli", is_system=True)
_PASSWORD_BYTES = 15


@contextmanager
def kept_or_refused() -> Iterator[None]:
    """Commit what is made inside; what the shop refuses is undone and said."""
    try:
        with writing():
            yield
            db.session.commit()
    except ShopError as error:
        db.session.rollback()
        with using("en"):
            raise click.ClickException(sentence(error)) from error


def the_office(slug: str) -> Office:
    """The office that a slug names."""
    found = office_by_slug(slug)
    if found is None:
        raise click.UsageError(f"No office has the slug {slug}.")
    return found


def the_agency(slug: str) -> PartnerAgency:
    """The partner agency that a slug names."""
    found = agency_by_slug(slug)
    if found is None:
        raise click.UsageError(f"No partner agency has the slug {slug}.")
    return found


def new_password() -> str:
    return secrets.token_urlsafe(_PASSWORD_BYTES)


def show_sign_in(name: str, facts: dict[str, str]) -> None:
    """Print how somebody signs in, once."""
    click.echo(f"{name} can sign in with")
    for label, value in facts.items():
        click.echo(f"  {label:<10}{value}")
    click.echo("They are shown only now. The person changes the password after signing in.")
