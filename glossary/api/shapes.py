"""The shapes of the answers, for the OpenAPI document. Nothing is built with them."""

from __future__ import annotations

from typing import Any, get_args

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from glossary.api.parameters import AUTO, MAX_QUERY, OCCURRENCES, OFFSETS, STATES
from glossary.document.schema import (
    Kind,
    Nation,
    ProvenanceStatus,
    TermStatus,
    TermType,
)

RELATIONS = ("broader", "narrower", "related", "replaces", "replaced-by")
TIERS = (
    "preferred-exact",
    "preferred-folded",
    "other-exact",
    "other-folded",
    "generated-form",
    "close-spelling",
)


ENTRY_KINDS = list(get_args(Kind))
PUBLICATION_KINDS = ["published", "updated", "withdrawn", "restored"]
SOURCE_KINDS = ["document", "web-page"]
TERM_STATUSES = list(get_args(TermStatus))
PROVENANCE_STATUSES = list(get_args(ProvenanceStatus))


class Shape(serializers.Serializer[Any]):
    """A part of an answer."""


@extend_schema_field({"type": ["string", "integer"]})
class AnyValue(serializers.Field[Any, Any, Any, Any]):
    """A text or a number."""


def _choices(literal: Any) -> list[str]:
    return list(get_args(literal))


class FieldProblem(Shape):
    """One thing that is wrong: a parameter, or a place in the body."""

    parameter = serializers.CharField(required=False)
    pointer = serializers.CharField(required=False, help_text="RFC 6901")
    code = serializers.CharField()
    detail = serializers.CharField()


class ProblemDetails(Shape):
    """RFC 9457 problem details, in the language asked for."""

    type = serializers.URLField(help_text="The page about this kind of problem.")
    title = serializers.CharField()
    status = serializers.IntegerField()
    detail = serializers.CharField()
    instance = serializers.CharField()
    code = serializers.CharField(help_text="Stable and untranslated.")
    errors = FieldProblem(many=True)


class Tombstone(Shape):
    """What stays of a withdrawn entry."""

    id = serializers.CharField()
    sequence = serializers.IntegerField()
    withdrawn_at = serializers.DateTimeField()
    reason = serializers.CharField()
    replaced_by = serializers.ListField(child=serializers.CharField())


class Withdrawn(ProblemDetails):
    """The problem details of a withdrawn entry."""

    tombstone = Tombstone()


class Source(Shape):
    """A public document or page."""

    id = serializers.CharField()
    title = serializers.CharField()
    publisher = serializers.CharField()
    url = serializers.URLField()
    published_on = serializers.DateField(allow_null=True)
    licence = serializers.CharField(allow_null=True)
    lang = serializers.CharField(help_text="BCP 47")


class ProvenanceOfName(Shape):
    """Where a name comes from. A proposed name is not official."""

    status = serializers.ChoiceField(PROVENANCE_STATUSES)
    source = Source(allow_null=True)


class Term(Shape):
    """One name of an entry (ISO 30042). What does not apply is left out."""

    text = serializers.CharField()
    type = serializers.ChoiceField(_choices(TermType))
    status = serializers.ChoiceField(TERM_STATUSES)
    plural = serializers.CharField(required=False)
    gender = serializers.ChoiceField(["masculine", "feminine", "both"], required=False)
    article = serializers.CharField(required=False)
    provenance = ProvenanceOfName(required=False)


class Layer(Shape):
    """One part of an explanation, in three forms."""

    markdown = serializers.CharField()
    html = serializers.CharField(help_text="Safe: paragraphs, lists, emphasis, links.")
    text = serializers.CharField()


class LanguageBlock(Shape):
    """An entry in one language. Of a missing one only `state` is there."""

    state = serializers.ChoiceField(STATES)
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
    checked_by = serializers.ListField(child=serializers.CharField(), required=False)
    not_checked_by = serializers.ListField(
        child=serializers.CharField(), required=False
    )


class InUse(Shape):
    """When a term was in use."""

    to = serializers.CharField(allow_null=True)

    def get_fields(self) -> dict[str, Any]:
        """Add ``from``, which Python does not allow as an attribute."""
        return {"from": serializers.CharField(allow_null=True), **super().get_fields()}


class Citation(Shape):
    """What an entry rests on."""

    source = Source()
    quotation = serializers.CharField(allow_null=True)
    lang = serializers.CharField(help_text="The language of the quotation.")
    locator = serializers.CharField(allow_null=True)


