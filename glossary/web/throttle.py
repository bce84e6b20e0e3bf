"""How many forms one sender may send in a while, without keeping an address.

What is held, in the memory of this process and for no longer than that while, is a
digest of the address with a key that is thrown away with it.
"""

from __future__ import annotations

import hashlib
import ipaddress
import secrets
import threading
import time
from collections import Counter
from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest


class Throttle:
    """Counts requests in windows of a fixed length."""

    def __init__(
        self,
        *,
        each: int,
        together: int,
        seconds: int = 60,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Allow ``each`` requests from a sender and ``together`` from all."""
        self.seconds = seconds
        self._each = each
        self._together = together
        self._clock = clock
        self._lock = threading.Lock()
        self._begin(clock())

    def allows(self, request: HttpRequest) -> bool:
        """Tell whether this request is one of those allowed, and count it if it is.

        One that is refused is not counted: nobody shuts others out by asking on,
        and no more is held than ``together`` senders.
        """
        with self._lock:
            now = self._clock()
            if now - self._began >= self.seconds:
                self._begin(now)
            who = hashlib.blake2b(_sender(request).encode(), key=self._key).digest()
            if (
                self._counts[who] >= self._each
                or self._counts.total() >= self._together
            ):
                return False
            self._counts[who] += 1
            return True

    def _begin(self, now: float) -> None:
        self._began = now
        self._key = secrets.token_bytes(32)
        self._counts: Counter[bytes] = Counter()


def _sender(request: HttpRequest) -> str:
    """Return where a request comes from, as the proxies in front of us say it."""
    said = request.headers.get("X-Forwarded-For", "").split(",")
    hops = [hop for hop in map(str.strip, said) if hop]
    hops.append(request.META["REMOTE_ADDR"])
    return _network(hops[-1 - min(settings.PROXIES, len(hops) - 1)])


def _network(address: str) -> str:
    """Return the part of an address that a sender cannot choose.

    Whoever has one address of IPv6 has all those that begin with the same 64 bits.
    """
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(ip, ipaddress.IPv4Address):
        return address
    return str(ip.ipv4_mapped or ipaddress.ip_network((int(ip), 64), strict=False))
