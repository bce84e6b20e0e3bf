"""Work that costs much, as if as much were being done as can be."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.turns import Turns


@contextmanager
def all_taken(turns: Turns) -> Iterator[None]:
    """Let nobody else have a turn."""
    for _ in range(turns.threads):
        turns._places.acquire()
    try:
        yield
    finally:
        turns._places.release(turns.threads)
