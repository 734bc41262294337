"""No page of makers, companions, offices or accounts opens to a stranger, and no form goes without its token."""

import re

import pytest
from flask import Blueprint, Flask, redirect
from werkzeug.routing import Rule

from tests.architecture.sources import COMMENT, expect_none, short, template_files
from tests.person import Person

OPEN = frozenset({"public", "api", "health", "media", "assets"})
GUARDED = frozenset({"selling", "companion", "staff", "account"})
SAMPLES = {"int": 1, "IntegerConverter": 1, "RowNumber": 1}
FORM = re.compile(r"<form\b[^>]*method=\"post\".*?</form>|<form\b[^>]*method=\"post\".*", re.DOTALL | re.IGNORECASE)


def area_of(rule: Rule) -> str:
    return rule.endpoint.partition(".")[0]


def opened_without_token(source: str) -> list[str]:
    """Forms of a template that post and neither name the token nor leave it to the form that was validated."""
    forms = FORM.findall(COMMENT.sub("", source))
    return [form[:80] for form in forms if "csrf_token" not in form and "hidden_tag()" not in form]


def addresses(app: Flask, areas: frozenset[str], method: str) -> dict[str, str]:
    """One address for each endpoint of the areas that takes the method, with samples for its parts."""
    found: dict[str, str] = {}
    with app.test_request_context():
        for rule in app.url_map.iter_rules():
            if area_of(rule) in areas and method in (rule.methods or ()):
                samples = {name: SAMPLES.get(type(part).__name__, "x") for name, part in rule._converters.items()}
                built = rule.build({**samples, **(rule.defaults or {})}, append_unknown=False)
                if built:
                    found.setdefault(rule.endpoint, built[1])
    return found


def test_every_area_is_known_to_be_open_or_guarded(app: Flask) -> None:
    areas = {area_of(rule) for rule in app.url_map.iter_rules()}
    expect_none(areas - OPEN - GUARDED)


def test_every_guarded_area_has_one_guard_for_all_its_pages(app: Flask) -> None:
    areas = {area_of(rule) for rule in app.url_map.iter_rules()} & GUARDED
    assert areas
    expect_none(area for area in areas if not app.before_request_funcs.get(area))


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_stranger_gets_no_page_of_a_guarded_area(app: Flask, client: Person, method: str) -> None:
    app.config["WTF_CSRF_ENABLED"] = False
    assert addresses(app, GUARDED, method)
    expect_none(let_in(app, client, method))


def let_in(app: Flask, client: Person, method: str) -> list[str]:
    """The endpoints of guarded areas that answer a stranger with anything but "not here" or the way to sign in."""
    faults = []
    for endpoint, address in addresses(app, GUARDED, method).items():
        answer = client.open(address, method=method)
        sent_to_sign_in = answer.status_code in {302, 303} and "/masuk" in answer.headers["Location"]
        if answer.status_code not in {401, 403, 404} and not sent_to_sign_in:
            faults.append(f"{endpoint} answered {answer.status}")
    return faults


def test_an_area_without_a_guard_is_seen() -> None:
    app = Flask(__name__)
    app.test_client_class = Person
    stall, office = Blueprint("selling", __name__), Blueprint("staff", __name__)
    stall.add_url_rule("/lapak/<int:number>", "show", lambda number: {"number": number})
    office.add_url_rule("/dinas", "show", dict)
    office.before_request(lambda: redirect("/masuk"))
    app.register_blueprint(stall)
    app.register_blueprint(office)
    stranger = app.test_client()
    assert isinstance(stranger, Person)
    assert let_in(app, stranger, "GET") == ["selling.show answered 200 OK"]


def test_nothing_that_is_posted_from_a_page_is_accepted_without_its_token(app: Flask, client: Person) -> None:
    posted = addresses(app, frozenset({"public"}), "POST")
    assert posted
    expect_none(
        f"{endpoint} answered {answer.status}"
        for endpoint, answer in ((endpoint, client.post(address)) for endpoint, address in posted.items())
        if answer.status_code < 400 and "/masuk" not in answer.headers.get("Location", "")
    )


def test_every_form_in_a_template_that_posts_carries_the_token() -> None:
    expect_none(
        f"{short(path)}: {form}" for path in template_files() for form in opened_without_token(path.read_text())
    )


def test_a_form_without_a_token_is_seen() -> None:
    assert opened_without_token('<form method="post" action="/a"><button>Kirim</button></form>') != []
    assert opened_without_token('<form method="post" action="/a">{{ form.csrf_token }}</form>') == []
    assert opened_without_token('<form method="get" action="/a"><button>Cari</button></form>') == []
