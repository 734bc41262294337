"""The pictures of the example shop, put through the pipeline on all cores, each once however often it is used."""

import os
import sys
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial

import click

from shop.catalogue.photos import master_name, rendition_name
from shop.demo.content import PICTURES
from shop.demo.dice import Dice
from shop.platform import images, storage

Formats = tuple[images.Format, ...]
SIDE = 800  # every source picture is a square of this many pixels


@cache
def picture_key(file: str) -> str:
    """Under which key a source picture lies in storage, the same in every example shop."""
    return Dice(file).public_id()


def made_formats(formats: Formats) -> list[str]:
    """What is made of every picture, as a photo's row tells it."""
    return sorted(f"{name}:{width}" for name in formats for width in _widths())


def store_pictures(files: Iterable[str], formats: Formats) -> None:
    """Make and store what is missing of these pictures; Pillow lets threads use every core."""
    missing = [file for file in sorted(set(files)) if not _is_stored(file, formats)]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        done = pool.map(partial(_store, formats), missing)
        with click.progressbar(
            done, length=len(missing), label="Pictures", file=sys.stderr, hidden=not sys.stderr.isatty()
        ) as shown:
            for _ in shown:
                continue


def _widths() -> list[int]:
    return sorted({min(width, SIDE) for width in images.WIDTHS})


def _is_stored(file: str, formats: Formats) -> bool:
    """The widest file of the last format is written last."""
    return storage.current().exists(rendition_name(picture_key(file), _widths()[-1], formats[-1]))


def _store(formats: Formats, file: str) -> None:
    key = picture_key(file)
    master = images.master((PICTURES / file).read_bytes())
    storage.current().put(master_name(key), master, durable=False)
    for rendition in images.renditions(master, formats=formats):
        name = rendition_name(key, rendition.width, rendition.format)
        storage.current().put(name, rendition.data, durable=False)
