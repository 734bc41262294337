"""Who hears word for a maker: its people, on screen and by mail; where mail reaches none, companion or office."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from shop.accounts.commands import leave_notice
from shop.producers.helping import companion_of
from shop.producers.models import Producer
from shop.producers.offices import office_of
from shop.producers.readers import is_reachable, readers_of
from shop.producers.scopes import scopes_of_user
from shop.producers.types import Right
from shop.text.language import using
from shop.text.notices import word_notice

_ANSWERING = frozenset({Right.ANSWER, Right.QUOTE})


@dataclass(frozen=True, kw_only=True)
class Word:
    """What is told: ``facts`` words it in the language of who reads; ``call`` is the notice to who shall call.

    ``desk`` is the maker's page that it is about: a companion with one of the rights ``helpers`` is led to it,
    an office to its own page of the maker.
    """

    kind: str
    key: str
    facts: Callable[[], dict[str, Any]]
    right: Right | None = None
    call: str = "maker.please_call"
    desk: str = ""
    helpers: frozenset[Right] = _ANSWERING

    def facts_in(self, language: str) -> dict[str, Any]:
        """The parameters of the notice, and the news in one sentence."""
        with using(language):
            facts = self.facts()
            return {**facts, "news": word_notice(self.kind, facts).subject}


def tell_stall(producer: Producer, word: Word) -> None:
    """Tell the people of a maker who hold the right; where none has e-mail, somebody is asked to call."""
    readers = readers_of(producer, word.right)
    for user in readers:
        leave_notice(word.kind, word.facts_in(user.language), user=user, key=f"{word.key}:{user.id}")
    if not any(is_reachable(user) for user in readers):
        ask_to_call(producer, word)


def ask_to_call(producer: Producer, word: Word) -> None:
    """Ask the active companion, else the office of the region, to call the maker."""
    key = f"{word.key}:help"
    if (companion := companion_of(producer)) is not None:
        facts = word.facts_in(companion.user.language)
        if word.desk and word.helpers & scopes_of_user(companion.user_id).get(producer.public_id, frozenset()):
            facts["desk"] = word.desk
        leave_notice(word.call, facts, user=companion.user, key=key)
    elif (office := office_of(producer)) is not None:
        page = f"/dinas/produsen/{producer.public_id}"
        facts = {**word.facts_in("id"), "producer": producer.public_id, "desk": page}
        leave_notice(word.call, facts, office=office, key=key)
