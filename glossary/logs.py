"""What the log says: which route, which status, where in the code.

What a reader typed, sent or looked for can stand in a path, in a header, in the
message of an error or of a warning, and a library may log any of them. So a line is
not searched for what should not be there. It is made of what may be said: our own
sentences, the name of a route, the place in a program.
"""

from __future__ import annotations

import logging
import re
import sys
import threading
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from glossary.failures import trace

if TYPE_CHECKING:
    from types import TracebackType

    ExcInfo = (
        tuple[type[BaseException], BaseException, TracebackType | None]
        | tuple[None, None, None]
    )

_OURS = ("glossary", "explainer", "_granian", "benchmarks", "tests")
"""Whose messages are sentences: ours, and those of the server about its workers."""
_WARNING = re.compile(r"(.*?:\d+: \w+): ")
logger = logging.getLogger(__name__)


class Reserved(logging.Formatter):
    """A formatter that says nothing of what was asked for."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line of a record; below it, where an error of ours happened."""
        line = f"{record.levelname} {record.name}: {_said(record)}"
        failed = record.exc_info and not _is_refusal(record)
        places = self.formatException(record.exc_info) if failed else ""  # type: ignore[arg-type]  # there is one
        return f"{line}\n{places}" if places else line

    def formatException(self, ei: ExcInfo) -> str:  # noqa: N802 (the library's hook)
        """Return the kinds and places of the error."""
        return trace(ei[1]) if ei[1] else ""


def install() -> None:
    """Let also what nobody catches be said in this way, in this process."""
    logging.captureWarnings(True)
    threading.excepthook = _of_thread
    sys.unraisablehook = _of_nobody


def _said(record: logging.LogRecord) -> str:
    """Return what may be said of a record."""
    if record.name.partition(".")[0] in _OURS:
        return record.getMessage()
    request: Any = getattr(record, "request", None)
    if request is not None:
        return f"{_status(record)}: {route_name(request)}"
    if record.name == "py.warnings":
        found = _WARNING.match(record.getMessage())
        return found[1] if found else "a warning"
    return f"{record.module}, line {record.lineno}"


def _is_refusal(record: logging.LogRecord) -> bool:
    """Tell whether a request was refused: that is no failure, whatever was raised."""
    return 400 <= int(getattr(record, "status_code", 0)) < 500


def _status(record: logging.LogRecord) -> str:
    status = int(getattr(record, "status_code", 0))
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return "A request"


def route_name(request: Any) -> str:
    """Return the name of the route by which a request was answered."""
    match = getattr(request, "resolver_match", None)
    return getattr(match, "view_name", None) or "no route"


def _of_thread(failed: threading.ExceptHookArgs) -> None:
    if failed.exc_value is not None:
        logger.error("A thread has failed\n%s", trace(failed.exc_value))


def _of_nobody(failed: Any) -> None:
    if failed.exc_value is not None:
        logger.error("Something has failed\n%s", trace(failed.exc_value))
