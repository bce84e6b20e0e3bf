"""Bodies: how long they may be and how long they may take.

They are read by the event loop, so a body that does not come costs no thread.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from glossary import limits
from glossary.serving.environments import address_of_client, forwarded_for, host_of
from glossary.serving.sizes import size_for

if TYPE_CHECKING:
    from glossary.serving.protocol import HTTP, Scope

_MEGA = 1024 * 1024

PAUSE = 10.0  # seconds between two pieces
WHOLE = 60.0  # seconds for a whole body
MOST = 64 * _MEGA  # bytes of bodies in memory
SHARE = 16 * _MEGA  # of them, those of one sender
_AFTERWARDS = 2.0  # seconds for what still comes when the answer has been given
_DRAINED = 8 * _MEGA


class Body(NamedTuple):
    """What came of a body, or the problem with it, or how long it would have been."""

    content: bytes = b""
    problem: str | None = None
    is_whole: bool = False
    declared: str | None = None
    sender: str = ""


def has_body(scope: Scope) -> bool:
    """Tell whether a request says that it has a body."""
    headers = scope.headers
    length = headers.get("content-length")
    return length not in {None, "0"} or headers.get("transfer-encoding") is not None


class Bodies:
    """Reads bodies, of which so many bytes are in memory at most."""

    def __init__(self, most: int = MOST, share: int = SHARE) -> None:
        """Have room for ``most`` bytes, of one sender for ``share`` of them."""
        self.room = most
        self._share = share
        self._taken: Counter[str] = Counter()

    async def read(self, scope: Scope, http: HTTP) -> Body:
        """Return the body of a request; it takes room until it is ``done``."""
        size = size_for(scope.path, host_of(scope))
        if not size.most:
            return Body()
        declared = scope.headers.get("content-length")
        if declared is not None and int(declared) > size.most:
            if size.says_itself:
                return Body(declared=declared)
            return Body(problem="too-large")
        content = bytearray()
        sender = limits.sender_of(address_of_client(scope), forwarded_for(scope))
        problem: str | None = "too-slow"
        try:
            async with asyncio.timeout(WHOLE):
                problem = await self._gather(http, size.most, content, sender)
        except TimeoutError:
            pass
        body = Body(bytes(content), is_whole=True, sender=sender)
        if problem is None:
            return body
        self.done(body)
        return Body(problem=problem)

    def done(self, body: Body) -> None:
        """Give back the room that a body took."""
        self.room += len(body.content)
        self._taken[body.sender] -= len(body.content)
        if not self._taken[body.sender]:
            del self._taken[body.sender]

    async def _gather(
        self, http: HTTP, limit: int, content: bytearray, sender: str
    ) -> str | None:
        """Add what comes to ``content``; return the problem, if there is one."""
        empty = 0
        stream = aiter(http)
        while True:
            try:
                async with asyncio.timeout(PAUSE):
                    piece = await anext(stream)
            except StopAsyncIteration:
                return "incomplete" if empty > 1 else None
            empty += not piece
            if len(content) + len(piece) > limit:
                return "too-large"
            if len(piece) > min(self.room, self._share - self._taken[sender]):
                return "busy"
            self.room -= len(piece)
            self._taken[sender] += len(piece)
            content += piece


async def drain(http: HTTP) -> None:
    """Let what still comes run out, so that the answer is read and not lost."""
    size = 0
    with suppress(TimeoutError, RuntimeError):
        async with asyncio.timeout(_AFTERWARDS):
            async for piece in http:
                size += len(piece)
                if size > _DRAINED:
                    return
