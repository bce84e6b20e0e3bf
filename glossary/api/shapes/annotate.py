"""The terms in a text, and the term pack."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from glossary.api.parameters.annotate import OCCURRENCES, OFFSETS
from glossary.api.parameters.fields import AUTO
from glossary.api.shapes.base import Narrowed, Shape
from glossary.api.shapes.briefs import Brief
from glossary.closed_lists import MatchForm


class AnnotateRequest(Narrowed):
    """A text, plain or as HTML (one of the two), and how it is read."""

    text = serializers.CharField(required=False, allow_blank=True)
    html = serializers.CharField(required=False, allow_blank=True)
    lang = serializers.CharField(
        required=False,
        default=AUTO,
        help_text=(
            "The language whose terms are looked for (BCP 47), or `auto`: all, and of "
            "abbreviations those of the text's own."
        ),
    )
    occurrences = serializers.ChoiceField(OCCURRENCES, required=False, default="all")
    exclude = serializers.ListField(
        child=serializers.CharField(),
        required=False,
        help_text="Ids of entries to leave out.",
    )
    offsets = serializers.ChoiceField(OFFSETS, required=False, default="code-point")


class FoundTerm(Shape):
    """A term in the text. None overlaps another."""

    start = serializers.IntegerField()
    end = serializers.IntegerField(help_text="The place after the last.")
    quote = serializers.CharField(help_text="The term as the text has it.")
    lang = serializers.CharField()
    form = serializers.ChoiceField(MatchForm.values())
    candidates = serializers.ListField(
        child=serializers.CharField(),
        help_text="Ids of the entries that may be meant, the likeliest first.",
    )


class AnnotateAnswer(Shape):
    """Which terms are in a text, where, and what they mean."""

    lang = serializers.CharField(
        help_text="The language looked for; with `auto`, the likeliest of the text."
    )
    offsets = serializers.ChoiceField(
        OFFSETS, help_text="What `start` and `end` count."
    )
    found = serializers.IntegerField(help_text="How many terms, listed or not.")
    matches = FoundTerm(many=True, help_text="In their order; the first 5,000.")
    entries = serializers.DictField(child=Brief(), help_text="By id.")
    text = serializers.CharField(
        required=False,
        help_text=(
            "With `html`: the text that was read, which `start` and `end` are places "
            "in. Blocks are apart by an empty line; U+FFFC stands for what was left "
            "alone."
        ),
    )
    html = serializers.CharField(
        required=False,
        help_text=(
            "With `html`: the markup, safe and well-formed, with a link "
            "(`a.glossary-term`, the ids in `data-entries`) on each first use."
        ),
    )


@extend_schema_field({"type": ["string", "integer"]})
class AnyValue(serializers.Field[Any, Any, Any, Any]):
    """A text or a number."""


@extend_schema_field(
    {
        "oneOf": [
            {"type": "integer"},
            {
                "type": "array",
                "items": {"type": "array", "items": {"type": "string"}},
            },
        ]
    }
)
class Item(serializers.Field[Any, Any, Any, Any]):
    """Alternatives, each a list of words; or the most words that may be there."""


class Pattern(Shape):
    """What is around a form, or in the text. A star lets a word go on."""

    before = serializers.ListField(
        child=Item(),
        required=False,
        help_text="Before the form, read from it outwards, words likewise.",
    )
    after = serializers.ListField(
        child=Item(),
        required=False,
        help_text="After it. `NUMBER` is any figure, `MONEY` any sum, `*` any word.",
    )
    phrases = serializers.ListField(
        child=serializers.CharField(),
        required=False,
        help_text="One of them stands somewhere in the text.",
    )
    field = serializers.BooleanField(
        required=False, help_text="The text is about the field."
    )


class Folded(Shape):
    """What does not count in the spellings of a language."""

    silent = serializers.CharField(
        help_text="Marks that do not count, as in a class of a regular expression."
    )
    kept = serializers.CharField(
        help_text="Letters that are letters of their own with their marks."
    )
    small = serializers.ListField(
        child=serializers.ListField(child=serializers.CharField()),
        help_text="Pairs of a capital and a small letter that is another elsewhere.",
    )


class TermPack(Shape):
    """Every form of every term, for matching on the reader's own device."""

    format = serializers.IntegerField(help_text="3; another number is another shape.")
    sequence = serializers.IntegerField(help_text="Of the newest publication.")
    lang = serializers.CharField(
        allow_null=True, help_text="Of all forms, or null where there are several."
    )
    languages = serializers.ListField(
        child=serializers.CharField(), help_text="Numbered from 0 in `forms`."
    )
    names = serializers.ListField(
        child=serializers.CharField(),
        help_text="Of kinds of form: `exact`, `plural` and so on; numbered from 0.",
    )
    entries = serializers.ListField(
        child=serializers.CharField(), help_text="Ids, numbered from 0."
    )
    forms = serializers.ListField(
        child=serializers.ListField(child=AnyValue()),
        help_text=(
            "Each a text, then the numbers of its entry, language and name; where it "
            "has any, the sum of its marks (1 if its capitals count, 2 if in capitals "
            "it looks like an everyday word); and the number of its rules."
        ),
    )
    rules = serializers.ListField(
        child=serializers.ListField(child=Pattern(many=True)),
        help_text=(
            "Numbered from 0 in `forms`. Two lists of patterns each: a form is meant "
            "unless one of the first fits, and only if one of the second does."
        ),
    )
    field = serializers.ListField(
        child=serializers.ListField(child=serializers.CharField()),
        help_text=(
            "Families of phrases. A text is about the field if it has phrases of one "
            "family; from 20 words on, of two; from 100 on, of three."
        ),
    )
    clitics = serializers.DictField(
        child=serializers.ListField(child=serializers.CharField()),
        help_text="By language: what an apostrophe may join to a form.",
    )
    foldings = serializers.DictField(
        child=Folded(),
        help_text=(
            "By language that compares letters in its own way. In others no accent "
            "counts, and no vowel of Arabic and Hebrew."
        ),
    )
    other_names = serializers.DictField(
        child=serializers.ListField(child=serializers.CharField()),
        help_text=(
            "By id of an entry with abbreviations: its full names in languages that "
            "the pack leaves out, by which a text may say what they stand for."
        ),
    )
    briefs = serializers.DictField(
        child=Brief(), required=False, help_text="By id, with `include=short`."
    )
