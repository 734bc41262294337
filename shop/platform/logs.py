"""Logs: one JSON line an event, without personal data; tokens of secret links are masked."""

import logging
import re
import sys
import traceback
from collections.abc import MutableMapping
from typing import Any

import structlog

_SECRET_PATHS = re.compile(r"(/(?:permintaan|tautan|undangan)/)[A-Za-z0-9_.~-]{16,}")

_MOST_CAUSES = 5


def mask(text: str) -> str:
    """An address without the token of a secret link."""
    return _SECRET_PATHS.sub(r"\1…", text)


def configure(level: int = logging.INFO) -> None:
    """JSON lines on stderr; tracebacks without values of variables and without what errors quote."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _trace,
            _mask_event,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=_to_stderr,
        cache_logger_on_first_use=False,
    )


def _to_stderr(*_names: Any) -> structlog.PrintLogger:
    return structlog.PrintLogger(sys.stderr)


def _trace(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Where an error came from and its kind; never its words, which quote what people typed."""
    error = event.pop("exc_info", None)
    told: list[str] = []
    while isinstance(error, BaseException) and len(told) < _MOST_CAUSES:
        told.append("".join(traceback.format_tb(error.__traceback__)) + type(error).__qualname__)
        error = error.__cause__ or error.__context__
    if told:
        event["exception"] = "\nafter\n".join(told)
    return event


def _mask_event(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    for name, value in event.items():
        if isinstance(value, str):
            event[name] = mask(value)
    return event
