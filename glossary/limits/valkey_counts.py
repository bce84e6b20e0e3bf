"""Counts that several machines have in common, in Valkey.

There, as here, an address is only a digest, with a key that Valkey keeps for as long
as the window. While Valkey does not answer, each machine counts for itself.
"""

from __future__ import annotations

import logging
import secrets
import threading
import time
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from django.conf import settings

from glossary.limits.tables import Counted

if TYPE_CHECKING:
    from glossary.limits.policies import Policy, Window

logger = logging.getLogger(__name__)

_PATIENCE = 0.2  # seconds for a connection, and for an answer
_PAUSE = 5.0  # seconds after which it is asked again
_BEGINNING = "plain-words"
_TAKE = """
local used = tonumber(redis.call('GET', KEYS[1]) or '0')
local allowed = used + tonumber(ARGV[1]) <= tonumber(ARGV[2])
if allowed then
  used = redis.call('INCRBY', KEYS[1], ARGV[1])
  redis.call('EXPIRE', KEYS[1], ARGV[3])
end
return {allowed and 1 or 0, used}
"""


class CommonCounts:
    """Counts in one Valkey server."""

    def __init__(self, url: str) -> None:
        """Count in the server at ``url``."""
        import valkey  # noqa: PLC0415 (17 MB that only some need)
        from valkey.backoff import NoBackoff  # noqa: PLC0415
        from valkey.retry import Retry  # noqa: PLC0415

        self._error = valkey.ValkeyError
        self._server = valkey.Valkey.from_url(
            url,
            socket_timeout=_PATIENCE,
            socket_connect_timeout=_PATIENCE,
            retry=Retry(NoBackoff(), 1),
        )
        self._script = self._server.register_script(_TAKE)
        self._keys: dict[str, tuple[int, bytes]] = {}
        self._lock = threading.Lock()
        self._asked_again_at = 0.0
        self._is_away = False

    def take(
        self, policy: Policy, sender: str, window: Window, cost: int
    ) -> Counted | None:
        """Count ``cost`` for a sender; none where Valkey does not answer."""
        if time.monotonic() < self._asked_again_at:
            return None
        try:
            name = self._name(policy, sender, window)
            found: Any = self._script([name], [cost, policy.quota, window.wait])
        except (self._error, OSError):
            self._note_away()
            return None
        self._note_back()
        return Counted(bool(found[0]), int(found[1]))

    def _name(self, policy: Policy, sender: str, window: Window) -> str:
        key = self._key(policy, window)
        digest = blake2b(sender.encode(), key=key, digest_size=16).hexdigest()
        return f"{_BEGINNING}:{policy.name}:{window.number}:{digest}"

    def _key(self, policy: Policy, window: Window) -> bytes:
        """Return the key of a window, the same on every machine."""
        known = self._keys.get(policy.name)
        if known is not None and known[0] == window.number:
            return known[1]
        name = f"{_BEGINNING}:{policy.name}:{window.number}:key"
        own = secrets.token_hex(16)
        self._server.set(name, own, nx=True, ex=window.wait)
        kept: Any = self._server.get(name)
        key = bytes(kept or own.encode())
        self._keys[policy.name] = (window.number, key)
        return key

    def _note_away(self) -> None:
        with self._lock:
            if not self._is_away:
                logger.warning("Valkey does not answer: limits are of this machine.")
            self._is_away = True
            self._asked_again_at = time.monotonic() + _PAUSE

    def _note_back(self) -> None:
        if self._is_away:
            with self._lock:
                was_away, self._is_away = self._is_away, False
            if was_away:
                logger.warning("Valkey answers again: limits are of all machines.")


def common_counts() -> CommonCounts | None:
    """Return the counts that machines have in common; none if each has its own."""
    url: str | None = settings.VALKEY_URL
    return _counts_at(url) if url else None


@lru_cache(maxsize=1)
def _counts_at(url: str) -> CommonCounts:
    return CommonCounts(url)
