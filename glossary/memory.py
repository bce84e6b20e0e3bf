"""What functions remember of somebody's words, and for how long: about a minute.

Words come again and again within a text, and what is found out about one is worth
keeping that long. But a word that somebody looked for is not to be kept until others
push it out.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, ParamSpec, Protocol, TypeVar
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable
    from functools import _CacheInfo

P = ParamSpec("P")
T = TypeVar("T")


class Remembering(Protocol[P, T]):
    """A function that remembers what it returned."""

    __wrapped__: Callable[P, T]

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what it returned before, or find it out."""
        ...

    def cache_clear(self) -> None:
        """Forget it all."""
        ...

    def cache_info(self) -> _CacheInfo:
        """Tell how much that is."""
        ...


_forgetting: list[Callable[[], object]] = []


def briefly(most: int) -> Callable[[Callable[P, T]], Remembering[P, T]]:
    """Let a function remember its last ``most`` answers until ``forget``."""

    def decorated(function: Callable[P, T]) -> Remembering[P, T]:
        remembering: Remembering[P, T] = lru_cache(most)(function)
        _forgetting.append(remembering.cache_clear)
        return remembering

    return decorated


def forget() -> None:
    """Forget everything that any of these functions remembers, and what Python does."""
    for forget_one in _forgetting:
        forget_one()
    urlsplit.cache_clear()  # type: ignore[attr-defined]  # the addresses that it was given
