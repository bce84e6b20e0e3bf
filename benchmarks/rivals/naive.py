"""A ``ModelViewSet`` with nested serializers: the way that tutorials teach."""

from __future__ import annotations

from rest_framework.pagination import PageNumberPagination
from rest_framework.serializers import ModelSerializer
from rest_framework.viewsets import ModelViewSet

from benchmarks.rivals.models import (
    Citation,
    Entry,
    LanguageSection,
    Relation,
    Source,
    Term,
)
from benchmarks.rivals.rows import whole_entries


class PagesOfFifty(PageNumberPagination):
    """As many on a page as the product gives."""

    page_size = 50


class SourceSerializer(ModelSerializer[Source]):
    """A source."""

    class Meta:
        model = Source
        fields = (
            "id",
            "kind",
            "title",
            "publisher",
            "url",
            "published_on",
            "licence",
            "lang",
        )


class TermSerializer(ModelSerializer[Term]):
    """A name with its provenance."""

    provenance_source = SourceSerializer()

    class Meta:
        model = Term
        fields = (
            "text",
            "type",
            "status",
            "plural",
            "gender",
            "article",
            "provenance_status",
            "provenance_source",
        )


class SectionSerializer(ModelSerializer[LanguageSection]):
    """An entry in one language."""

    terms = TermSerializer(many=True)

    class Meta:
        model = LanguageSection
        fields = (
            "lang",
            "slug",
            "short",
            "explanation",
            "for_you",
            "ask",
            "detail",
            "update",
            "notice",
            "edition",
            "matches",
            "terms",
        )


class CitationSerializer(ModelSerializer[Citation]):
    """A citation with its source."""

    source = SourceSerializer()  # type: ignore[assignment]  # a field of that name

    class Meta:
        model = Citation
        fields = ("source", "quotation", "lang", "locator")


class RelationSerializer(ModelSerializer[Relation]):
    """A relation, by the ids of both ends."""

    class Meta:
        model = Relation
        fields = ("relation", "entry", "other")


class EntrySerializer(ModelSerializer[Entry]):
    """An entry with everything in it."""

    sections = SectionSerializer(many=True)
    citations = CitationSerializer(many=True)
    relations = RelationSerializer(many=True)
    relations_back = RelationSerializer(many=True)

    class Meta:
        model = Entry
        fields = (
            "id",
            "short_code",
            "kind",
            "topics",
            "applies_in",
            "as_at",
            "in_use_from",
            "in_use_to",
            "checked_on",
            "check_due",
            "sections",
            "citations",
            "relations",
            "relations_back",
        )


class EntryViewSet(ModelViewSet[Entry]):
    """The list and the detail of entries."""

    queryset = whole_entries()
    pagination_class = PagesOfFifty
    serializer_class = EntrySerializer
