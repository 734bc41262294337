"""A person in a real browser: reads, follows, fills and presses, by hand or by keyboard alone."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page

from shop.text.language import gettext, using
from tests.journeys import keys
from tests.journeys.watching import Watch, faults_of

PATIENCE = 60_000
SHAPES = "class|type|name|id|for|role|hidden|open|checked|aria-(?!label=)"
WORDS = re.compile(rf">[^<]+<|\b(?!{SHAPES})[\w-]+=\"[^\"]*\"|[\w-]{{20,}}|\d+")
"""What two pages of one shape may differ in: words, addresses and values, of which each language has its own."""
HEIGHTS = {360: 640, 1280: 800}


@dataclass(frozen=True)
class Way:
    """How somebody visits."""

    width: int
    lang: str
    script: bool
    keyboard: bool = False

    def __str__(self) -> str:
        return f"{self.width}-{self.lang}{'' if self.script else '-noscript'}{'-keyboard' if self.keyboard else ''}"


def ways(*phones: tuple[str, bool], keyboard: int) -> Any:
    """For each language with or without script on the phone also its opposite on the desk.

    The first on the screen of this width goes by keyboard alone. Over all journeys every pair occurs.
    """
    each: list[Way] = []
    for lang, script in phones:
        each += [Way(360, lang, script), Way(1280, "en" if lang == "id" else "id", not script)]
    place = next(place for place, one in enumerate(each) if one.width == keyboard)
    each[place] = replace(each[place], keyboard=True)
    return pytest.mark.parametrize("way", each, ids=str)


class Visitor:
    """One browser context; every page that it opens is checked, and what is wrong is told at the end.

    ``looked_at`` is a folder with a mark for each shape of page that was checked.
    """

    def __init__(self, browser: Browser, url: str, way: Way, looked_at: Path) -> None:
        self.way = way
        self.url = url
        self.looked_at = looked_at
        self.context = browser.new_context(
            base_url=url,
            viewport={"width": way.width, "height": HEIGHTS[way.width]},
            java_script_enabled=way.script,
            locale="id-ID" if way.lang == "id" else "en-GB",
        )
        self.context.set_default_timeout(PATIENCE)
        self.watch = Watch(self.context, url)
        self.page = self.context.new_page()
        self.twin: Page | None = (
            None if way.script else browser.new_context(base_url=url, viewport=self._size).new_page()
        )
        self.faults: list[str] = []

    @property
    def _size(self) -> Any:
        return {"width": self.way.width, "height": HEIGHTS[self.way.width]}

    def close(self) -> list[str]:
        """End the visit and say everything that was wrong on it."""
        if self.twin:
            self.twin.context.close()
        self.context.close()
        return list(dict.fromkeys(self.faults + self.watch.faults))

    # What it reads

    def say(self, words: str, **params: Any) -> str:
        """Words of the shop in the visitor's language."""
        with using(self.way.lang):
            return gettext(words, **params)

    def path(self, path: str) -> str:
        """An address in the visitor's language."""
        return path if self.way.lang == "id" else f"/en{path}".removesuffix("/")

    @property
    def heading(self) -> str:
        return " ".join(self.page.locator("h1").inner_text().split())

    @property
    def text(self) -> str:
        """What is read on the page, each run of white space as one space."""
        return " ".join(self.page.locator("body").inner_text().split())

    def look(self) -> None:
        """Check the page that stands open, unless somebody checked one of the same shape before at this width."""
        alike = f"{self.way.width} {self.way.script} {WORDS.sub('', self.page.content())}"
        try:
            (self.looked_at / sha256(alike.encode()).hexdigest()).touch(exist_ok=False)
        except FileExistsError:
            return
        self.faults += faults_of(self.page, self.twin)

    # What it does

    def open(self, path: str, status: int = 200) -> None:
        """Go to an address as written (with ``path`` in the visitor's language)."""
        answer = self.page.goto(path)
        assert answer is not None
        assert answer.status == status, f"{path} answered {answer.status}"
        self.look()

    def follow(self, words: str, within: str = "body", **params: Any) -> None:
        """Follow the link of this name."""
        name = self.say(words, **params)
        link = self.page.locator(within).get_by_role("link", name=name, exact=True).locator("visible=true").first
        self._leave(lambda: self.tap(link))

    def press(self, words: str, within: str = "main", **params: Any) -> None:
        """Press the button of this name and read the page that follows."""
        self._leave(lambda: self.tap(self.button(words, within, **params)))

    def button(self, words: str, within: str = "main", **params: Any) -> Locator:
        name = self.say(words, **params)
        return self.page.locator(within).get_by_role("button", name=name, exact=True).locator("visible=true").first

    def follow_to(self, ending: str, within: str = "main") -> None:
        """Follow the first link whose address ends so."""
        link = self.page.locator(f"{within} a[href$='{ending}']").locator("visible=true").first
        self._leave(lambda: self.tap(link))

    def follow_with(self, words: str, within: str = "main") -> None:
        """Follow the first link that holds these words, written by people and not translated."""
        link = self.page.locator(f"{within} a").filter(has_text=words).locator("visible=true").first
        self._leave(lambda: self.tap(link))

    def press_at(self, button: Locator) -> None:
        """Press a button that was found otherwise than by its whole name."""
        self._leave(lambda: self.tap(button))

    def unfold(self, words: str, within: str = "main", **params: Any) -> None:
        """Open what is folded under these words."""
        self.tap(self.page.locator(within).locator("summary").filter(has_text=self.say(words, **params)).first)

    def fill(self, within: str = "main form", **values: Any) -> None:
        """Type, choose or tick in boxes known by name; True and False are for ticks, paths for files."""
        for name, value in values.items():
            box = self.page.locator(f"{within} [name='{name}']")
            self._put(box, value)

    def choose(self, name: str, words: str = "", within: str = "main form") -> None:
        """Choose by the words of an option, or the first that says anything."""
        options = self.page.locator(f"{within} [name='{name}'] option:not([value=''])")
        option = options.filter(has_text=words).first if words else options.first
        self.fill(within, **{name: option.get_attribute("value")})

    def tap(self, target: Locator) -> None:
        """Press what is there, with the hand or with Enter."""
        if self.way.keyboard:
            self._reach(target)
            self.page.keyboard.press("Enter")
        else:
            target.click()

    def _leave(self, act: Callable[[], None]) -> None:
        with self.page.expect_navigation(wait_until="load"):
            act()
        self.look()

    def _reach(self, target: Locator) -> None:
        self.faults += keys.reach(self.page, target)

    def _put(self, box: Locator, value: Any) -> None:
        kind = box.first.evaluate("one => one.type")
        if kind == "file":
            self._choose_file(box.first, value)
        elif kind in {"radio", "checkbox"}:
            self._tick(box, value)
        elif self.way.keyboard:
            self._reach(box.first)
            keys.put(self.page, box.first, kind, str(value))
        elif kind == "select-one":
            box.first.select_option(str(value))
        else:
            box.first.fill(str(value))

    def _tick(self, boxes: Locator, value: Any) -> None:
        box = boxes.first if isinstance(value, bool) else boxes.and_(self.page.locator(f"[value='{value}']")).first
        if box.is_checked() is bool(value):
            return
        if self.way.keyboard:
            self._reach(box)
            keys.tick(self.page, box)
        else:
            self._touch(self.page.locator(f"label[for='{box.get_attribute('id')}']"))
        assert box.is_checked() is bool(value)

    def _touch(self, label: Locator) -> None:
        """Press where a person would: in the middle of what is read, whatever lies on top there."""
        label.evaluate("one => one.scrollIntoView({block: 'center', behavior: 'instant'})")
        where = label.bounding_box()
        assert where is not None
        self.page.mouse.click(where["x"] + where["width"] / 2, where["y"] + where["height"] / 2)

    def _choose_file(self, box: Locator, file: Path) -> None:
        if not self.way.keyboard:
            box.set_input_files(file)
            return
        self._reach(box)
        with self.page.expect_file_chooser() as chooser:
            self.page.keyboard.press("Space")
        chooser.value.set_files(file)