class Relation(Shape):
    """A connection to another entry (SKOS), shown from both ends."""

    relation = serializers.ChoiceField(RELATIONS)
    id = serializers.CharField()
    label = serializers.DictField(
        child=serializers.CharField(), help_text="Language to preferred name."
    )


class Review(Shape):
    """How the entry's present text came to be approved."""

    arrival = serializers.CharField()
    record = serializers.CharField(allow_null=True)


class Entry(Shape):
    """One entry in every language asked for."""

    id = serializers.CharField(help_text="Never changes, is never reused.")
    url = serializers.URLField()
    short_url = serializers.URLField()
    revision = serializers.IntegerField()
    sequence = serializers.IntegerField()
    kind = serializers.ChoiceField(ENTRY_KINDS)
    topics = serializers.ListField(child=serializers.CharField())
    applies_in = serializers.ListField(child=serializers.ChoiceField(_choices(Nation)))
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


class Page(Shape):
    """Where a list goes on. A null `next` is the only sign of its end."""

    next = serializers.URLField(allow_null=True)
    previous = serializers.URLField(allow_null=True)


class EntryPage(Page):
    """A page of entries."""

    entries = Entry(many=True)


class PublicationSummary(Shape):
    """One publication of an entry."""

    sequence = serializers.IntegerField()
    kind = serializers.ChoiceField(PUBLICATION_KINDS)
    published_at = serializers.DateTimeField()
    revision = serializers.IntegerField()
    note = serializers.CharField(allow_null=True)
    languages = serializers.ListField(child=serializers.CharField())


class History(Page):
    """What was published of an entry, the newest first."""

    id = serializers.CharField()
    publications = PublicationSummary(many=True)


class LookupMatch(Shape):
    """Which name matched, and how."""

    tier = serializers.ChoiceField(TIERS)
    lang = serializers.CharField()
    label = serializers.CharField()
    type = serializers.ChoiceField(_choices(TermType))
    status = serializers.ChoiceField(TERM_STATUSES)
    form = serializers.CharField(
        help_text="`exact`, `plural`, `soft-mutation` and so on."
    )
    score = serializers.FloatField(help_text="1 unless the spelling is only close.")


class LookupHit(Shape):
    """An entry that has the name."""

    match = LookupMatch()
    entry = Entry()


class LookupAnswer(Shape):
    """The entries that have a name. Always a list, also for one or none."""

    term = serializers.CharField()
    lang = serializers.CharField(allow_null=True)
    results = LookupHit(many=True)
    suggestions = serializers.ListField(child=serializers.CharField())


class LookupAnswers(Shape):
    """The answers to several look-ups, under the caller's keys."""

    results = serializers.DictField(child=LookupAnswer())


class LookupRequestItem(Shape):
    """One of the names to look up."""

    term = serializers.CharField(max_length=MAX_QUERY)
    lang = serializers.CharField(required=False)


class Narrowed(Shape):
    """A request that can ask for fewer languages."""

    def get_fields(self) -> dict[str, Any]:
        """Add ``in``, which Python does not allow as an attribute."""
        codes = serializers.ListField(child=serializers.CharField(), required=False)
        return {**super().get_fields(), "in": codes}


class LookupRequest(Narrowed):
    """Up to 200 names, under keys of the caller's."""

    queries = serializers.DictField(child=LookupRequestItem())
    all_tiers = serializers.BooleanField(required=False)

    def get_fields(self) -> dict[str, Any]:
        """Add ``fields``, whose name the framework uses itself."""
        names = serializers.ListField(child=serializers.CharField(), required=False)
        return {**super().get_fields(), "fields": names}


class SearchRequest(Narrowed):
    """Words to search for."""

    q = serializers.CharField(max_length=MAX_QUERY)
    lang = serializers.CharField(required=False)
    topic = serializers.CharField(required=False)
    kind = serializers.ChoiceField(ENTRY_KINDS, required=False)
    cursor = serializers.CharField(required=False)
    limit = serializers.IntegerField(required=False, min_value=1, max_value=200)


class Highlight(Shape):
    """A place to mark: offsets in code points."""

    start = serializers.IntegerField()
    end = serializers.IntegerField()


class SearchMatch(Shape):
    """What matched, and in which language."""

    where = serializers.ChoiceField(["label", "text"])
    tier = serializers.CharField()
    lang = serializers.CharField()
    label = serializers.CharField()
    form = serializers.CharField(allow_null=True)


