"""The language of the present request or message, and the words in it; source strings are Indonesian."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from gettext import NullTranslations
from pathlib import Path

from babel.support import LazyProxy, Translations

LANGUAGES = ("id", "en")
SOURCE_LANGUAGE = "id"
TRANSLATIONS = Path(__file__).parent.parent / "translations"

_language: ContextVar[str] = ContextVar("language", default=SOURCE_LANGUAGE)


def current_language() -> str:
    """The code of the language that words now come out in."""
    return _language.get()


def set_language(language: str) -> None:
    """Speak this language from here on in the present context."""
    _language.set(_known(language))


@contextmanager
def using(language: str) -> Iterator[None]:
    """Speak another language for a while, as when a mail is worded for its reader."""
    token = _language.set(_known(language))
    try:
        yield
    finally:
        _language.reset(token)


def _known(language: str) -> str:
    if language not in LANGUAGES:
        raise ValueError(f"no words in language {language!r}")
    return language


@cache
def _catalogue() -> NullTranslations:
    """The English catalogue, read once; an empty one where none was compiled."""
    return Translations.load(TRANSLATIONS, ["en"])


def gettext(message: str, /, **params: object) -> str:
    """The message in the current language; %(name)s is filled only when there are parameters."""
    # An empty message would find the header of the catalogue.
    if _language.get() != SOURCE_LANGUAGE and message:
        message = _catalogue().gettext(message)
    return message % params if params else message


def ngettext(singular: str, plural: str, num: int, /, **params: object) -> str:
    """The form of the message for a number, which fills %(num)s."""
    if _language.get() == SOURCE_LANGUAGE:
        message = singular if num == 1 else plural
    else:
        message = _catalogue().ngettext(singular, plural, num)
    return message % {"num": num, **params}


def lazy(message: str, /, **params: object) -> LazyProxy:
    """A message that is put into words each time it is shown, for labels made at import."""
    return LazyProxy(gettext, message, enable_cache=False, **params)


_ = gettext
