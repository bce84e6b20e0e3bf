"""Keeps what people looked for and sent out of the logs."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

from glossary.failures import trace

if TYPE_CHECKING:
    from types import TracebackType

    ExcInfo = (
        tuple[type[BaseException], BaseException, TracebackType | None]
        | tuple[None, None, None]
    )

_QUERY = re.compile(r"\?\S*")


class WithoutQueries:
    """A logging filter that cuts the query off every address in a message."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record's message; never drop it."""
        record.msg = _QUERY.sub("?…", record.getMessage())
        record.args = ()
        return True


class WithoutMessages(logging.Formatter):
    """A logging formatter that shows where an error happened, not its message."""

    def formatException(self, ei: ExcInfo) -> str:  # noqa: N802 (the library's hook)
        """Return the kinds and places of the error."""
        return trace(ei[1]) if ei[1] else ""
