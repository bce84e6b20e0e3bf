"""Public documents and pages, and what entries quote from them."""

from __future__ import annotations

from rest_framework import serializers

from glossary.api.shapes.base import Page, Shape
from glossary.closed_lists import SourceKind


class Source(Shape):
    """A public document or page."""

    id = serializers.CharField()
    title = serializers.CharField()
    publisher = serializers.CharField()
    publisher_names = serializers.DictField(
        child=serializers.CharField(),
        help_text="Language to what the publisher is called in it. Empty: the same.",
    )
    url = serializers.URLField()
    published_on = serializers.DateField(allow_null=True)
    licence = serializers.CharField(allow_null=True)
    lang = serializers.CharField(help_text="BCP 47")


class Citation(Shape):
    """What an entry rests on."""

    source = Source()
    quotation = serializers.CharField(allow_null=True)
    lang = serializers.CharField(help_text="The language of the quotation.")
    locator = serializers.CharField(allow_null=True)


class SourceWithCount(Source):
    """A source and how many entries rest on it."""

    kind = serializers.ChoiceField(SourceKind.values())
    entries = serializers.IntegerField()


class SourcePage(Page):
    """A page of sources."""

    sources = SourceWithCount(many=True)


class CitingEntry(Shape):
    """An entry that rests on a source, and the words it quotes."""

    id = serializers.CharField()
    label = serializers.DictField(child=serializers.CharField())
    quotations = Citation(many=True)


class SourceDetail(Page, SourceWithCount):
    """A source with a page of the entries that rest on it, and where that goes on."""

    note = serializers.CharField(allow_null=True)
    cited_by = CitingEntry(many=True)
