"""Threads that work for Django: few, with a queue that does not grow for ever."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

from glossary.errors import BusyError

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class Crew:
    """Some threads, and how many requests may wait for one of them, how long."""

    def __init__(
        self, name: str, *, threads: int, waiting: int, patience: float
    ) -> None:
        """Have so many threads; let so many wait, for ``patience`` seconds each."""
        self._room = threads + waiting
        self._patience = patience
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix=name)

    async def do(self, task: Callable[[], T]) -> T:
        """Return what ``task`` returns.

        Raises ``BusyError`` where its turn does not come in time.
        """
        if not self._room:
            raise BusyError
        self._room -= 1
        try:
            work = self._threads.submit(task)
            answer = asyncio.wrap_future(work)
            await asyncio.wait([answer], timeout=self._patience)
            if not answer.done() and work.cancel():
                raise BusyError
            return await answer
        finally:
            self._room += 1
