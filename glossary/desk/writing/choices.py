"""What can be chosen in a field, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from glossary.desk.parts.fields import CODES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from glossary.desk.parts.fields import Words
    from glossary.desk.writing.slots import Slot


class Choice(NamedTuple):
    """A code, its words, and whether it is the one that is chosen."""

    code: str
    label: Words
    is_chosen: bool


def choices_of(slot: Slot, chosen: Iterable[str]) -> list[Choice]:
    """Return what can be chosen; a code that is none stays where it is chosen."""
    words, picked = words_of(slot), list(chosen)
    strange = [code for code in picked if code not in slot.codes]
    return [
        Choice(code, words.get(code, code), code in picked)
        for code in (*slot.codes, *strange)
    ]


def words_of(slot: Slot) -> Mapping[str, Words]:
    """Return what the codes of a field are called."""
    return CODES.get((slot.shape, slot.name), {})
