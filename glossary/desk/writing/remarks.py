"""What is said of a field: what it lacks, what the checks found, what is alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


class Remark(NamedTuple):
    """A sentence; ``is_serious`` where a text cannot be submitted with it.

    ``words`` are those that it is about, ``more`` is what can be done, and ``links``
    lead to what it speaks of: a path, words, and their language.
    """

    text: str | _StrPromise
    is_serious: bool = False
    words: str = ""
    more: str = ""
    lang: str = ""
    links: tuple[tuple[str, str, str], ...] = ()
