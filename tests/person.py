"""A person at the shop: opens pages, follows links, fills forms as a browser would, and every page is checked."""

import re
from collections.abc import Iterable
from contextvars import Context
from functools import cached_property
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag
from flask import has_app_context
from flask.testing import FlaskClient
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

from shop.platform.db import db
from tests.pages import PageFault, check_page

Values = MultiDict[str, Any]
LONG_IDS = re.compile(r"[\w.-]{20,}")
GOOD: set[tuple[bool, str]] = set()
"""Pages that were found good; the same page with other ids and tokens is not looked through again."""


class Person(FlaskClient):
    """The test client: each request starts as fresh as on a server, each HTML answer must be a good page."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        """Send a request; what the test wrote so far is committed first, so that the request sees it."""
        if has_app_context():
            db.session.commit()
        response: TestResponse = Context().run(super().open, *args, **kwargs)
        response.make_sequence()
        response.close()
        response.request.input_stream.close()  # a large upload lies in a temporary file
        faults = response_faults(response)
        if faults:
            raise PageFault("\n  ".join([f"{response.request.method} {response.request.path}:", *faults]))
        return response

    def visit(self, address: str, status: int = 200) -> "Page":
        """Open an address, follow redirects, and read the page at the end."""
        response = self.get(address, follow_redirects=True)
        assert response.status_code == status, f"{address} answered {response.status}"
        return Page(self, response)


class Page:
    """A page as it was answered."""

    def __init__(self, person: Person, response: TestResponse) -> None:
        self.person = person
        self.response = response

    @cached_property
    def soup(self) -> BeautifulSoup:
        return BeautifulSoup(self.response.get_data(as_text=True), "lxml")

    @property
    def status(self) -> int:
        return self.response.status_code

    @property
    def path(self) -> str:
        return self.response.request.path

    @property
    def heading(self) -> str:
        return squeezed(self.soup.h1)

    @property
    def text(self) -> str:
        """What is read on the page, each run of white space as one space."""
        return squeezed(self.soup.body)

    def texts(self, selector: str) -> list[str]:
        """The texts of all elements of a CSS selector."""
        return [squeezed(one) for one in self.soup.select(selector)]

    def follow(self, name: str, status: int = 200) -> "Page":
        """Follow the link of this name."""
        found = [link for link in self.soup.find_all("a") if name in (squeezed(link), link.get("aria-label"))]
        assert found, f"no link {name!r} on {self.path}"
        return self.person.visit(str(found[0]["href"]), status)

    def form(self, action: str = "", button: str = "") -> "Form":
        """The first form with a button of this name that goes to an address that ends so; without either the main form.

        A button may send its form elsewhere than the form's own action.
        """
        for tag in self.soup.select("main form"):
            form = Form(self.person, tag, action)
            if any(not button or squeezed(one) == button for one in form.buttons()):
                return form
        raise AssertionError(f"no form with action …{action!r} and button {button!r} on {self.path}")


class Form:
    """A form with the values that the page put in; only fields that are there can be filled."""

    def __init__(self, person: Person, form: Tag, action: str = "") -> None:
        self.person = person
        self.tag = form
        self.action = action
        self.values: Values = MultiDict()
        for control in self._controls():
            for value in values_of(control):
                self.values.add(str(control["name"]), value)

    def fill(self, **values: Any) -> "Form":
        """Type, choose or tick; a list gives a field several values, None empties or unticks it."""
        for name, value in values.items():
            self._put(name, value)
        return self

    def attach(self, name: str, content: bytes, filename: str) -> "Form":
        """Choose a file; called again, choose one more."""
        self._known(name)
        self.values.add(name, (BytesIO(content), filename))
        return self

    def send(self, button: str = "", status: int = 200) -> Page:
        """Press the button of this name (or the first), follow redirects, and read the page at the end."""
        pressed = self._button(button)
        values = self.values.copy()
        if pressed.get("name"):
            values.add(str(pressed["name"]), str(pressed.get("value", "")))
        address = self._address(pressed)
        if str(self.tag["method"]).lower() == "get":
            response = self.person.get(address, query_string=values, follow_redirects=True)
        else:
            kind = str(self.tag.get("enctype", "application/x-www-form-urlencoded"))
            response = self.person.post(address, data=values, content_type=kind, follow_redirects=True)
        assert response.status_code == status, f"{address} answered {response.status}"
        return Page(self.person, response)

    def buttons(self) -> list[Tag]:
        """The buttons that send this form to the address that was looked for."""
        found = [*self.tag.find_all("button", type="submit"), *self._elsewhere(["button"])]
        return [one for one in found if urlsplit(self._address(one)).path.endswith(self.action)]

    @property
    def address(self) -> str:
        """Where the first of its buttons goes, as the server reads it."""
        return self._address(self._button("")).partition("#")[0]

    def _address(self, button: Tag) -> str:
        return str(button.get("formaction") or self.tag["action"])

    def _put(self, name: str, value: Any) -> None:
        controls = self._known(name)
        several = value if isinstance(value, list | tuple) else [value]
        written = ["" if one is None else str(one) for one in several]
        allowed = offered(controls)
        unticked = value is None and allowed is not None
        if allowed is not None and not unticked:
            assert set(written) <= allowed, f"{name} offers {sorted(allowed)}, not {written}"
        self.values.setlist(name, [] if unticked else written)

    def _known(self, name: str) -> list[Tag]:
        controls = [one for one in self._controls() if one.get("name") == name]
        assert controls, f"the form has no field {name!r}"
        return controls

    def _controls(self) -> list[Tag]:
        """What is sent: the controls inside, and those elsewhere on the page that name this form."""
        kinds = ["input", "select", "textarea"]
        return [*self.tag.find_all(kinds), *self._elsewhere(kinds)]

    def _elsewhere(self, kinds: list[str]) -> list[Tag]:
        own = self.tag.get("id")
        page = list(self.tag.parents)[-1]
        return list(page.find_all(kinds, form=own)) if own else []

    def _button(self, name: str) -> Tag:
        buttons = [one for one in self.buttons() if not name or squeezed(one) == name]
        assert buttons, f"the form has no button {name!r}"
        return buttons[0]


def response_faults(response: TestResponse) -> list[str]:
    """What is wrong with any answer: as a page, and as something that a cache may keep."""
    control = response.cache_control
    cacheable = not control.private and bool(control.public or control.s_maxage or control.max_age)
    faults = ["a cacheable answer sets a cookie"] if cacheable and "Set-Cookie" in response.headers else []
    is_page = response.mimetype == "text/html" and response.status_code not in range(300, 400)
    if not is_page or response.request.method == "HEAD":
        return faults
    if "script-src 'self'" not in response.headers.get("Content-Security-Policy", ""):
        faults.append("no content security policy")
    html = response.get_data(as_text=True)
    alike = (cacheable, LONG_IDS.sub("", html))
    if alike not in GOOD:
        faults += check_page(html, cacheable=cacheable)
        GOOD.update([] if faults else [alike])
    return faults


def squeezed(tag: Tag | None) -> str:
    return " ".join(tag.get_text(" ").split()) if tag else ""


def values_of(control: Tag) -> Iterable[str]:
    """The values that a browser would send for a control that nobody touched."""
    kind = control.get("type", "text")
    if control.has_attr("disabled") or kind in {"file", "submit", "button", "image", "reset"}:
        return []
    if control.name == "textarea":
        return [control.get_text().replace("\r\n", "\n").removeprefix("\n")]
    if control.name == "select":
        options = control.find_all("option")
        chosen = [one for one in options if one.has_attr("selected")]
        return [choice(one) for one in chosen or (options[:1] if not control.has_attr("multiple") else [])]
    if kind in {"checkbox", "radio"} and not control.has_attr("checked"):
        return []
    return [str(control.get("value", "on" if kind in {"checkbox", "radio"} else ""))]


def offered(controls: list[Tag]) -> set[str] | None:
    """The values that may be chosen, or None where anything can be typed."""
    first = controls[0]
    if first.name == "select":
        return {choice(one) for one in first.find_all("option")}
    if first.get("type") in {"checkbox", "radio"}:
        return {str(one.get("value", "on")) for one in controls}
    return None


def choice(option: Tag) -> str:
    return str(option.get("value", squeezed(option)))
