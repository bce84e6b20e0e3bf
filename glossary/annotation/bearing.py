"""What holds for the words in an element: each hands it on to those that are in it."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from glossary.annotation.elements import (
    DROPPED,
    NO_GLOSSARY,
    SILENT,
    UNLINKED,
)
from glossary.annotation.styles import is_hidden, unseen_in

if TYPE_CHECKING:
    from collections.abc import Mapping


class Manner(IntEnum):
    """What may be done with words. An element hands its manner on, or a stricter."""

    FREE = 0
    UNLINKED = 1
    SILENT = 2
    HIDDEN = 3
    DROPPED = 4


class Bearing(NamedTuple):
    """``manner`` and whatever else decides how words are read.

    ``lang`` is their language as the markup has it, ``unseen`` the properties of
    style by which they are not seen.
    """

    manner: Manner = Manner.FREE
    lang: str = ""
    has_lines: bool = False
    is_raised: bool = False
    unseen: frozenset[str] = frozenset()

    @property
    def is_left_out(self) -> bool:
        """Whether elements here are not given back, nor what is in them."""
        return self.manner >= Manner.HIDDEN

    @property
    def hides(self) -> bool:
        """Whether words here were hidden by whoever wrote them."""
        return self.manner is Manner.HIDDEN or bool(self.unseen)

    def inside(self, name: str, given: Mapping[str, str]) -> Bearing:
        """Return what holds in an element here that is given back."""
        return Bearing(
            manner=max(self.manner, manner_of(name, given)),
            lang=given.get("lang", self.lang),
            has_lines=self.has_lines or name == "pre",
            is_raised=name == "sup" or (self.is_raised and name != "sub"),
            unseen=unseen_in(given, self.unseen),
        )

    def around(self, name: str, given: Mapping[str, str]) -> Bearing:
        """Return what holds for what is in an element that itself is not given back.

        What nobody could know of the answer does not count: it is to be read as the
        markup was.
        """
        manner = manner_of(name, given)
        return self._replace(
            manner=max(self.manner, manner) if manner >= Manner.HIDDEN else self.manner,
            unseen=unseen_in(given, self.unseen),
        )


def manner_of(name: str, given: Mapping[str, str]) -> Manner:
    """Return what may be done with the words in an element because of itself."""
    if name in DROPPED:
        return Manner.DROPPED
    if is_hidden(name, given):
        return Manner.HIDDEN
    if name in SILENT or NO_GLOSSARY in given.get("class", "").split():
        return Manner.SILENT
    if name in UNLINKED:
        return Manner.UNLINKED
    return Manner.FREE
