"""Keeps what people looked for out of the logs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import logging

_QUERY = re.compile(r"\?\S*")


class WithoutQueries:
    """A logging filter that cuts the query off every address in a message."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record's message; never drop it."""
        record.msg = _QUERY.sub("?…", record.getMessage())
        record.args = ()
        return True
