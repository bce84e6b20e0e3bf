"""Slips in the names of the real entries, the same ones in every run.

Each name that may be guessed gets four: a letter left out, one put in, another one
taken, two swapped. They are in words that are long enough, and that are no codes.
"""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING, NamedTuple

from glossary.closed_lists import ABBREVIATED, NOT_IN_USE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glossary.document import EntryDocument

_KEYS = "abcdefghijklmnopqrstuvwxyz"
_WORD = re.compile(r"[^\W\d_]{5,}")


class Slip(NamedTuple):
    """What somebody typed who wanted the name of an entry."""

    typed: str
    name: str
    entry_id: str


def slips(documents: Iterable[EntryDocument], *, seed: int = 1) -> list[Slip]:
    """Return the slips in the names of ``documents``."""
    chance = random.Random(seed)  # noqa: S311 (material, not secrets)
    return [
        Slip(typed, name, document.id)
        for document in documents
        for name in _names(document)
        for typed in _mistyped(name, chance)
    ]


def hidden_slips(documents: Iterable[EntryDocument]) -> list[Slip]:
    """Return the slips in what leads to ``documents`` and is not shown."""
    chance = random.Random(1)  # noqa: S311 (material, not secrets)
    return [
        Slip(typed, name, document.id)
        for document in documents
        for section in document.languages.values()
        for name in section.hidden
        for typed in _mistyped(name, chance)
    ]


def _names(document: EntryDocument) -> Iterator[str]:
    """Yield the names that may be proposed."""
    for section in document.languages.values():
        for term in section.terms:
            is_code = term.type in ABBREVIATED
            if not (is_code or term.context_only or term.status in NOT_IN_USE):
                yield term.text


def _mistyped(name: str, chance: random.Random) -> Iterator[str]:
    places = [
        at
        for word in _WORD.finditer(name)
        if not word.group().isupper()
        for at in range(word.start(), word.end() - 1)
    ]
    if not places:
        return
    at = chance.choice(places)
    yield name[:at] + name[at + 1 :]
    yield name[:at] + chance.choice(_KEYS) + name[at:]
    others = [key for key in _KEYS if key != name[at].lower()]
    yield name[:at] + chance.choice(others) + name[at + 1 :]
    unlike = [one for one in places if name[one].lower() != name[one + 1].lower()]
    at = chance.choice(unlike)
    yield name[:at] + name[at + 1] + name[at] + name[at + 2 :]
