"""Long answers that have been given and not been taken yet: how much that may be.

The server keeps an answer until the reader has taken it. Some who take nothing
could so fill the memory with one long list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from glossary.serving.protocol import HTTP

LONG = 64 * 1024
MOST = 32 * 1024 * 1024


class Unread:
    """Counts by connection, of which each has one answer under way at most."""

    def __init__(self, most: int = MOST) -> None:
        """Let ``most`` bytes wait to be taken."""
        self.size = 0
        self._most = most
        self._sizes: dict[str, int] = {}
        self._watched: set[str] = set()

    def has_room(self, size: int) -> bool:
        """Tell whether so long an answer may be given now."""
        return self.size + size <= self._most

    def taken(self, client: str) -> None:
        """Note that a connection asks again: it has taken its last answer."""
        self.size -= self._sizes.pop(client, 0)

    async def given(self, client: str, size: int, http: HTTP) -> None:
        """Count an answer that was given, until its connection ends or asks again."""
        self.taken(client)
        self._sizes[client] = size
        self.size += size
        if client in self._watched:
            return
        self._watched.add(client)
        try:
            await http.client_disconnect()
        finally:
            self._watched.discard(client)
            self.taken(client)
