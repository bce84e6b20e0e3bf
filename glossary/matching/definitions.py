"""What a text itself says that its abbreviations stand for."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from glossary.matching.brackets import in_brackets
from glossary.matching.characters import cased
from glossary.matching.spelled_out import SpelledOut, spelled_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from glossary.matching.abbreviations import Abbreviations
    from glossary.matching.coding import Coded


class Definitions:
    """What a text says that its abbreviations stand for."""

    def __init__(self, coded: Coded, known: Abbreviations) -> None:
        self._coded = coded
        self._known = known
        self._found: dict[str, bool | None] = {}

    def of(self, entry: str) -> bool | None:
        """Return whether the text defines the abbreviation of ``entry`` as its own.

        None if it does not define it. One other meaning anywhere is enough for False.
        """
        if entry not in self._found:
            self._found[entry] = _all(
                chain(self._in_brackets.get(entry, ()), self._spelled_out(entry))
            )
        return self._found[entry]

    @cached_property
    def _in_brackets(self) -> Mapping[str, set[bool]]:
        """The verdicts, by entry, of all places where something stands in brackets."""
        found: defaultdict[str, set[bool]] = defaultdict(set)
        codes = self._coded.said.codes
        for definition in {*in_brackets(self._written, codes, self._known)}:
            for entry in self._known.entries(definition.short):
                is_own = definition.is_own(self._known.names(entry))
                if is_own is not None:
                    found[entry].add(is_own)
        return found

    def _spelled_out(self, entry: str) -> Iterator[bool]:
        names, seen = self._known.names(entry), set[SpelledOut]()
        codes = self._coded.said.codes
        if names:
            for found in spelled_out(self._written, codes, self._known, entry):
                is_own = None if found in seen else found.is_own(names)
                seen.add(found)
                if is_own is not None:
                    yield is_own

    def _written(self, place: tuple[int, int]) -> str:
        """Return a word as the text has it, with its capitals."""
        return cased(self._coded.said.read(*place))


def _all(verdicts: Iterable[bool]) -> bool | None:
    """Whether all are true, None if there is none: no more are asked than it takes."""
    known: bool | None = None
    for verdict in verdicts:
        known = verdict
        if not verdict:
            break
    return known
