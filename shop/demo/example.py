"""The example shop that people look at: sixty makers, 240 products, a year of inquiries."""

from shop.demo.asking import add_inquiries
from shop.demo.buyers import BUYER_ACCOUNTS, add_buyers
from shop.demo.capacity import add_capacity
from shop.demo.content import content
from shop.demo.goods import add_goods
from shop.demo.makers import add_assignments, add_makers, add_stories
from shop.demo.names import Names
from shop.demo.offices import add_companions, add_offices, add_partners, strong_logins
from shop.demo.people import Keyring, hashed, password_pool, pin_pool
from shop.demo.records import add_aid_and_visits, add_programmes, add_records
from shop.demo.showcase import add_showcase
from shop.demo.world import World


def files_of_example() -> list[str]:
    """The source pictures that products and stories show."""
    shown = [photo["file"] for row in content("products") for photo in row["photos"]]
    return shown + [row["picture"] for row in content("stories") if row["picture"]]


def keys_of_example(world: World) -> Keyring:
    """Throw every PIN and password and hash them; takes seconds, so before the write transaction."""
    pins = pin_pool(world.dice, len(content("producers")) + len(content("companions")) + BUYER_ACCOUNTS)
    passwords = password_pool(world.dice, strong_logins())
    world.hashes = hashed([*pins, *passwords])
    return Keyring(pins, passwords)


def add_example(world: World, keys: Keyring) -> None:
    """Everything that the database holds."""
    names = Names(world.dice)
    add_offices(world, keys, names)
    add_partners(world, keys)
    companions = add_companions(world, keys)
    add_programmes(world)
    add_makers(world, keys)
    add_assignments(world, companions)
    add_stories(world)
    add_records(world, names)
    add_aid_and_visits(world)
    add_goods(world)
    add_showcase(world)
    buyers = add_buyers(world, keys)
    add_inquiries(world, buyers)
    add_capacity(world)
