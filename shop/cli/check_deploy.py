"""flask check-deploy: what of an installation should be mended before people rely on it."""

from collections.abc import Iterator
from pathlib import Path

import click
from flask import current_app
from flask.cli import with_appcontext

from shop.accounts.offices import administrators
from shop.accounts.places import all_offices
from shop.config import Settings
from shop.platform.exposure import folder_of, open_to_others
from shop.platform.health import look
from shop.text.catalogues import uncompiled


@click.command("check-deploy")
@with_appcontext
def commands() -> None:
    """Look at settings, folders, words, people and the worker; ends with 1 when something is to be mended."""
    settings: Settings = current_app.extensions["settings"]
    found = [*_settings(settings), *_folders(settings), *_words(), *_people(), *_processes(settings)]
    for problem in found:
        click.echo(f"- {problem}")
    if found:
        raise SystemExit(1)
    click.echo("Nothing to mend was found.")


def _settings(settings: Settings) -> Iterator[str]:
    if not settings.is_https:
        yield "SHOP_BASE_URL is http: only this machine can open the shop."
    elif settings.trusted_proxies == 0:
        yield "SHOP_TRUSTED_PROXIES is 0: behind nginx all visitors share one address, and its limits."
    if settings.mail_url.startswith("folder:"):
        yield "SHOP_MAIL_URL is a folder: no mail leaves this machine."
    if settings.development:
        yield "SHOP_DEVELOPMENT is on."


def _folders(settings: Settings) -> Iterator[str]:
    addresses = (settings.database_url, settings.storage_url, settings.mail_url)
    places = [settings.instance, *(folder_of(one) for one in addresses), Path.cwd() / ".env"]
    for place in dict.fromkeys(place for place in places if place is not None):
        if open_to_others(place):
            yield f"{place} can be read by every user of this machine: chmod o-rwx {place}"


def _words() -> Iterator[str]:
    for language in uncompiled():
        yield f"The words in {language} are not those of the code: .venv/bin/pip install -c constraints.txt ..."


def _people() -> Iterator[str]:
    if not administrators():
        yield "Nobody runs the site: flask --app shop users add --role admin ..."
    if not all_offices():
        yield "There is no office: flask --app shop offices add ..."


def _processes(settings: Settings) -> Iterator[str]:
    health = look(settings.instance)
    if not health.database:
        yield "The database takes no writes."
    if not health.disk:
        yield "The disk is nearly full."
    if not health.search:
        yield "There is no search index: flask --app shop search reindex"
    if not health.worker:
        yield "No worker keeps up with the outbox."
    if health.outbox_failed:
        yield f"{health.outbox_failed} messages could not be handled; administrators see them under /dinas/pesan."
