"""Who sends: an address, as the proxies in front of us say it and nobody else."""

from __future__ import annotations

import ipaddress
import re
from typing import TYPE_CHECKING, Any

from django.conf import settings

if TYPE_CHECKING:
    from collections.abc import Mapping

_HOP = re.compile(r'"?(?:\[([0-9A-Fa-f:.]+)\]|([0-9.]+))(?::[0-9]+)?"?')


def sender_of(address: str, forwarded_for: str | None) -> str:
    """Return the sender of a request that came from ``address``.

    ``forwarded_for`` is all that ``X-Forwarded-For`` says. Each of our own proxies
    adds one address at its end; what stands before those was written by the sender.
    """
    proxies = settings.PROXIES
    if proxies and forwarded_for:
        said = [hop for hop in map(str.strip, forwarded_for.split(",")) if hop]
        hops = [*said, address]
        address = hops[-1 - min(proxies, len(said))]
    address = _without_port(address)
    return _network(address) if ":" in address else address


def sender_in(environ: Mapping[str, Any]) -> str:
    """Return the sender of a request from its WSGI environment."""
    return sender_of(environ["REMOTE_ADDR"], environ.get("HTTP_X_FORWARDED_FOR"))


def _without_port(hop: str) -> str:
    """Return the address of a hop: some proxies write a port, as RFC 7239 allows."""
    found = _HOP.fullmatch(hop)
    return (found[1] or found[2]) if found else hop


def _network(address: str) -> str:
    """Return the part of an address that a sender cannot choose.

    Whoever has one address of IPv6 has all those that begin with the same 64 bits.
    """
    try:
        ip = ipaddress.IPv6Address(address)
    except ValueError:
        return address
    return str(ip.ipv4_mapped or f"{int(ip) >> 64:x}::/64")
