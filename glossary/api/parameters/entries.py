"""How to see an entry, which ones to list, and a page of what was published of one."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils.translation import gettext as _
from rest_framework import serializers

from glossary import languages
from glossary.api.parameters.base import Answered, Plain
from glossary.api.parameters.fields import (
    Choice,
    CommaList,
    Cursor,
    Limit,
    entry_kind,
    label_language,
    topic_id,
)
from glossary.closed_lists import LanguageState

ENTRY_FIELDS = (
    "id url short_url revision sequence kind topics applies_in as_at in_use "
    "replaced_by published_at checked_on check_due review languages citations "
    "related licence"
).split()


class EntryQuery(Answered):
    """How to see an entry."""

    def get_fields(self) -> dict[str, Any]:
        """Add ``fields``, whose name the framework uses itself."""
        members = CommaList(
            required=False,
            allowed=lambda: ENTRY_FIELDS,
            help_text="Only these members of each entry; `id` is always there.",
        )
        return {**super().get_fields(), "fields": members}


class EntriesQuery(EntryQuery):
    """Which entries to list."""

    lang = label_language()
    letter = serializers.CharField(
        required=False, help_text="A letter of the alphabet of `lang`, which it needs."
    )
    topic = topic_id()
    kind = entry_kind()
    state = Choice(
        required=False,
        choices=LanguageState.values(),
        help_text="The state of `lang`, or of any.",
    )
    source = serializers.SlugField(
        required=False, help_text="The id of a source that the entries rest on."
    )
    updated_since = serializers.DateTimeField(
        required=False,
        default_timezone=dt.UTC,
        help_text=(
            "Published then or later (RFC 3339). Withdrawn entries are in no list: "
            "an id that is gone from `fields=id` was withdrawn."
        ),
    )
    cursor = Cursor({"before": str}, {"after": str})
    limit = Limit(50)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """A letter is a letter of some language."""
        letter, lang = attrs.get("letter"), attrs.get("lang")
        if letter is None:
            return attrs
        if lang is None:
            detail = _("“letter” needs “lang”: each language has its own letters.")
            raise serializers.ValidationError({"letter": detail}, code="needs-lang")
        alphabet = languages.get(lang).alphabet
        if letter not in alphabet:
            detail = _("Allowed: %(list)s.") % {"list": ", ".join(alphabet)}
            raise serializers.ValidationError({"letter": detail}, code="unknown-letter")
        return attrs


class HistoryQuery(Plain):
    """Where a page of an entry's publications begins, and how long it is."""

    cursor = Cursor({"before": int})
    limit = Limit(50)
