"""The term pack: what a device needs to find terms by itself."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import Field

from glossary.api.responses.base import Address, Langs, Maybe
from glossary.api.responses.briefs import Briefs
from glossary.matching import FORMAT
from glossary.public_form import PublicShape

Item: TypeAlias = int | str
"""Alternatives of words, with ``|`` between; or the most words that may be there."""


class Pattern(PublicShape):
    """What is around a form, or in the text. A star lets a word go on."""

    before: Annotated[
        Maybe[list[Item]],
        Field(
            description="Before the form, read from it outwards: alternatives with "
            "`|` between them, or the most words that may be there."
        ),
    ] = None
    after: Annotated[
        Maybe[list[Item]],
        Field(
            description="After it. `NUMBER` is any figure, `MONEY` any sum, `*` any "
            "word."
        ),
    ] = None
    phrases: Annotated[
        Maybe[list[str]],
        Field(description="One of them stands somewhere in the text."),
    ] = None
    field: Annotated[Maybe[bool], Field(description="The text is about the field.")] = (
        None
    )


class FormRules(PublicShape):
    """When a form is meant where it stands."""

    unless: Annotated[list[Pattern], Field(description="None of these may fit.")]
    only: Annotated[
        list[Pattern], Field(description="If there are any, one of these must fit.")
    ]


class Folded(PublicShape):
    """What does not count in the spellings of a language."""

    silent: Annotated[
        str,
        Field(
            description="Marks that do not count, as in a class of a regular "
            "expression."
        ),
    ]
    kept: Annotated[
        str,
        Field(description="Letters that are letters of their own with their marks."),
    ]
    small: Annotated[
        list[list[str]],
        Field(
            description="Pairs of a capital and a small letter that is another one "
            "than elsewhere."
        ),
    ]


class Matching(PublicShape):
    """What reads a pack: ours, or an engine of your own."""

    module: Annotated[
        Address,
        Field(
            description="The ECMAScript module that finds the terms of packs of this "
            "format in a text."
        ),
    ]
    integrity: Annotated[
        str,
        Field(
            description="The SHA-256 digest of the module, as Subresource Integrity "
            "has it. Another digest: the module has changed."
        ),
    ]
    cases: Annotated[
        Address, Field(description="The cases that an engine of your own must pass.")
    ]
    licence: Annotated[
        str, Field(description="The licence of the module and of the cases (SPDX).")
    ]


class PackedVocabulary(PublicShape):
    """Forms of terms, and all that says where one of them is meant."""

    format: Annotated[
        int,
        Field(description=f"{FORMAT}; another number is another shape of the pack."),
    ]
    lang: Annotated[
        str | None,
        Field(
            description="The language of all forms, or null where there are several."
        ),
    ]
    langs: Annotated[
        Langs, Field(description="The languages, numbered from 0 in `forms`.")
    ]
    form_names: Annotated[
        tuple[str, ...],
        Field(
            description="Kinds of form: `exact`, `plural` and so on; numbered from 0."
        ),
    ]
    ids: Annotated[
        tuple[str, ...], Field(description="Ids of entries, numbered from 0.")
    ]
    forms: Annotated[
        tuple[list[str | int], ...],
        Field(
            description="Each a text, then the numbers of its id, language and kind; "
            "where it has any, the sum of its marks (1 if its capitals count, 2 if in "
            "capitals it looks like an everyday word, 4 if it is meant in small "
            "letters too); and the number of its rules."
        ),
    ]
    rules: Annotated[
        tuple[FormRules, ...], Field(description="Numbered from 0 in `forms`.")
    ]
    field: Annotated[
        tuple[list[str], ...],
        Field(
            description="Families of phrases. A text is about the field if it has "
            "phrases of one family; from 20 words on, of two; from 100 on, of three."
        ),
    ]
    clitics: Annotated[
        dict[str, list[str]],
        Field(description="BCP 47 to what an apostrophe may join to a form."),
    ]
    conjunctions: Annotated[
        dict[str, list[str]],
        Field(description="BCP 47 to the words for which a text may have `&`."),
    ]
    foldings: Annotated[
        dict[str, Folded],
        Field(
            description="BCP 47 to what does not count in a language that compares "
            "letters in its own way. In others no accent counts, and no vowel of "
            "Arabic and Hebrew."
        ),
    ]
    other_names: Annotated[
        dict[str, list[str]],
        Field(
            description="By id of an entry with abbreviations: its full names in "
            "languages that the pack leaves out, by which a text may say what they "
            "stand for."
        ),
    ]


class TermPack(PackedVocabulary):
    """Every form of every term, for matching on the reader's own device."""

    sequence: Annotated[int, Field(description="The number of the newest publication.")]
    matching: Annotated[
        Matching, Field(description="What finds the terms of this pack in a text.")
    ]
    briefs: Annotated[Maybe[Briefs], Field(description="With `include=short`.")] = None
