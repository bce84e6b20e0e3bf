"""The term pack: a vocabulary as data, for matching on the reader's own device.

Our module loads one. It is plain JSON, so that other programs can read it too, and
``docs/matching-on-a-device.md`` tells them how:

``format``       ``FORMAT``; another number is another shape
``lang``         the language of the forms, or null where there are several
``langs``, ``form_names``, ``ids``   what the numbers below stand for
``forms``        for each its text, then the numbers of its id, language and form name;
                 where it has any, the sum of its marks: 1 if its capitals count, 2 if
                 in capitals it looks like an everyday word, 4 if it is meant in small
                 letters too; and the number of its rules
``rules``        ``unless``: patterns of which none may fit; ``only``: of which one must
``field``        families of phrases that tell whether a text is about the field
``clitics``      by language, what an apostrophe may join to a form
``conjunctions``  by language, the words for which it writes ``&``
``foldings``     by language that compares letters in its own way: the marks that do
                 not count (``silent``, as in a class of a regular expression), the
                 letters that keep theirs (``kept``), and pairs of a capital and a
                 small letter that is another one than elsewhere (``small``). In other
                 languages no accent counts, and no vowel of Arabic and Hebrew
``other_names``  by entry that has abbreviations, its full names in other languages

A pattern has ``phrases`` that stand anywhere in the text, or ``field`` (the text is
about it), or what is ``before`` and ``after`` a form, from the form outwards: each
time alternatives with ``|`` between them, of words with a space between them, or the
number of words that may be there. A star lets a word go on; ``NUMBER`` and ``MONEY``
are a figure and a sum.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict, TypeVar

from glossary.matching.capitals import looks_ordinary
from glossary.matching.joints import without_asides
from glossary.matching.patterns import read_family, read_pattern
from glossary.text import PLAIN

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence

    from glossary.matching.forms import Form
    from glossary.matching.patterns import Item
    from glossary.matching.vocabulary import Vocabulary
    from glossary.text import Folding

FORMAT = 4
_CAPITALS_COUNT, _LOOKS_ORDINARY, _ALSO_SMALL = 1, 2, 4
_Value = TypeVar("_Value", bound="Hashable")


class Around(TypedDict, total=False):
    """A pattern, ready for JSON."""

    before: list[str | int]
    after: list[str | int]
    phrases: Sequence[str]
    field: bool


class BothRules(TypedDict):
    """When a form is meant: unless one of these fits, and only if one of those does."""

    unless: list[Around]
    only: list[Around]


class Folded(TypedDict):
    """What does not count in the spellings of a language, ready for JSON."""

    silent: str
    kept: str
    small: list[list[str]]


class Pack(TypedDict):
    """A term pack, ready for JSON."""

    format: int
    lang: str | None
    langs: list[str]
    form_names: list[str]
    ids: list[str]
    forms: list[list[str | int]]
    rules: list[BothRules]
    field: list[list[str]]
    clitics: dict[str, list[str]]
    conjunctions: dict[str, list[str]]
    foldings: dict[str, Folded]
    other_names: dict[str, list[str]]


def pack(vocabulary: Vocabulary, lang: str | None = None) -> Pack:
    """Return ``vocabulary``, or what it has in the language ``lang``, as a pack."""
    forms = [form for form in vocabulary.forms if lang in (None, form.lang)]
    languages = _numbers(form.lang for form in forms)
    names = _numbers(form.name for form in forms)
    entries = _numbers(form.entry for form in forms)
    rules = _numbers(_rules(form) for form in forms if form.has_rules)
    return {
        "format": FORMAT,
        "lang": lang,
        "langs": list(languages),
        "form_names": list(names),
        "ids": list(entries),
        "forms": [
            [
                form.text,
                entries[form.entry],
                languages[form.lang],
                names[form.name],
                *_marks(form, rules),
            ]
            for form in forms
        ],
        "rules": [
            {"unless": [*map(_around, unless)], "only": [*map(_around, only)]}
            for unless, only in rules
        ],
        "field": [list(read_family(pattern)) for pattern in vocabulary.field],
        "clitics": {
            code: list(joined)
            for code, joined in vocabulary.clitics.items()
            if code in languages
        },
        "conjunctions": {
            code: list(words)
            for code, words in vocabulary.conjunctions.items()
            if lang in (None, code)
        },
        "foldings": {
            code: _folded(folding)
            for code, folding in vocabulary.foldings.items()
            if code in languages and folding is not PLAIN
        },
        "other_names": _other_names(vocabulary, lang),
    }


def _numbers(values: Iterable[_Value]) -> Mapping[_Value, int]:
    return {value: number for number, value in enumerate(dict.fromkeys(values))}


def _rules(form: Form) -> tuple[Sequence[str], Sequence[str]]:
    return form.unless, form.only


def _marks(
    form: Form, rules: Mapping[tuple[Sequence[str], Sequence[str]], int]
) -> list[int]:
    marks = 0
    if form.case_sensitive:
        marks = _CAPITALS_COUNT + _ALSO_SMALL * form.also_small
        marks += _LOOKS_ORDINARY * looks_ordinary(without_asides(form.text))
    if form.has_rules:
        return [marks, rules[_rules(form)]]
    return [marks] if marks else []


def _around(written: str) -> Around:
    pattern = read_pattern(written)
    if pattern.is_field:
        return {"field": True}
    if pattern.phrases:
        return {"phrases": pattern.phrases}
    return {"before": _packed(pattern.before), "after": _packed(pattern.after)}


def _packed(items: Sequence[Item]) -> list[str | int]:
    return [
        item if isinstance(item, int) else "|".join(map(" ".join, item))
        for item in items
    ]


def _folded(folding: Folding) -> Folded:
    return {
        "silent": folding.silent,
        "kept": folding.kept,
        "small": [list(pair) for pair in folding.small],
    }


def _other_names(vocabulary: Vocabulary, lang: str | None) -> dict[str, list[str]]:
    """Return what texts call the entries that have abbreviations, beside the forms."""
    if lang is None:
        return {}
    short = {
        form.entry
        for form in vocabulary.forms
        if form.case_sensitive and form.lang == lang
    }
    found: dict[str, list[str]] = {}
    for form in vocabulary.forms:
        if form.entry in short and form.lang != lang and not form.case_sensitive:
            found.setdefault(form.entry, []).append(form.text)
    return found
