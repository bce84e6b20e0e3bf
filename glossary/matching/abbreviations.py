"""The abbreviations of a vocabulary, and the full names of what they stand for."""

from __future__ import annotations

from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from glossary.matching.characters import cased
from glossary.matching.whole import words_of

if TYPE_CHECKING:
    from collections.abc import (
        Callable,
        Collection,
        Iterable,
        Iterator,
        Mapping,
        Sequence,
    )

    from glossary.matching.forms import Form

_NOBODY: frozenset[str] = frozenset()


class Abbreviations:
    """Which entries an abbreviation may stand for. Worked out when first asked."""

    def __init__(self, forms: Mapping[str, Sequence[Form]]) -> None:
        """Know the forms of each entry."""
        self._forms = forms
        self._known_names: dict[str, Sequence[Sequence[bytes]]] = {}

    def has(self, written: str) -> bool:
        """Whether a word, with its capitals, is an abbreviation."""
        return written in self._entries

    def entries(self, written: str) -> Iterable[str]:
        """Return the entries that it may stand for."""
        return self._entries[written]

    def abbreviations(self, entry: str) -> Iterable[str]:
        """Return how abbreviations of ``entry`` are written, each a single word."""
        ways = dict.fromkeys(
            way for form in self._forms.get(entry, ()) for way in _words(form)
        )
        return [way for way in ways if len(words_of(way)) == 1]

    def names(self, entry: str) -> Sequence[Sequence[bytes]]:
        """Return the words of each full name of ``entry``, in every language.

        Nothing where it has no abbreviation.
        """
        if entry not in self._known_names:
            self._known_names[entry] = self._names(entry)
        return self._known_names[entry]

    def reach(self, written: str) -> int:
        """Return how many words a long form of it may have."""
        names = (name for entry in self.entries(written) for name in self.names(entry))
        return max(len(written) + 5, *map(len, names), 0)

    @property
    def texts(self) -> Collection[str]:
        """Every abbreviation as it is written itself."""
        return self._texts.keys()

    def changed(
        self, forms: Mapping[str, Sequence[Form]], entries: Collection[str]
    ) -> Abbreviations:
        """Return them as they are when some of the entries have other ``forms``.

        What nobody has asked for yet is not worked out for that.
        """
        after = Abbreviations(forms)
        gone = [form for entry in entries for form in self._forms.get(entry, ())]
        new = [form for entry in entries for form in forms.get(entry, ())]
        if "_entries" in self.__dict__:
            after._entries = _filed_anew(self._entries, _words, gone, new)
        if "_texts" in self.__dict__:
            after._texts = _filed_anew(self._texts, _text, gone, new)
        return after

    @cached_property
    def _entries(self) -> Mapping[str, frozenset[str]]:
        return _filed_anew({}, _words, (), self._all())

    @cached_property
    def _texts(self) -> Mapping[str, frozenset[str]]:
        return _filed_anew({}, _text, (), self._all())

    def _all(self) -> Iterator[Form]:
        return chain.from_iterable(self._forms.values())

    def _names(self, entry: str) -> Sequence[Sequence[bytes]]:
        forms = self._forms.get(entry, ())
        if not any(_words(form) for form in forms):
            return ()
        full = (words_of(form.text) for form in forms if not form.case_sensitive)
        return [words for words in full if words]


def _words(form: Form) -> Collection[str]:
    """Return how a form is written as a word, if it is an abbreviation."""
    if not form.case_sensitive or " " in form.text:
        return ()
    word = cased(form.text)
    small = (word.lower(), word.capitalize()) if form.also_small else ()
    return word, word.upper(), *small


def _text(form: Form) -> Collection[str]:
    return (form.text,) if form.case_sensitive else ()


def _filed_anew(
    filed: Mapping[str, frozenset[str]],
    ways: Callable[[Form], Collection[str]],
    gone: Collection[Form],
    new: Iterable[Form],
) -> dict[str, frozenset[str]]:
    """Return which entries there are for each way of writing, after a change."""
    after: dict[str, frozenset[str]] = {**filed}
    for form in gone:
        for way in ways(form):
            after[way] -= {form.entry}
    for form in new:
        for way in ways(form):
            after[way] = after.get(way, _NOBODY) | {form.entry}
    for way in {way for form in gone for way in ways(form)}:
        if not after[way]:
            del after[way]
    return after
