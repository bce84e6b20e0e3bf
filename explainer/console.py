"""Where the log goes: the same for the master, which knows no Django, and for Django.

``glossary.logs`` says what a line of it may say.
"""

from __future__ import annotations

from typing import Any

CONSOLE: dict[str, Any] = {
    "formatters": {"reserved": {"()": "glossary.logs.Reserved"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "reserved"}
    },
    "loggers": {"_granian": {"handlers": ["console"], "propagate": False}},
}
