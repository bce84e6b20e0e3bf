"""The words of harm, found in what somebody types in any of their forms.

It is better to offer help to somebody who needs none than the other way round, so a
word counts in whatever language it is typed, inflected, mutated, or with a slip in it.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import yaml

from glossary import languages
from glossary.search import is_close, joined
from glossary.text import accented_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from glossary.languages import Language

_DATA = Path(__file__).with_name("words.yaml")
_LONG = 5  # letters from which on a slip is forgiven


class Form(NamedTuple):
    """A word as it is written, or what stands for its family."""

    text: str
    is_family: bool


Forms: TypeAlias = "frozenset[Form]"
Sign: TypeAlias = "tuple[Forms, ...]"
"""A word of harm, or several that say it together: the forms of each."""


class Signs(NamedTuple):
    """What tells of harm in a language, and what the same words are elsewhere.

    ``spellings`` are the words of the former, of which another may be a slip.
    """

    harmful: Sequence[Sign]
    harmless: Sequence[Sign]
    spellings: Sequence[Form]


def is_about_harm(text: str) -> bool:
    """Say whether ``text`` has words that tell of harm to somebody."""
    words = [*_words(text)]
    strange = {word for word in words if _may_be_slip(word)}
    return any(
        _is_said_in(language, words, strange) for language in languages.all_languages()
    )


def _is_said_in(
    language: Language, words: Sequence[str], unknown: Collection[str]
) -> bool:
    signs, fold = _signs(language.code), language.folding.fold
    strange = {fold(word) for word in unknown}
    typed = [_forms(language, word, language.radicals(fold(word))) for word in words]
    counted = _without(typed, signs.harmless) | _meant(strange, signs.spellings)
    return any(_is_in(sign, counted) for sign in signs.harmful)


def _without(typed: Sequence[Forms], harmless: Sequence[Sign]) -> Forms:
    """Return the forms of what was typed, but of words that are harmless together."""
    every = _all(typed)
    left_out = _all(
        chain.from_iterable(sign for sign in harmless if _is_in(sign, every))
    )
    return _all(filter(left_out.isdisjoint, typed))


def _is_in(sign: Sign, typed: Forms) -> bool:
    return not any(map(typed.isdisjoint, sign))


def _all(found: Iterable[Forms]) -> Forms:
    return frozenset[Form]().union(*found)


def _may_be_slip(word: str) -> bool:
    """Say whether a word is long, and in no dictionary."""
    return len(word) >= _LONG and not any(
        language.knows(word) for language in languages.all_languages()
    )


def _meant(strange: Collection[str], spellings: Sequence[Form]) -> Forms:
    """Return the words of which one that no dictionary has may be a slip."""
    return frozenset(
        form for word in strange for form in spellings if is_close(word, form.text)
    )


@lru_cache
def _signs(lang: str) -> Signs:
    rows = yaml.load(_DATA.read_text(encoding="utf-8"), yaml.CSafeLoader)
    own = [row for row in rows if row["language"] == lang]
    kinds = {row["kind"]: _kind(row) for row in own if "kind" in row}
    harmful, harmless = (
        [
            _sign(entry, row, kinds)
            for row in own
            if "kind" not in row and row.get("harmless", False) is is_harmless
            for entry in row["words"]
        ]
        for is_harmless in (False, True)
    )
    return Signs(harmful, harmless, [*_all(chain(*harmful))])


def _kind(row: Mapping[str, Any]) -> Forms:
    return _all(_listed(joined(word), row) for word in row["words"])


def _sign(entry: str, row: Mapping[str, Any], kinds: Mapping[str, Forms]) -> Sign:
    """Read an entry of the list: words, and names of kinds of words."""
    return tuple(
        forms
        for part in entry.split()
        for forms in (
            [kinds[part]]
            if part in kinds
            else [_listed(one, row) for one in _words(part)]
        )
    )


def _listed(word: str, row: Mapping[str, Any]) -> Forms:
    """Return the forms of a word of a row, as far as they count there."""
    if row.get("as_written", False):
        folded = languages.get(row["language"]).folding.fold(word)
        return frozenset({Form(folded, is_family=False)})
    return _forms(languages.get(row["language"]), word)


def _forms(language: Language, word: str, radicals: Iterable[str] = ()) -> Forms:
    """Return what a word is written as, or may have been, and its family."""
    folded = language.folding.fold(word)
    written = (Form(one, is_family=False) for one in (folded, *radicals))
    return frozenset({*written, Form(language.family(word), is_family=True)})


def _words(text: str) -> Iterator[str]:
    """Yield words with their accents: closed up, and in parts if they have any.

    The e of e-bost is no part.
    """
    for word in accented_words(text):
        yield joined(word)
        if joined(word) != word:
            parts = [part for part in word.split("-") if len(part) > 1]
            yield from (one for part in parts for one in part.split("'"))
