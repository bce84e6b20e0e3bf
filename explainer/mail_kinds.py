"""The kinds of values that say how e-mail goes out."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import unquote

from explainer import kinds

PORTS = {"smtp": 587, "smtps": 465}
_LOCAL = {"localhost", "127.0.0.1", "::1"}
_SERVER = re.compile(
    r"(?P<scheme>smtps?)://"
    r"((?P<user>[A-Za-z0-9._~!$&'()*+,;=%-]+)(:(?P<password>[^@/?#\s:]+))?@)?"
    r"(?P<host>[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9a-fA-F:]+\])"
    r"(:(?P<port>[0-9]{1,5}))?/?"
)


class MailServer(NamedTuple):
    """Where letters are handed in; nowhere without a ``host``.

    ``is_tls`` from the beginning, or ``becomes_tls`` before anything is said.
    """

    host: str = ""
    port: int = 25
    user: str = ""
    password: str = ""
    is_tls: bool = False
    becomes_tls: bool = False


def server(text: str) -> MailServer:
    """Read the address of a server for e-mail; nothing is none.

    ``smtp`` begins in the open and goes on with TLS, save on this machine; ``smtps``
    is TLS from the beginning.
    """
    if not text:
        return MailServer()
    found = _SERVER.fullmatch(text)
    port = int(found["port"] or PORTS[found["scheme"]]) if found else 0
    if not found or not 0 < port < 65536:
        raise kinds.SecretValueError("must be smtps://user:password@host or smtp:")
    host = found["host"].strip("[]")
    return MailServer(
        host,
        port,
        unquote(found["user"] or ""),
        unquote(found["password"] or ""),
        is_tls=found["scheme"] == "smtps",
        becomes_tls=found["scheme"] == "smtp" and host not in _LOCAL,
    )


def mailbox(text: str) -> str:
    """Read an e-mail address; nothing is none."""
    try:
        kinds.contact(f"mailto:{text}" if text else "")
    except ValueError:
        raise ValueError("must be an e-mail address") from None
    return text
