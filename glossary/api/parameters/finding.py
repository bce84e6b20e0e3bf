"""What to find: names to look up, words to search for, the beginning of a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from django.utils.translation import gettext as _
from rest_framework import serializers

from glossary.api.parameters.base import Answered, Plain, Strict
from glossary.api.parameters.entries import EntryQuery
from glossary.api.parameters.fields import (
    Cursor,
    Limit,
    Words,
    entry_kind,
    label_language,
    topic_id,
)
from glossary.search import Position

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_BATCH = 200


def _all_tiers() -> serializers.BooleanField:
    return serializers.BooleanField(
        required=False,
        default=False,
        help_text="Go on to the weaker tiers after the first that finds something.",
    )


class LookupQuery(EntryQuery):
    """A name to look up."""

    term = Words(help_text="A name, in any spelling.")
    lang = label_language()
    all_tiers = _all_tiers()


class LookupItem(Strict):
    """One of several names to look up."""

    term = Words(help_text="A name, in any spelling.")
    lang = label_language()


class LookupBody(EntryQuery):
    """Up to 200 names to look up, under keys of the caller's."""

    queries = serializers.DictField(child=LookupItem(), allow_empty=False)
    all_tiers = _all_tiers()

    def validate_queries(self, value: Mapping[str, Any]) -> Mapping[str, Any]:
        """Refuse more than one request may hold."""
        if len(value) > MAX_BATCH:
            detail = _("At most %(number)s in one request.") % {"number": MAX_BATCH}
            raise serializers.ValidationError(detail, code="too-many")
        return value


class SearchQuery(Answered):
    """Words to search for."""

    q = Words(help_text="At most 200 characters.")
    lang = label_language()
    topic = topic_id()
    kind = entry_kind()
    cursor = Cursor({"after": [*get_args(Position)]})
    limit = Limit(20)


class SuggestQuery(Plain):
    """The beginning of a name."""

    q = Words(help_text="At most 200 characters.")
    lang = label_language()
    limit = serializers.IntegerField(
        required=False, min_value=1, max_value=20, default=8
    )
