"""The kinds of values that a setting can have.

Each reads a text, or raises ``ValueError`` with the end of a sentence that begins
with the setting's name: “must be a whole number from 1 to 65535”.
"""

from __future__ import annotations

import ipaddress
import os
import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable

_YES = {"1", "true", "yes", "on"}
_NO = {"", "0", "false", "no", "off"}
_RATE = re.compile(r"([1-9][0-9]{0,8})/(second|minute|hour|day)")
_HOST = re.compile(
    r"(\*|\.?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*"
    r"|\[[0-9a-f:.]+\])(:[1-9][0-9]{0,4})?",
    re.IGNORECASE,
)
_DATABASES = {"sqlite": "sqlite", "postgres": "postgresql", "postgresql": "postgresql"}
_SHORTEST_SECRET = 40
_LOCAL = {"localhost", "127.0.0.1", "::1"}


def whole(least: int, most: int) -> Callable[[str], int]:
    """Return what reads a whole number from ``least`` to ``most``."""

    def read(text: str) -> int:
        if text.isascii() and text.isdigit() and len(text) <= 15:
            number = int(text)
            if least <= number <= most:
                return number
        raise ValueError(f"must be a whole number from {least} to {most}")

    return read


def most_workers() -> int:
    """Return how many workers this machine bears."""
    return 4 * (os.cpu_count() or 1)


def yes_or_no(text: str) -> bool:
    """Read yes or no."""
    word = text.strip().lower()
    if word in _YES or word in _NO:
        return word in _YES
    raise ValueError("must be yes or no")


def rate(text: str) -> str:
    """Read how many requests in what time."""
    if _RATE.fullmatch(text):
        return text
    raise ValueError("must be a number and a time, as 600/minute")


def web_address(text: str) -> str:
    """Read the address of a page."""
    if _is_page(_split(text)):
        return text
    raise ValueError("must be the https: address of a page")


def contact(text: str) -> str:
    """Read the address of a page, or of a mailbox; nothing is no address."""
    parts = _split(text)
    name, at, host = parts.path.partition("@")
    is_mailbox = bool(
        parts.scheme == "mailto" and at and name and _HOST.fullmatch(host)
    )
    if not text or is_mailbox or _is_page(parts):
        return text
    raise ValueError("must be an https: address, or mailto: and an e-mail address")


def hosts(text: str) -> list[str]:
    """Read host names, each with a port where it has one of its own."""
    names = [name.strip().lower() for name in text.split(",") if name.strip()]
    if names and all(map(_HOST.fullmatch, names)):
        return names
    raise ValueError("must be host names with commas between them")


def listening_host(text: str) -> str:
    """Read the address of a network interface."""
    try:
        return str(ipaddress.ip_address("127.0.0.1" if text == "localhost" else text))
    except ValueError:
        raise ValueError("must be an IP address of this machine") from None


def secret(text: str) -> str:
    """Read a key that nobody guesses."""
    if len(text) >= _SHORTEST_SECRET and len(set(text)) >= 5:
        return text
    raise SecretValueError(f"must have at least {_SHORTEST_SECRET} characters")


def database(text: str) -> str:
    """Read the address of a database."""
    parts = _split(text)
    kind = _DATABASES.get(parts.scheme)
    has_name = len(parts.path) > 1
    if kind == "sqlite" and has_name and not parts.netloc:
        return text
    if kind == "postgresql" and (has_name or parts.query):
        return text
    raise SecretValueError(
        "must be sqlite:/// and a file, or postgresql://user:password@host/name"
    )


def folder(text: str) -> str | None:
    """Read the path of a folder that can be written; nothing is none."""
    if not text:
        return None
    path = Path(text)
    there = next(one for one in (path, *path.absolute().parents) if one.exists())
    try:
        with TemporaryDirectory(dir=there):
            return text
    except OSError:
        raise ValueError("must be a folder that can be written") from None


class SecretValueError(ValueError):
    """The value is not shown, since it may hold a password."""


def _split(text: str) -> SplitResult:
    """Return the parts of an address; of one that is none, nothing."""
    if not text.isprintable() or " " in text or "\\" in text:
        return SplitResult("", "", "", "", "")
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError:
        return SplitResult("", "", "", "", "")
    return parts


def _is_page(parts: SplitResult) -> bool:
    """Tell whether this is a page on the web; on this machine without TLS too."""
    host = parts.hostname or ""
    safe = parts.scheme == "https" or (parts.scheme == "http" and host in _LOCAL)
    named = bool(_HOST.fullmatch(f"[{host}]" if ":" in host else host))
    return safe and named and host != "*" and "@" not in parts.netloc
