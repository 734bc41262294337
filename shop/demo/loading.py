"""Loading of the example shop: refused where it could do harm, done once, the same for the same seed."""

import fcntl
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from sqlalchemy import exists, func, select

from shop.accounts.models import BuyingOrganisation, Office, PartnerAgency, User
from shop.catalogue.commands.indexing import rebuild_index
from shop.catalogue.commands.reference import sync_catalogue
from shop.catalogue.models import Product
from shop.config import Settings
from shop.curation.models import Bazaar, Collection
from shop.demo.aftermath import add_aftermath
from shop.demo.dice import Dice
from shop.demo.example import add_example, files_of_example, keys_of_example
from shop.demo.names import Names
from shop.demo.offices import add_offices
from shop.demo.people import Keyring
from shop.demo.pictures import Formats, store_pictures
from shop.demo.scale import add_many
from shop.demo.world import Account, World
from shop.inquiries.models import Inquiry
from shop.platform import images
from shop.platform.db import Base, db, refresh_statistics, writing
from shop.platform.marks import mark, set_mark
from shop.producers.models import Producer
from shop.programmes.commands.reference import sync_labels
from shop.programmes.models import Beneficiary, Programme, TrainingUnit
from shop.regions.commands import sync_regions

MARK = "demo"
EXAMPLE = 240
DEFAULT_SEED = 2026
SIZES = {"demo": None, "load": 12_000}
ACCOUNTS_FILE = "demo-accounts.json"
_REAL: tuple[type[Base], ...] = (
    User,
    Office,
    PartnerAgency,
    BuyingOrganisation,
    Producer,
    Product,
    Inquiry,
    Programme,
    TrainingUnit,
    Beneficiary,
    Collection,
    Bazaar,
)


class Refused(Exception):
    """The example shop is not loaded here; says why in plain words."""


def load(
    settings: Settings, *, products: int | None = None, seed: int = DEFAULT_SEED, formats: Formats = images.FORMATS
) -> bool:
    """Load the example shop, or with ``products`` so many in all, for measuring; False when it is there.

    Raises Refused for a database with rows of its own and for a shop that is open to the world.
    """
    if settings.is_https:
        raise Refused("This shop is open to the world (SHOP_BASE_URL is https): the example shop does not go there.")
    with _alone(settings.instance):
        loaded = _is_loaded()
        db.session.rollback()
        if loaded:
            return False
        world = World(Dice(seed), formats)
        keys = keys_of_example(world)
        store_pictures(files_of_example(), formats)
        with writing():
            if _is_loaded():  # another machine on the same database was faster
                return False
            set_mark(MARK, f"{products or 'demo'} seed {seed} {world.today.isoformat()}")
            db.session.flush()
            _fill(world, keys, products)
            _write_accounts(settings.instance / ACCOUNTS_FILE, world.accounts)
            refresh_statistics()
            db.session.commit()
        _index()
    return True


def _index() -> None:
    """Make the search index; it says how many documents it has so far."""
    total = db.session.scalar(select(func.count(Product.id))) or 0
    done = 0
    with _shown("Search index", total) as step:

        def tell(count: int) -> None:
            nonlocal done
            step(count - done)
            done = count

        rebuild_index(tell)
    db.session.rollback()


def _fill(world: World, keys: Keyring, products: int | None) -> None:
    sync_regions()
    sync_catalogue()
    sync_labels()
    many = 0 if products is None else products
    if products is None or products >= EXAMPLE:
        add_example(world, keys)
        many = max(0, many - EXAMPLE)
    else:
        add_offices(world, keys, Names(world.dice))
    if many:
        with _shown("Products", many) as step:
            add_many(world, many, step)
    world.rows.finish()
    add_aftermath(world)


@contextmanager
def _shown(label: str, length: int) -> Iterator[Callable[[int], None]]:
    """A progress bar for somebody who watches; silent otherwise."""
    with click.progressbar(length=length, label=label, file=sys.stderr, hidden=not sys.stderr.isatty()) as shown:
        yield shown.update


def _is_loaded() -> bool:
    """Whether the example shop is in the database; Refused when something else is."""
    if mark(MARK) is not None:
        return True
    if any(db.session.scalar(select(exists(select(table.__table__)))) for table in _REAL):
        raise Refused("This database already holds rows of its own: the example shop goes only into an empty one.")
    return False


@contextmanager
def _alone(instance: Path) -> Iterator[None]:
    """One loader at a time on this machine; a second one waits and then finds the shop loaded."""
    instance.mkdir(parents=True, exist_ok=True)
    with (instance / "demo.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _write_accounts(path: Path, accounts: list[Account]) -> None:
    """The sign-ins, for the eyes of this user only."""
    order = ["buyer", "producer", "companion", "curator", "officer", "provincial", "head", "partner", "admin"]
    listed = sorted(accounts, key=lambda one: order.index(one.role))
    draft = path.with_suffix(".new")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump([vars(one) for one in listed], file, ensure_ascii=False, indent=1)
    draft.replace(path)
