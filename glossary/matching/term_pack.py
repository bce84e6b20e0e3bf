"""The term pack: a vocabulary as data, for matching on the reader's own device.

``matching.js`` loads one. It is plain JSON, so that other programs can read it too:

``format``       1; another number is another shape
``lang``         the language of the forms, or null where there are several
``languages``, ``names``, ``entries``   what the numbers below stand for
``forms``        for each its text, then the numbers of its entry, language and name,
                 and, where it has any, the sum of its marks: 1 if its capitals count,
                 2 if in capitals it looks like an everyday word
``not_inside``   by entry, the phrases inside which none of its forms is meant
``clitics``      by language, what an apostrophe may join to a form
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from glossary.matching.capitals import looks_ordinary

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from glossary.matching.forms import Form
    from glossary.matching.vocabulary import Vocabulary

FORMAT = 1
_CAPITALS_COUNT, _LOOKS_ORDINARY = 1, 2


class Pack(TypedDict):
    """A term pack, ready for JSON."""

    format: int
    lang: str | None
    languages: list[str]
    names: list[str]
    entries: list[str]
    forms: list[list[str | int]]
    not_inside: dict[str, list[str]]
    clitics: dict[str, list[str]]


def pack(vocabulary: Vocabulary, lang: str | None = None) -> Pack:
    """Return ``vocabulary``, or what it has in the language ``lang``, as a pack."""
    forms = [form for form in vocabulary.forms if lang in (None, form.lang)]
    languages = _numbers([form.lang for form in forms])
    names = _numbers([form.name for form in forms])
    entries = _numbers([form.entry for form in forms])
    return {
        "format": FORMAT,
        "lang": lang,
        "languages": list(languages),
        "names": list(names),
        "entries": list(entries),
        "forms": [
            [
                form.text,
                entries[form.entry],
                languages[form.lang],
                names[form.name],
                *_marks(form),
            ]
            for form in forms
        ],
        "not_inside": {
            form.entry: list(form.not_inside) for form in forms if form.not_inside
        },
        "clitics": {
            code: list(joined)
            for code, joined in vocabulary.clitics.items()
            if code in languages
        },
    }


def _numbers(values: Sequence[str]) -> Mapping[str, int]:
    return {value: number for number, value in enumerate(dict.fromkeys(values))}


def _marks(form: Form) -> list[int]:
    if not form.case_sensitive:
        return []
    return [_CAPITALS_COUNT + _LOOKS_ORDINARY * looks_ordinary(form.text)]
