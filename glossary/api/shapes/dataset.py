"""The glossary as a whole: what there is and where, and the letters."""

from __future__ import annotations

from rest_framework import serializers

from glossary.api.shapes.base import Shape


class LanguageSummary(Shape):
    """A language of this installation and how much of the glossary it has."""

    code = serializers.CharField()
    name = serializers.CharField()
    current = serializers.IntegerField()
    behind = serializers.IntegerField()
    missing = serializers.IntegerField()


class TopicSummary(Shape):
    """A topic, what it is called, and how many entries are in it."""

    id = serializers.CharField()
    label = serializers.DictField(child=serializers.CharField())
    count = serializers.IntegerField()


class Root(Shape):
    """What there is, and where."""

    title = serializers.DictField(child=serializers.CharField())
    sequence = serializers.IntegerField(help_text="Of the newest publication.")
    entries = serializers.IntegerField()
    languages = LanguageSummary(many=True)
    topics = TopicSummary(many=True)
    licence = serializers.CharField()
    links = serializers.DictField(child=serializers.URLField())


class LetterCount(Shape):
    """A letter of the alphabet and how many entries are listed under it."""

    letter = serializers.CharField()
    count = serializers.IntegerField()
    url = serializers.URLField()


class Letters(Shape):
    """A language's alphabet, in its order."""

    lang = serializers.CharField()
    letters = LetterCount(many=True)
