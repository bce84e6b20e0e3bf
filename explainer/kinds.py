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
_NAME = re.compile(
    r"(?=.{1,253}\Z)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
    r"(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*",
    re.IGNORECASE,
)
_WITH_PORT = re.compile(r"(.+?)(?::([1-9][0-9]{0,4}))?", re.DOTALL)
_MAILBOX = re.compile(r"[a-z0-9.!#$&'*+/=^_`{|}~-]+", re.IGNORECASE)
_ADDRESS = re.compile(r"[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]*")  # RFC 3986, 2
_NUMBER = re.compile(r"/?|/[0-9]{1,5}")
_DATABASE_OF_SOCKET = re.compile(r"|db=[0-9]{1,5}")
_DATABASES = {"sqlite": "sqlite", "postgres": "postgresql", "postgresql": "postgresql"}
_VALKEYS = {"valkey", "valkeys"}
_SHORTEST_SECRET = 40
LOCAL = {"localhost", "127.0.0.1", "::1"}


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


def rate_of_addresses(text: str) -> str:
    """Read the same; an address is remembered for no longer than an hour."""
    if _RATE.fullmatch(text) and not text.endswith("/day"):
        return text
    raise ValueError("must be a number and a time of an hour or less, as 600/minute")


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
        parts.scheme == "mailto"
        and at
        and _MAILBOX.fullmatch(name)
        and _NAME.fullmatch(host)
    )
    if not text or is_mailbox or _is_page(parts):
        return text
    raise ValueError("must be an https: address, or mailto: and an e-mail address")


def hosts(text: str) -> list[str]:
    """Read host names, each with a port where it has one of its own."""
    names = [name.strip().lower() for name in text.split(",") if name.strip()]
    if names and all(map(_is_allowed, names)):
        return names
    raise ValueError("must be host names with commas between them")


def site_address(text: str) -> str:
    """Read the address at which a site begins."""
    parts = _split(text)
    is_bare = text == f"{parts.scheme}://{parts.netloc}"
    if is_bare and parts.scheme in {"http", "https"} and _has_host(parts):
        return text.lower()
    raise ValueError("must be https:// and a host name, and nothing after it")


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
    has_name = len(parts.path) > 1 and parts.path != "/:memory:"
    if kind == "sqlite" and has_name and not parts.netloc:
        return text
    if kind == "postgresql" and (has_name or parts.query):
        return text
    raise SecretValueError(
        "must be sqlite:/// and a file, or postgresql://user:password@host/name"
    )


def valkey(text: str) -> str:
    """Read the address of a Valkey server; nothing is none."""
    parts = _split(text)
    is_server = (
        parts.scheme in _VALKEYS
        and bool(parts.hostname)
        and bool(_NUMBER.fullmatch(parts.path))
        and not parts.query
    )
    is_socket = (
        parts.scheme == "unix"
        and not parts.hostname
        and len(parts.path) > 1
        and bool(_DATABASE_OF_SOCKET.fullmatch(parts.query))
    )
    if not text or is_server or is_socket:
        return text
    raise SecretValueError(
        "must be valkey://user:password@host:port/number, valkeys: or unix:"
    )


def folder(text: str) -> str | None:
    """Read the path of a folder that can be written; nothing is none."""
    if not text:
        return None
    path = Path(text if text == text.strip() else os.devnull)  # no such name is meant
    try:
        there = next(one for one in (path, *path.absolute().parents) if one.exists())
        with TemporaryDirectory(dir=there):
            return text
    except OSError:
        raise ValueError("must be a folder that can be written") from None


def folder_to_read(text: str) -> str | None:
    """Read the path of a folder that is there and can be read; nothing is none."""
    if not text:
        return None
    try:
        next(Path(text).iterdir(), None)
    except (OSError, ValueError):
        raise ValueError("must be a folder that can be read") from None
    return text


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
    is_local = parts.scheme == "http" and parts.hostname in LOCAL
    written = bool(_ADDRESS.fullmatch(f"{parts.path}?{parts.query}#{parts.fragment}"))
    return (parts.scheme == "https" or is_local) and written and _has_host(parts)


def _has_host(parts: SplitResult) -> bool:
    """Tell whether an address names a host, and nobody who asks there."""
    host = parts.hostname or ""
    named = _is_ipv6(host) if ":" in host else bool(_NAME.fullmatch(host))
    return named and parts.port != 0 and "@" not in parts.netloc


def _is_allowed(text: str) -> bool:
    """Tell whether this is a host name, with a port or without, or ``*`` for any."""
    found = _WITH_PORT.fullmatch(text)
    if not found or int(found[2] or 1) > 65535:
        return False
    host = found[1]
    if host.startswith("[") and host.endswith("]"):
        return _is_ipv6(host[1:-1])
    return text == "*" or bool(_NAME.fullmatch(host.removeprefix(".")))


def _is_ipv6(text: str) -> bool:
    try:
        ipaddress.IPv6Address(text)
    except ValueError:
        return False
    return True
