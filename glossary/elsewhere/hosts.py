"""Where a host is, if that is a place on the public net.

The address that was looked at is the one that is asked: a name that leads elsewhere a
moment later leads nowhere.
"""

from __future__ import annotations

import ipaddress
import socket
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
"""Addresses of IPv6 that stand for ones of IPv4, also for private ones."""


class NotPublicError(Exception):
    """The host is not on the public net, or on no net at all."""

    def __init__(self, code: str) -> None:
        """Keep why: ``no-such-host`` or ``not-public``."""
        super().__init__(code)
        self.code = code


def public_address(host: str, port: int, allowed: Collection[str] = ()) -> str:
    """Return an address of ``host``, of which all are public or ``allowed``.

    Raises ``NotPublicError``.
    """
    try:
        rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise NotPublicError("no-such-host") from None
    found = [str(row[4][0]) for row in rows]
    if not found or not all(one in allowed or is_public(one) for one in found):
        raise NotPublicError("not-public")
    return found[0]


def is_public(text: str) -> bool:
    """Tell whether an address is one of the public net."""
    address = ipaddress.ip_address(text.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        inside = address.ipv4_mapped or address.sixtofour
        if address.teredo or address in _TRANSLATED:
            return False
        address = inside or address
    return address.is_global and not address.is_multicast
