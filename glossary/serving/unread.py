"""Long answers that have been given and not been taken yet: how much that may be.

The server keeps an answer until the reader has taken it. Some who take nothing
could so fill the memory with one long list.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from glossary.serving.protocol import Stream

LONG = 64 * 1024
MOST = 32 * 1024 * 1024
_SOON, _LATER = 0.002, 0.1  # seconds from one look to the next


class Unread:
    """Counts the bytes of the answers that somebody is still taking."""

    def __init__(self, most: int = MOST) -> None:
        """Let ``most`` bytes wait to be taken."""
        self.size = 0
        self._most = most

    def has_room(self, size: int) -> bool:
        """Tell whether so long an answer may be given now."""
        return self.size + size <= self._most

    def give(self, body: bytes, stream: Stream) -> asyncio.Task[None]:
        """Give an answer; return what counts it until it is taken or nobody is there.

        It is counted at once: others may come before the task begins.
        """
        self.size += len(body)
        return asyncio.create_task(self._given(body, stream))

    async def _given(self, body: bytes, stream: Stream) -> None:
        """Send, and look whether it has been taken.

        The server does not say so, not even that a connection has ended; but a
        stream that it has done with takes nothing more, not even nothing.
        """
        try:
            with suppress(RuntimeError):  # the stream has been closed
                await stream.send_bytes(body)
                pause = _SOON
                while True:
                    await asyncio.sleep(pause)
                    await stream.send_bytes(b"")
                    pause = min(2 * pause, _LATER)
        finally:
            self.size -= len(body)
