"""Who is signed in: the cookies, the session behind them, and where a person goes after signing in."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import cast
from urllib.parse import urlsplit

from flask import current_app, flash, g, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from shop.accounts import commands
from shop.accounts.commands.devices import SLIDING, STAFF_ABSOLUTE, TOUCH_EVERY, Browser, Opened
from shop.accounts.policies import OFFICE_ROLES
from shop.accounts.queries import SignedIn, signed_in
from shop.accounts.types import Actor, Role
from shop.lib.clock import now
from shop.lib.errors import Forbidden, Invalid, NotFound, ShopError
from shop.lib.networks import counted_network, network_of
from shop.platform.db import db, writing
from shop.producers.scopes import scopes_of_user
from shop.text.errors import sentence
from shop.text.language import SOURCE_LANGUAGE
from shop.web.application import Shop
from shop.web.forms import ActionForm, ShopForm

SESSION, KNOWN, PENDING = "sesi", "kenal", "kode"
KNOWN_LASTS = timedelta(days=400)
PENDING_LASTS = timedelta(minutes=10)
_SAFE = frozenset({"GET", "HEAD"})
_BROWSERS = (("Edg", "Edge"), ("OPR", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"))
_SYSTEMS = ("Android", "iPhone", "iPad", "Windows", "Mac OS", "Linux")


def look_up() -> SignedIn | None:
    """The session of this request, looked up once; sets ``g.actor`` with its scopes over makers."""
    if "signed_in" not in g:
        token = token_of(SESSION)
        found = signed_in(token) if token else None
        if found:
            _keep_alive(found)
            g.actor = replace(found.actor, scopes=scopes_of_user(found.user.id))
        g.signed_in = found
    return cast("SignedIn | None", g.signed_in)


def _keep_alive(found: SignedIn) -> None:
    """Note the use of a session, at most every ten minutes, in a transaction of its own."""
    if now() - found.device.last_seen_at < TOUCH_EVERY:
        return
    db.session.rollback()
    with writing():
        commands.touch_device(device=found.device)
        db.session.commit()


def present() -> SignedIn:
    """The session of this request, on pages whose guard has made sure of one."""
    found = look_up()
    if found is None:
        raise Forbidden("not_allowed")
    return found


def sign_in_first() -> ResponseReturnValue | None:
    """A guard: whoever is not signed in goes to the sign-in page, and from there back."""
    if look_up() is not None:
        return None
    return redirect(url_for("public.session.new", next=wanted_page()))


def wanted_page() -> str | None:
    """The page to come back to: the one that was asked for, or for what was sent the one it was sent from."""
    safe = request.method in _SAFE
    return same_site(request.full_path.rstrip("?") if safe else urlsplit(request.referrer or "").path)


def roles_first() -> ResponseReturnValue | None:
    """A guard for offices: signed in, and roles in force; a password or second factor that is missing is set up."""
    answer = sign_in_first()
    if answer is None and present().unfinished:
        return redirect(url_for("account.security.index"))
    if answer is None and not present().actor.roles:
        raise Forbidden("not_allowed")
    return answer


def stall_first() -> ResponseReturnValue | None:
    """A guard for stalls: signed in, and with rights over at least one maker."""
    answer = sign_in_first()
    if answer is None and not g.actor.scopes:
        raise Forbidden("not_allowed")
    return answer


def token_of(name: str) -> str | None:
    """The token in one of our cookies."""
    return request.cookies.get(_prefixed(name)) or None


def browser() -> Browser:
    """What is known of the browser that asks."""
    label = device_label(request.user_agent.string)
    return Browser(known_token=token_of(KNOWN), old_token=token_of(SESSION), label=label, address=network())


def network() -> str:
    """The network that limits count by."""
    return network_of(request.remote_addr)


def limited_network() -> str | None:
    """The network that generous limits count by; on a site that serves this machine alone nobody is limited."""
    settings = cast(Shop, current_app).shop_settings
    local = settings.is_loopback and not settings.trusted_proxies
    return counted_network(request.remote_addr, local=local)


def device_label(user_agent: str) -> str:
    """Browser and system in two words, for the list of devices."""
    name = next((word for mark, word in _BROWSERS if mark in user_agent), "")
    name = name or ("Chrome" if "Chrome" in user_agent else "Safari" if "Safari" in user_agent else "")
    system = next((word for word in _SYSTEMS if word in user_agent), "")
    return ", ".join(word for word in (name, system) if word)


def same_site(target: str | None) -> str | None:
    """The target if it is a path of this site that is worth returning to, else None."""
    if not target or not target.startswith("/") or target.startswith("//") or re.search(r"[\\\x00-\x20]", target):
        return None
    plain = target.removeprefix("/en")
    return None if plain.startswith(("//", "/masuk", "/keluar", "/daftar", "/tautan")) else target


def welcome(opened: Opened, target: str | None) -> Response:
    """The answer to a sign-in that got through: on to the code, or with a new session to where they were going."""
    if opened.needs_code:
        response = redirect(url_for("public.session.code", next=same_site(target)))
        _set(response, PENDING, opened.token, PENDING_LASTS)
        return response
    found = signed_in(opened.token)
    session.clear()
    response = redirect(same_site(target) or (home_of(found) if found else url_for("account.home.index")))
    _set(response, SESSION, opened.token, STAFF_ABSOLUTE if found and found.is_staff else SLIDING)
    if opened.known_token:
        _set(response, KNOWN, opened.known_token, KNOWN_LASTS)
    _drop(response, PENDING)
    return response


def home_of(found: SignedIn) -> str:
    """Where a signed-in person begins: the office, the stall, or the account."""
    if found.unfinished:
        return url_for("account.security.index")
    if (desk := desk_of(found.actor)) is not None:
        return desk
    return area_path("/lapak") if scopes_of_user(found.user.id) else url_for("account.home.index")


def desk_of(actor: Actor) -> str | None:
    """Where an office works, or a partner agency finds makers; None for everybody else."""
    if actor.has_role(*OFFICE_ROLES):
        return area_path("/dinas")
    return area_path("/dinas/mitra") if actor.has_role(Role.PARTNER) else None


def farewell() -> Response:
    """The answer to a sign-out: the session is over here and on the server."""
    token = token_of(SESSION)
    if token:
        commands.sign_out(token=token)
    session.clear()
    response = redirect(url_for("public.home.index"))
    _drop(response, SESSION)
    return response


def pressed() -> bool:
    """Whether a button without fields was pressed on a page of ours; says so where its token has run out."""
    fine = ActionForm().validate()
    if not fine:
        flash(sentence(Invalid("form_expired")), "error")
    return fine


@contextmanager
def refusals(form: ShopForm) -> Iterator[None]:
    """Like ``form.refusals()`` for commands that commit what must outlive a refusal: only the rest is undone."""
    try:
        yield
    except (NotFound, Forbidden):
        raise
    except ShopError as error:
        db.session.rollback()
        form.refuse(error)


def shop_name() -> str:
    """The name of this shop, as authenticator apps show it."""
    return cast("Shop", current_app).shop_settings.name


def area_path(path: str) -> str:
    """The path in the language of this page."""
    return path if g.get("lang", SOURCE_LANGUAGE) == SOURCE_LANGUAGE else f"/{g.lang}{path}"


def _prefixed(name: str) -> str:
    return cast("Shop", current_app).shop_settings.cookie_prefix + name


def _set(response: Response, name: str, token: str, lasts: timedelta) -> None:
    secure = cast("Shop", current_app).shop_settings.is_https
    response.set_cookie(_prefixed(name), token, max_age=lasts, secure=secure, httponly=True, samesite="Lax")


def _drop(response: Response, name: str) -> None:
    secure = cast("Shop", current_app).shop_settings.is_https
    response.delete_cookie(_prefixed(name), secure=secure, httponly=True, samesite="Lax")
