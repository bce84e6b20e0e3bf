"""The words of harm, found in what somebody types in any of their forms.

It is better to offer help to somebody who needs none than the other way round, so a
word counts in whatever language it is typed, inflected, mutated, or with a slip in it.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import yaml

from glossary import languages
from glossary.search import is_close
from glossary.text import accented_words, fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glossary.languages import Language

_DATA = Path(__file__).with_name("words.yaml")
_LONG = 5  # letters from which on a slip is forgiven


class Form(NamedTuple):
    """A word as it is written, or what stands for its family."""

    text: str
    is_family: bool


Sign: TypeAlias = "tuple[frozenset[Form], ...]"
"""A word of harm, or several that say it together: the forms of each."""


def is_about_harm(text: str) -> bool:
    """Say whether ``text`` has a word that tells of harm to somebody."""
    words = [*_words(text)]
    return any(_is_said_in(language, words) for language in languages.all_languages())


def _is_said_in(language: Language, words: Sequence[str]) -> bool:
    typed = [_forms(language, word) for word in words]
    return any(_is_said(sign, typed, words) for sign in _signs(language.code))


def _is_said(
    sign: Sign, typed: Sequence[frozenset[Form]], words: Sequence[str]
) -> bool:
    if all(any(forms & one for one in typed) for forms in sign):
        return True
    return len(sign) == 1 and any(
        _is_slip(word, form.text)
        for word in words
        for form in sign[0]
        if not form.is_family
    )


def _is_slip(word: str, form: str) -> bool:
    """Say whether a word that no dictionary has may be one of the forms."""
    folded = fold(word)
    return (
        min(len(folded), len(form)) >= _LONG
        and is_close(folded, form)
        and not any(one.knows(word) for one in languages.all_languages())
    )


@lru_cache
def _signs(lang: str) -> tuple[Sign, ...]:
    language = languages.get(lang)
    rows = yaml.load(_DATA.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return tuple(
        tuple(_forms(language, word, radicals=()) for word in _words(entry))
        for row in rows
        if row["language"] == lang
        for entry in row["words"]
    )


def _forms(
    language: Language, word: str, radicals: Sequence[str] | None = None
) -> frozenset[Form]:
    """Return what a word may be a form of; a listed word is written as it is."""
    folded = fold(word)
    changed = language.radicals(folded) if radicals is None else radicals
    written = (Form(one, is_family=False) for one in (folded, *changed))
    return frozenset({*written, Form(language.family(word), is_family=True)})


def _words(text: str) -> Iterator[str]:
    """Yield words with their accents: hyphenated ones closed up, and in parts."""
    for word in accented_words(text):
        yield word.replace("-", "").replace("'", "")
        if "-" in word or "'" in word:
            yield from (part for part in word.replace("'", "-").split("-") if part)