class SummaryBlock(Shape):
    """An entry in one language, in brief."""

    state = serializers.ChoiceField(STATES)
    term = serializers.CharField(required=False)
    short = serializers.CharField(required=False)
    url = serializers.URLField(required=False)
    highlights = Highlight(many=True, required=False, help_text="Places in `short`.")
    term_highlights = Highlight(many=True, required=False, help_text="In `term`.")


class SearchHit(Shape):
    """An entry that was found."""

    id = serializers.CharField()
    kind = serializers.ChoiceField(ENTRY_KINDS)
    topics = serializers.ListField(child=serializers.CharField())
    match = SearchMatch()
    languages = serializers.DictField(child=SummaryBlock())


class SearchAnswer(Page):
    """What was found, best first."""

    q = serializers.CharField()
    hits = SearchHit(many=True)
    did_you_mean = serializers.CharField(allow_null=True)


class Suggestion(Shape):
    """A name that begins like this."""

    label = serializers.CharField()
    lang = serializers.CharField()
    type = serializers.ChoiceField(_choices(TermType))
    id = serializers.CharField()
    preferred = serializers.CharField()
    url = serializers.URLField()


class Suggestions(Shape):
    """Names that begin like this, best first."""

    q = serializers.CharField()
    suggestions = Suggestion(many=True)


class LetterCount(Shape):
    """A letter of the alphabet and how many entries are listed under it."""

    letter = serializers.CharField()
    count = serializers.IntegerField()
    url = serializers.URLField()


class Letters(Shape):
    """A language's alphabet, in its order."""

    lang = serializers.CharField()
    letters = LetterCount(many=True)


class SourceWithCount(Source):
    """A source and how many entries rest on it."""

    kind = serializers.ChoiceField(SOURCE_KINDS)
    entries = serializers.IntegerField()


class SourcePage(Page):
    """A page of sources."""

    sources = SourceWithCount(many=True)


class CitingEntry(Shape):
    """An entry that rests on a source, and the words it quotes."""

    id = serializers.CharField()
    label = serializers.DictField(child=serializers.CharField())
    quotations = Citation(many=True)


class SourceDetail(Source):
    """A source with the entries that rest on it."""

    kind = serializers.ChoiceField(SOURCE_KINDS)
    note = serializers.CharField(allow_null=True)
    cited_by = CitingEntry(many=True)


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


class AnnotateRequest(Narrowed):
    """A text, plain or as HTML (one of the two), and how it is read."""

    text = serializers.CharField(required=False, allow_blank=True)
    html = serializers.CharField(required=False, allow_blank=True)
    lang = serializers.CharField(
        required=False,
        default=AUTO,
        help_text="The language whose terms are looked for (BCP 47), or `auto`: all.",
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
    form = serializers.CharField(
        help_text="`exact`, `folded`, `plural`, `soft-mutation` and so on."
    )
    candidates = serializers.ListField(
        child=serializers.CharField(),
        help_text="Ids of the entries that may be meant, the likeliest first.",
    )


class BriefBlock(Shape):
    """An entry in one language, in brief. Of a missing one only `state` is there."""

    state = serializers.ChoiceField(STATES)
    term = serializers.CharField(required=False)
    short = serializers.CharField(required=False)
    url = serializers.URLField(required=False)


class Brief(Shape):
    """An entry in brief."""

    languages = serializers.DictField(child=BriefBlock())


class AnnotateAnswer(Shape):
    """Which terms are in a text, where, and what they mean."""

    lang = serializers.CharField(
        help_text="The language looked for; with `auto`, the likeliest of the text."
    )
    offsets = serializers.ChoiceField(
        OFFSETS, help_text="What `start` and `end` count."
    )
    matches = FoundTerm(many=True)
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


class TermPack(Shape):
    """Every form of every term, for matching on the reader's own device."""

    format = serializers.IntegerField(help_text="1; another number is another shape.")
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
            "Each a text, then the numbers of its entry, language and name and, where "
            "it has any, the sum of its marks: 1 if its capitals count, 2 if in "
            "capitals it looks like an everyday word."
        ),
    )
    not_inside = serializers.DictField(
        child=serializers.ListField(child=serializers.CharField()),
        help_text="By id: phrases inside which no form of the entry is meant.",
    )
    clitics = serializers.DictField(
        child=serializers.ListField(child=serializers.CharField()),
        help_text="By language: what an apostrophe may join to a form.",
    )
    briefs = serializers.DictField(
        child=Brief(), required=False, help_text="By id, with `include=short`."
    )
