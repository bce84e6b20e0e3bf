"""What is found by a name, by words, or by the beginning of a name."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from glossary.api.parameters.fields import MAX_QUERY
from glossary.api.shapes.base import Narrowed, Page, Shape
from glossary.api.shapes.briefs import BriefBlock
from glossary.api.shapes.entries import Entry
from glossary.closed_lists import (
    LOOKUP_TIERS,
    EntryKind,
    MatchForm,
    MatchTier,
    TermStatus,
    TermType,
)


def _older_name() -> serializers.BooleanField:
    return serializers.BooleanField(
        help_text=(
            "Whether what was typed is a name that is best avoided, or no longer used: "
            "`label` is the name to use."
        )
    )


class Suggestion(Shape):
    """A name, and where it leads. It is never an older one or one to avoid."""

    label = serializers.CharField()
    lang = serializers.CharField()
    type = serializers.ChoiceField(TermType.values())
    id = serializers.CharField()
    preferred = serializers.CharField()
    url = serializers.URLField()


class LookupRequestItem(Shape):
    """One of the names to look up."""

    term = serializers.CharField(max_length=MAX_QUERY)
    lang = serializers.CharField(required=False)


class LookupRequest(Narrowed):
    """Up to 200 names, under keys of the caller's."""

    queries = serializers.DictField(child=LookupRequestItem())
    all_tiers = serializers.BooleanField(required=False)

    def get_fields(self) -> dict[str, Any]:
        """Add ``fields``, whose name the framework uses itself."""
        names = serializers.ListField(child=serializers.CharField(), required=False)
        return {**super().get_fields(), "fields": names}


class LookupMatch(Shape):
    """Which name matched, and how."""

    tier = serializers.ChoiceField([one.value for one in LOOKUP_TIERS])
    lang = serializers.CharField()
    label = serializers.CharField()
    type = serializers.ChoiceField(TermType.values())
    status = serializers.ChoiceField(TermStatus.values())
    form = serializers.ChoiceField(MatchForm.values())
    older_name = _older_name()
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
    suggestions = Suggestion(many=True)


class LookupAnswers(Shape):
    """The answers to several look-ups, under the caller's keys."""

    results = serializers.DictField(child=LookupAnswer())


class SearchRequest(Narrowed):
    """Words to search for."""

    q = serializers.CharField(max_length=MAX_QUERY)
    lang = serializers.CharField(required=False)
    topic = serializers.CharField(required=False)
    kind = serializers.ChoiceField(EntryKind.values(), required=False)
    cursor = serializers.CharField(required=False)
    limit = serializers.IntegerField(required=False, min_value=1, max_value=200)


class SearchMatch(Shape):
    """What matched, and in which language."""

    where = serializers.ChoiceField(["label", "text"])
    tier = serializers.ChoiceField(MatchTier.values())
    lang = serializers.CharField()
    label = serializers.CharField()
    form = serializers.ChoiceField(MatchForm.values(), allow_null=True)
    older_name = _older_name()


class Highlight(Shape):
    """A place to mark: offsets in code points."""

    start = serializers.IntegerField()
    end = serializers.IntegerField()


class SummaryBlock(BriefBlock):
    """An entry in one language, in brief."""

    highlights = Highlight(many=True, required=False, help_text="Places in `short`.")
    term_highlights = Highlight(many=True, required=False, help_text="In `term`.")


class SearchHit(Shape):
    """An entry that was found."""

    id = serializers.CharField()
    kind = serializers.ChoiceField(EntryKind.values())
    topics = serializers.ListField(child=serializers.CharField())
    match = SearchMatch()
    languages = serializers.DictField(child=SummaryBlock())


class SearchAnswer(Page):
    """What was found, best first."""

    q = serializers.CharField()
    hits = SearchHit(many=True)
    did_you_mean = Suggestion(allow_null=True)


class Suggestions(Shape):
    """Names that begin like this, best first."""

    q = serializers.CharField()
    suggestions = Suggestion(many=True)
