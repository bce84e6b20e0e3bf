"""A vocabulary: the forms that are looked for in texts, built once."""

from __future__ import annotations

from copy import copy
from itertools import chain, groupby
from operator import attrgetter
from types import MappingProxyType
from typing import TYPE_CHECKING

from glossary.matching.abbreviations import Abbreviations
from glossary.matching.forms import Places
from glossary.matching.judging import Background
from glossary.matching.patterns import read_family
from glossary.matching.proposals import Proposals
from glossary.matching.reading import Reading, Wanted
from glossary.matching.spellings import Writing, arrange, rearrange

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from glossary.matching.forms import Form
    from glossary.matching.matches import Match
    from glossary.text import Folding

_NONE: Mapping[str, Collection[str]] = MappingProxyType({})
_NO_FOLDINGS: Mapping[str, Folding] = MappingProxyType({})


class Vocabulary:
    """The forms to look for. It never changes, and threads may share it.

    ``clitics`` are, by language, what an apostrophe may join to a form,
    ``conjunctions`` the words for which it writes ``&``, ``foldings`` what does not
    count in its spellings. ``field`` are patterns of words: a text in which several
    are is about the field.
    """

    __slots__ = (
        "_background",
        "_by_entry",
        "_first_words",
        "_languages",
        "_writing",
        "clitics",
        "conjunctions",
        "field",
        "foldings",
        "forms",
    )

    def __init__(
        self,
        forms: Iterable[Form],
        clitics: Mapping[str, Collection[str]],
        conjunctions: Mapping[str, Collection[str]],
        foldings: Mapping[str, Folding],
        field: Iterable[str],
    ) -> None:
        self.forms = tuple(forms)
        self._by_entry = _by_entry(self.forms)
        self.foldings = dict(foldings)
        self.clitics = {lang: tuple(sorted(joined)) for lang, joined in clitics.items()}
        self.conjunctions = {lang: tuple(some) for lang, some in conjunctions.items()}
        self.field = tuple(field)
        self._writing = Writing(
            self.foldings,
            {
                lang: tuple(map(str.encode, some))
                for lang, some in self.conjunctions.items()
            },
        )
        self._background = Background(
            places=Places(self.forms),
            clitics={
                lang: frozenset(map(str.encode, joined))
                for lang, joined in self.clitics.items()
            },
            conjunctions=_by_word(self._writing.conjunctions),
            abbreviations=Abbreviations(self._by_entry),
            field=[read_family(pattern) for pattern in self.field],
        )
        self._languages = frozenset(form.lang for form in self.forms)
        self._first_words = arrange(self.forms, self._writing)

    @property
    def abbreviations(self) -> Collection[str]:
        """The forms whose capitals count, as they are written."""
        return self._background.abbreviations.texts

    def changed(self, entries: Collection[str], forms: Iterable[Form]) -> Vocabulary:
        """Return the vocabulary as it is when some entries have these forms only.

        It finds what one that is built anew finds, if entries come in the order of
        their ids; the time that this takes depends on what has changed.
        """
        after, new, left = copy(self), tuple(forms), dict(self._by_entry)
        gone = [form for entry in entries for form in left.pop(entry, ())]
        by_entry = dict(sorted({**left, **_by_entry(new)}.items()))
        after._by_entry = by_entry
        after.forms = tuple(chain.from_iterable(by_entry.values()))
        after._languages |= {form.lang for form in new}
        after._first_words = rearrange(
            self._first_words, [*gone, *new], by_entry, self._writing
        )
        abbreviations = self._background.abbreviations.changed(by_entry, entries)
        after._background = self._background._replace(
            abbreviations=abbreviations, places=Places(after.forms)
        )
        return after

    def find(
        self,
        text: str,
        *,
        exclude: Iterable[str] = (),
        langs: Sequence[str] | None = None,
    ) -> list[Match]:
        """Return the terms in ``text``, in order; no two of them overlap.

        Entries in ``exclude`` are not looked for, nor, where ``langs`` is
        given, forms in others. A word that several languages share is taken for
        one of the first of them, the text's own; the abbreviations of the others
        are not the text's.
        """
        wanted = self._wanted(frozenset(exclude), langs)
        return Reading(text, wanted, self._background).matches(self._propose)

    def _propose(self, signs: bytes) -> Proposals:
        """Return what the words of a text, given in ``signs``, may be."""
        conjunctions = self._background.conjunctions
        return Proposals(signs, self._first_words, conjunctions)

    def _wanted(self, excluded: frozenset[str], langs: Sequence[str] | None) -> Wanted:
        if langs is None:
            return Wanted(excluded, dict.fromkeys(self._languages, 0), not excluded)
        ranks = {lang: rank for rank, lang in enumerate(langs)}
        return Wanted(
            excluded, ranks, is_all=not excluded and self._languages <= ranks.keys()
        )


def build_vocabulary(
    forms: Iterable[Form],
    *,
    clitics: Mapping[str, Collection[str]] = _NONE,
    conjunctions: Mapping[str, Collection[str]] = _NONE,
    foldings: Mapping[str, Folding] = _NO_FOLDINGS,
    field: Iterable[str] = (),
) -> Vocabulary:
    """Return a vocabulary of ``forms``.

    Of the forms of a term that are written alike, the first given counts. Raises
    ``PatternError`` where one of their patterns cannot be read.
    """
    return Vocabulary(forms, clitics, conjunctions, foldings, field)


def _by_word(conjunctions: Mapping[str, Iterable[bytes]]) -> dict[bytes, set[str]]:
    """Return the languages of each of the words."""
    found: dict[bytes, set[str]] = {}
    for lang, words in conjunctions.items():
        for word in words:
            found.setdefault(word, set()).add(lang)
    return found


def _by_entry(forms: Iterable[Form]) -> dict[str, tuple[Form, ...]]:
    found: dict[str, tuple[Form, ...]] = {}
    for entry, rows in groupby(forms, attrgetter("entry")):
        found[entry] = (*found.get(entry, ()), *rows)
    return found
