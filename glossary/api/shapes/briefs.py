"""What an entry means in brief."""

from __future__ import annotations

from rest_framework import serializers

from glossary.api.shapes.base import Shape
from glossary.closed_lists import LanguageState


class BriefBlock(Shape):
    """An entry in one language, in brief. Of a missing one only `state` is there."""

    state = serializers.ChoiceField(LanguageState.values())
    term = serializers.CharField(required=False)
    short = serializers.CharField(required=False)
    url = serializers.URLField(required=False)


class Brief(Shape):
    """An entry in brief."""

    languages = serializers.DictField(child=BriefBlock())
