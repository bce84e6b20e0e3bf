"""What is said of a field: what it lacks, what the checks found, what is alike."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.utils.functional import _StrPromise

    from glossary.review import Piece


class Weight(StrEnum):
    """How much it weighs: with what is ``WRONG`` a text cannot be submitted."""

    WRONG = "wrong"
    LOOK = "look"
    THINK = "think"
    GOOD = "good"


class Led(NamedTuple):
    """What a remark leads to: where, what that is called and says, in what language."""

    path: str
    label: str
    short: str
    lang: str


class Remark(NamedTuple):
    """A sentence; ``words`` are those that it is about, ``more`` what can be done."""

    text: str | _StrPromise
    weight: Weight
    words: str = ""
    more: str | _StrPromise = ""
    links: tuple[Led, ...] = ()

    @property
    def is_serious(self) -> bool:
        """Whether a text cannot be submitted with this in it."""
        return self.weight == Weight.WRONG


class Changed(NamedTuple):
    """What another language says otherwise since a text was made to match it."""

    lang: str
    name: str
    pieces: Sequence[Piece]
