"""Bodies: how long they may be and how long they may take.

They are read by the event loop, so a body that does not come costs no thread.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from django.urls import Resolver404, resolve

if TYPE_CHECKING:
    from glossary.serving.protocol import HTTP, Scope

_KILO, _MEGA = 1024, 1024 * 1024
LIMITS = {
    "annotate": 3 * _MEGA + 64 * _KILO,
    "check": 3 * _MEGA + 64 * _KILO,
    "explain": 3 * _MEGA,
    "lookup": _MEGA,
    "search": _MEGA,
    "feedback": 64 * _KILO,
}
"""How many bytes an address takes, by the name of its route. Others take none."""

PAUSE = 10.0  # seconds between two pieces
WHOLE = 60.0  # seconds for a whole body
_AFTERWARDS = 2.0  # seconds for what still comes when the answer has been given
_DRAINED = 8 * _MEGA


class Body(NamedTuple):
    """What came of a body, or the problem with it."""

    content: bytes = b""
    problem: str | None = None
    is_whole: bool = False


def has_body(scope: Scope) -> bool:
    """Tell whether a request says that it has a body."""
    headers = scope.headers
    length = headers.get("content-length")
    return length not in {None, "0"} or headers.get("transfer-encoding") is not None


def limit_of(path: str) -> int:
    """Return how many bytes the address with this path takes."""
    try:
        name = resolve(path).url_name or ""
    except Resolver404:
        return 0
    return LIMITS.get(name.rpartition("-")[2], 0)


async def read_body(scope: Scope, http: HTTP) -> Body:
    """Return the body of a request."""
    limit = limit_of(scope.path)
    if not limit:
        return Body()
    declared = scope.headers.get("content-length")
    if declared is not None and int(declared) > limit:
        return Body(problem="too-large")
    try:
        async with asyncio.timeout(WHOLE):
            return await _gathered(http, limit)
    except TimeoutError:
        return Body(problem="too-slow")


async def drain(http: HTTP) -> None:
    """Let what still comes run out, so that the answer is read and not lost."""
    size = 0
    with suppress(TimeoutError, RuntimeError):
        async with asyncio.timeout(_AFTERWARDS):
            async for piece in http:
                size += len(piece)
                if size > _DRAINED:
                    return


async def _gathered(http: HTTP, limit: int) -> Body:
    pieces = []
    size = empty = 0
    stream = aiter(http)
    while True:
        try:
            async with asyncio.timeout(PAUSE):
                piece = await anext(stream)
        except StopAsyncIteration:
            break
        pieces.append(piece)
        size += len(piece)
        empty += not piece
        if size > limit:
            return Body(problem="too-large")
    if empty > 1:
        return Body(problem="incomplete")
    return Body(b"".join(pieces), is_whole=True)
