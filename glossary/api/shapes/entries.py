"""Entries: one, a page of them, what was published of one, what stays of one."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from glossary.api.shapes.base import Page, Shape
from glossary.api.shapes.problems import ProblemDetails
from glossary.api.shapes.sources import Citation, Source
from glossary.closed_lists import (
    Change,
    EntryKind,
    Gender,
    LanguageState,
    Nation,
    ProvenanceStatus,
    RelationType,
    RenderingKind,
    SignOffRole,
    TermStatus,
    TermType,
)


class ProvenanceOfName(Shape):
    """Where a name comes from. A proposed name is not official."""

    status = serializers.ChoiceField(ProvenanceStatus.values())
    source = Source(allow_null=True)


class Term(Shape):
    """One name of an entry (ISO 30042). What does not apply is left out."""

    text = serializers.CharField()
    type = serializers.ChoiceField(TermType.values())
    status = serializers.ChoiceField(TermStatus.values())
    plural = serializers.CharField(required=False)
    gender = serializers.ChoiceField(Gender.values(), required=False)
    article = serializers.CharField(required=False)
    context_only = serializers.BooleanField(
        required=False, help_text="Stands for the term, but is too general a word."
    )
    provenance = ProvenanceOfName(required=False)


class Layer(Shape):
    """One part of an explanation, in three forms."""

    markdown = serializers.CharField()
    html = serializers.CharField(
        help_text="Safe: paragraphs, lists, emphasis, links, runs in another language."
    )
    text = serializers.CharField()


class SignOff(Shape):
    """Who has checked a rendering, and on which day."""

    role = serializers.ChoiceField(SignOffRole.values())
    signed_on = serializers.DateField()


class Rendering(Shape):
    """The same text in another form: in sign language, in easy read, read aloud."""

    kind = serializers.ChoiceField(RenderingKind.values())
    lang = serializers.CharField(
        help_text="BCP 47; that of British Sign Language is `bfi`."
    )
    url = serializers.URLField()
    made_by = serializers.CharField(help_text="A person or a body, by its name.")
    made_on = serializers.DateField()
    signed_off = SignOff(many=True, help_text="Empty: nobody has checked it.")


class LanguageBlock(Shape):
    """An entry in one language. Of a missing one only `state` is there."""

    state = serializers.ChoiceField(LanguageState.values())
    slug = serializers.CharField(required=False)
    url = serializers.URLField(required=False)
    terms = Term(many=True, required=False)
    short = serializers.CharField(required=False)
    explanation = Layer(allow_null=True, required=False)
    for_you = Layer(allow_null=True, required=False)
    ask = Layer(allow_null=True, required=False)
    detail = Layer(allow_null=True, required=False)
    update = Layer(allow_null=True, required=False)
    notice = Layer(allow_null=True, required=False)
    renderings = Rendering(many=True, required=False)
    checked_by = serializers.ListField(
        child=serializers.ChoiceField(SignOffRole.values()), required=False
    )
    not_checked_by = serializers.ListField(
        child=serializers.ChoiceField(SignOffRole.values()), required=False
    )


class InUse(Shape):
    """When a term was in use."""

    to = serializers.CharField(allow_null=True)

    def get_fields(self) -> dict[str, Any]:
        """Add ``from``, which Python does not allow as an attribute."""
        return {"from": serializers.CharField(allow_null=True), **super().get_fields()}


class Relation(Shape):
    """A connection to another entry (SKOS), shown from both ends."""

    relation = serializers.ChoiceField(RelationType.values())
    id = serializers.CharField()
    label = serializers.DictField(
        child=serializers.CharField(), help_text="Language to preferred name."
    )


class Review(Shape):
    """How the entry's present text came to be approved."""

    arrival = serializers.CharField()
    record = serializers.CharField(allow_null=True)


class Entry(Shape):
    """One entry in every language asked for. With `fields`, some of its members."""

    id = serializers.CharField(help_text="Never changes, is never reused.")
    url = serializers.URLField(
        help_text="Its page in the first language that has one; `languages` has each."
    )
    short_url = serializers.URLField()
    revision = serializers.IntegerField()
    sequence = serializers.IntegerField()
    kind = serializers.ChoiceField(EntryKind.values())
    topics = serializers.ListField(child=serializers.CharField())
    applies_in = serializers.ListField(child=serializers.ChoiceField(Nation.values()))
    as_at = serializers.DateField()
    in_use = InUse()
    replaced_by = serializers.ListField(child=serializers.CharField())
    published_at = serializers.DateTimeField()
    checked_on = serializers.DateField()
    check_due = serializers.DateField()
    review = Review()
    languages = serializers.DictField(child=LanguageBlock())
    citations = Citation(many=True)
    related = Relation(many=True)
    licence = serializers.CharField()


class EntryPage(Page):
    """A page of entries."""

    entries = Entry(many=True)


class PublicationSummary(Shape):
    """One publication of an entry."""

    sequence = serializers.IntegerField()
    kind = serializers.ChoiceField(Change.values())
    published_at = serializers.DateTimeField()
    revision = serializers.IntegerField()
    note = serializers.CharField(allow_null=True)
    note_lang = serializers.CharField(allow_null=True)
    languages = serializers.ListField(child=serializers.CharField())


class History(Page):
    """What was published of an entry, the newest first."""

    id = serializers.CharField()
    publications = PublicationSummary(many=True)


class Tombstone(Shape):
    """What stays of a withdrawn entry."""

    id = serializers.CharField()
    sequence = serializers.IntegerField()
    withdrawn_at = serializers.DateTimeField()
    reason = serializers.CharField()
    reason_lang = serializers.CharField()
    replaced_by = serializers.ListField(child=serializers.CharField())


class Withdrawn(ProblemDetails):
    """The problem details of a withdrawn entry."""

    tombstone = Tombstone()
