"""Which stall a person works at, what may be done there, and the frame of its pages."""

from dataclasses import replace
from typing import Any

from flask import g, redirect, request, session, url_for
from flask.typing import ResponseReturnValue

from shop.accounts.notices import unread_count
from shop.catalogue.stall import weeks_ahead
from shop.lib.errors import NotFound
from shop.producers.models import Producer
from shop.producers.scopes import own_stalls
from shop.producers.stall import stall_by_public_id
from shop.producers.types import Right
from shop.text.formats import week_words
from shop.text.language import gettext as _
from shop.web.cards import initials
from shop.web.selling.owners import owner_of_address
from shop.web.sessions import stall_first, wanted_page

KEY = "lapak"
_CHOICE = "selling.choice.index"
_OWN_IDS = ("public_id", "key")


def choose_first() -> ResponseReturnValue | None:
    """The guard: signed in, with rights over a maker, and one of them chosen where there are several."""
    answer = stall_first()
    if answer is not None or request.endpoint == _CHOICE:
        return answer
    chosen, owner = _chosen(), _owner()
    if owner is not None and (chosen is None or request.method == "POST"):
        session[KEY] = chosen = owner
    unnamed = owner is None and request.method == "POST" and len(g.actor.scopes) > 1
    if chosen is None or unnamed or owner not in (None, chosen):
        return redirect(url_for(_CHOICE, next=wanted_page(), lapak=owner))
    _take(chosen)
    return None


def _owner() -> str | None:
    """The stall that the address names or speaks of: what is sent there is meant for it, whichever was chosen since."""
    named = request.args.get(KEY)
    if named is not None and named not in g.actor.scopes:
        raise NotFound("not_found")
    owner = named or (owner_of_address() if len(g.actor.scopes) > 1 else None)
    return owner if owner in g.actor.scopes else None


def name_stall(endpoint: str, values: dict[str, Any]) -> None:
    """Where a person works at several stalls, an address without an id of its own names the stall it is meant for."""
    if endpoint == _CHOICE or "stall_id" not in g or len(g.actor.scopes) == 1:
        return
    if not any(values.get(name) for name in _OWN_IDS):
        values.setdefault(KEY, g.stall_id)


def _chosen() -> str | None:
    """The one stall that this person may work at, or that of several which was chosen."""
    ids = g.actor.scopes.keys()
    chosen = next(iter(ids)) if len(ids) == 1 else session.get(KEY)
    return chosen if chosen in ids else None


def _take(public_id: str) -> None:
    """Work at this stall; whoever is no member of it acts on its behalf."""
    g.stall_id = public_id
    if public_id not in {own.public_id for own in own_stalls(g.actor.user_id)}:
        g.actor = replace(g.actor, on_behalf_of=public_id)


def own_frame() -> dict[str, Any] | None:
    """The frame for pages of other areas: only around the pages of a stall's own people."""
    chosen = _chosen()
    if chosen is None or chosen not in {own.public_id for own in own_stalls(g.actor.user_id)}:
        return None
    g.stall_id = chosen
    return frame()


def stall(*rights: Right) -> Producer:
    """The chosen stall; whoever holds none of ``rights`` there finds nothing."""
    if rights and not any(g.actor.may_for(g.stall_id, right) for right in rights):
        raise NotFound("not_found")
    if "stall" not in g:
        g.stall = stall_by_public_id(g.stall_id)
    found: Producer = g.stall
    return found


def frame() -> dict[str, Any]:
    """What the frame of every stall page shows: name, bell, and the ways that this person may go."""
    if "stall_id" not in g:
        return {"stall": {}, "stall_ways": []}
    maker = stall()
    held = g.actor.scopes.get(g.stall_id, frozenset())
    head = {
        "name": maker.stall_name,
        "helped": g.actor.on_behalf_of == maker.public_id,
        "initials": initials(maker.stall_name),
        "cloth": maker.cloth,
        "notices_url": url_for("account.notices.index"),
        "notices": unread_count(g.actor.user_id),
    }
    here = request.endpoint or ""
    ways = [
        (url_for(f"selling.{name}"), icon, text, here.startswith(groups), None)
        for name, icon, text, groups, rights in _ways()
        if not rights or held & rights
    ]
    return {"stall": head, "stall_ways": ways, "several_stalls": len(g.actor.scopes) > 1}


def _ways() -> list[tuple[str, str, str, tuple[str, ...], frozenset[Right]]]:
    desk = ("selling.home", "selling.inquiries", "selling.orders")
    goods = ("selling.products", "selling.photos", "selling.papers", "selling.sizes")
    self_ = ("selling.profile", "selling.portrait", "selling.consents", "selling.stories")
    return [
        ("home.index", "message-circle", _("Pesan"), desk, frozenset()),
        ("products.index", "package", _("Produk"), goods, frozenset({Right.LIST})),
        ("capacity.edit", "calendar", week_words(weeks_ahead()[0]), ("selling.capacity",), frozenset({Right.CAPACITY})),
        ("profile.show", "store", _("Lapak"), self_, frozenset({Right.PROFILE, Right.CONSENT})),
    ]
