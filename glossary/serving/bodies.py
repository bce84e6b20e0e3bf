"""Bodies: how long they may be and how long they may take.

They are read by the event loop, so a body that does not come costs no thread.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from glossary.serving.sizes import size_for

if TYPE_CHECKING:
    from glossary.serving.protocol import HTTP, Scope

_MEGA = 1024 * 1024

PAUSE = 10.0  # seconds between two pieces
WHOLE = 60.0  # seconds for a whole body
MOST = 64 * _MEGA  # bytes of bodies in memory
_AFTERWARDS = 2.0  # seconds for what still comes when the answer has been given
_DRAINED = 8 * _MEGA


class Body(NamedTuple):
    """What came of a body, or the problem with it, or how long it would have been."""

    content: bytes = b""
    problem: str | None = None
    is_whole: bool = False
    declared: str | None = None


def has_body(scope: Scope) -> bool:
    """Tell whether a request says that it has a body."""
    headers = scope.headers
    length = headers.get("content-length")
    return length not in {None, "0"} or headers.get("transfer-encoding") is not None


class Bodies:
    """Reads bodies, of which so many bytes are in memory at most."""

    def __init__(self, most: int = MOST) -> None:
        """Have room for ``most`` bytes."""
        self.room = most

    async def read(self, scope: Scope, http: HTTP) -> Body:
        """Return the body of a request; it takes room until it is ``done``."""
        size = size_for(scope.path)
        if not size.most:
            return Body()
        declared = scope.headers.get("content-length")
        if declared is not None and int(declared) > size.most:
            if size.says_itself:
                return Body(declared=declared)
            return Body(problem="too-large")
        pieces: list[bytes] = []
        problem: str | None = "too-slow"
        try:
            async with asyncio.timeout(WHOLE):
                problem = await self._gather(http, size.most, pieces)
        except TimeoutError:
            pass
        body = Body(b"".join(pieces), is_whole=True)
        if problem is None:
            return body
        self.done(body)
        return Body(problem=problem)

    def done(self, body: Body) -> None:
        """Give back the room that a body took."""
        self.room += len(body.content)

    async def _gather(self, http: HTTP, limit: int, pieces: list[bytes]) -> str | None:
        """Add what comes to ``pieces``; return the problem, if there is one."""
        size = empty = 0
        stream = aiter(http)
        while True:
            try:
                async with asyncio.timeout(PAUSE):
                    piece = await anext(stream)
            except StopAsyncIteration:
                return "incomplete" if empty > 1 else None
            size += len(piece)
            empty += not piece
            if size > limit:
                return "too-large"
            if len(piece) > self.room:
                return "busy"
            self.room -= len(piece)
            pieces.append(piece)


async def drain(http: HTTP) -> None:
    """Let what still comes run out, so that the answer is read and not lost."""
    size = 0
    with suppress(TimeoutError, RuntimeError):
        async with asyncio.timeout(_AFTERWARDS):
            async for piece in http:
                size += len(piece)
                if size > _DRAINED:
                    return
