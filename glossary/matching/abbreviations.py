"""The abbreviations of a vocabulary, and the full names of what they stand for."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from glossary.matching.characters import cased
from glossary.matching.whole import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from glossary.matching.forms import Form


class Abbreviations:
    """Which entries an abbreviation may stand for. Worked out when first asked."""

    def __init__(self, forms: Iterable[Form]) -> None:
        self._forms = forms

    def has(self, written: str) -> bool:
        """Whether a word, with its capitals, is an abbreviation."""
        return written in self._entries

    def entries(self, written: str) -> Iterable[str]:
        """Return the entries that it may stand for."""
        return self._entries[written]

    def names(self, entry: str) -> Sequence[Sequence[bytes]]:
        """Return the words of each full name of ``entry``, in every language."""
        return self._names.get(entry, ())

    def reach(self, written: str) -> int:
        """Return how many words a long form of it may have."""
        names = (name for entry in self.entries(written) for name in self.names(entry))
        return max(len(written) + 5, *map(len, names), 0)

    @cached_property
    def _entries(self) -> Mapping[str, Iterable[str]]:
        found: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for form in self._forms:
            if form.case_sensitive and " " not in form.text:
                word = cased(form.text)
                found[word][form.entry] = found[word.upper()][form.entry] = None
        return found

    @cached_property
    def _names(self) -> Mapping[str, Sequence[Sequence[bytes]]]:
        short = {entry for entries in self._entries.values() for entry in entries}
        found: defaultdict[str, list[Sequence[bytes]]] = defaultdict(list)
        for form in self._forms:
            if form.entry in short and not form.case_sensitive:
                words = words_of(form.text)
                if words:
                    found[form.entry].append(words)
        return found
