"""What the plain-language checks find in a text."""

from __future__ import annotations

from rest_framework import serializers

from glossary.api.parameters.annotate import OFFSETS
from glossary.api.parameters.fields import AUTO
from glossary.api.shapes.base import Narrowed, Shape
from glossary.plain_language import Severity

SEVERITIES = [str(severity) for severity in Severity]


class CheckRequest(Narrowed):
    """A text and how it is read."""

    text = serializers.CharField(allow_blank=True)
    lang = serializers.CharField(
        required=False,
        default=AUTO,
        help_text="The language of the text (BCP 47), or `auto`: the likeliest one.",
    )
    offsets = serializers.ChoiceField(OFFSETS, required=False, default="code-point")


class Told(Shape):
    """What there is to say, by language: where one has no sentence, another has."""

    code = serializers.CharField(help_text="Stable and untranslated.")
    reason = serializers.DictField(child=serializers.CharField())
    suggestion = serializers.DictField(child=serializers.CharField())


class FoundInText(Told):
    """One thing that was found. Several may be about the same words."""

    severity = serializers.ChoiceField(
        SEVERITIES,
        help_text=(
            "`error`: put it right; `warning`: nearly always a mistake; `note`: to "
            "think about."
        ),
    )
    start = serializers.IntegerField()
    end = serializers.IntegerField(help_text="The place after the last.")
    excerpt = serializers.CharField(
        help_text="The words that it is about, shortened where they are many."
    )


class SeverityCounts(Shape):
    """How many things were found, listed or not."""

    error = serializers.IntegerField()
    warning = serializers.IntegerField()
    note = serializers.IntegerField()


class TextMeasures(Shape):
    """The size of the text. There is no grade."""

    words = serializers.IntegerField()
    sentences = serializers.IntegerField()
    average = serializers.IntegerField(help_text="Words in a sentence, rounded.")
    long_sentences = serializers.IntegerField(help_text="Of more than 25 words.")


class CheckAnswer(Shape):
    """What was found in a text, the heaviest first, and what could not be checked."""

    lang = serializers.CharField(
        help_text="The language that the text was read in; with `auto`, a guess."
    )
    offsets = serializers.ChoiceField(
        OFFSETS, help_text="What `start` and `end` count."
    )
    counts = SeverityCounts()
    findings = FoundInText(many=True, help_text="At most 1,000, the heaviest ones.")
    measures = TextMeasures()
    not_checked = Told(
        many=True, help_text="Checks that cannot be made here, and why not."
    )
