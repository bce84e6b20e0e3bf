"""Lets one of many who ask for the same at once go first; waiting costs no thread."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Hashable

_PATIENCE = 10.0


class Gate:
    """Whoever comes while the first one is under way goes when that one is back."""

    def __init__(self) -> None:
        self._under_way: dict[Hashable, asyncio.Future[None]] = {}

    @asynccontextmanager
    async def through(self, key: Hashable | None) -> AsyncIterator[None]:
        """Enter alone, or after the first one; at once where there is no key."""
        before = self._under_way.get(key) if key is not None else None
        if before is not None:
            await asyncio.wait([before], timeout=_PATIENCE)
        if key is None or key in self._under_way:
            yield
            return
        mine = self._under_way[key] = asyncio.get_running_loop().create_future()
        try:
            yield
        finally:
            del self._under_way[key]
            mine.set_result(None)
