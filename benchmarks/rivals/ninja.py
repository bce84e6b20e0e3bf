"""The same in django-ninja: nested schemas over the same query."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import ModelSchema, NinjaAPI
from ninja.pagination import LimitOffsetPagination, paginate

from benchmarks.rivals.models import (
    Citation,
    Entry,
    LanguageSection,
    Relation,
    Source,
    Term,
)
from benchmarks.rivals.rows import whole_entries


class SourceSchema(ModelSchema):
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


class TermSchema(ModelSchema):
    """A name with its provenance."""

    provenance_source: SourceSchema | None

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
        )


class SectionSchema(ModelSchema):
    """An entry in one language."""

    terms: list[TermSchema]

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
        )


class CitationSchema(ModelSchema):
    """A citation with its source."""

    source: SourceSchema

    class Meta:
        model = Citation
        fields = ("quotation", "lang", "locator")


class RelationSchema(ModelSchema):
    """A relation, by the ids of both ends."""

    class Meta:
        model = Relation
        fields = ("relation", "entry", "other")


class EntrySchema(ModelSchema):
    """An entry with everything in it."""

    sections: list[SectionSchema]
    citations: list[CitationSchema]
    relations: list[RelationSchema]
    relations_back: list[RelationSchema]

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
        )


api = NinjaAPI()


@api.get("/entries", response=list[EntrySchema])
@paginate(LimitOffsetPagination)
def list_entries(request: HttpRequest) -> QuerySet[Entry]:
    """Return a page of entries."""
    return whole_entries()


@api.get("/entries/{entry_id}", response=EntrySchema)
def one_entry(request: HttpRequest, entry_id: str) -> Entry:
    """Return one entry."""
    return get_object_or_404(whole_entries(), pk=entry_id)
