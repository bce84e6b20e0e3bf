"""How to see an entry, which ones to list, and a page of what was published of one."""

from __future__ import annotations

from typing import Annotated, Any, Self

from django.utils.translation import gettext as _
from pydantic import Field, model_validator

from glossary import languages
from glossary.api.requests.base import Answered, Asked
from glossary.api.requests.codes import KNOWN, NOT_NULL, Known
from glossary.api.requests.filters import KindOfEntry, LabelLanguage, Topic
from glossary.api.requests.positions import FROM_ANOTHER_PAGE, Cursor, Limit
from glossary.api.requests.refusals import allowed_values, refusal
from glossary.api.requests.values import Listed, Slug, Time
from glossary.closed_lists import LanguageState
from glossary.public_form import PublicEntry

FIELDS = tuple(PublicEntry.model_fields)


class EntryQuery(Answered):
    """How to see an entry."""

    fields: Annotated[
        Listed[Annotated[str, Known(FIELDS)]] | None,
        NOT_NULL,
        Field(description="Only these members of each entry; `id` is always there."),
    ] = None


class EntriesQuery(EntryQuery):
    """Which entries to list."""

    lang: LabelLanguage = None
    letter: Annotated[
        Annotated[str, Field(min_length=1, max_length=20)] | None,
        NOT_NULL,
        Field(description="A letter of the alphabet of `lang`, which it needs."),
    ] = None
    topic: Topic = None
    kind: KindOfEntry = None
    state: Annotated[
        Annotated[LanguageState, KNOWN] | None,
        NOT_NULL,
        Field(description="The state of `lang`, or of any language."),
    ] = None
    source: Annotated[
        Slug | None,
        NOT_NULL,
        Field(description="The id of a source that the entries rest on."),
    ] = None
    updated_since: Annotated[
        Time | None,
        NOT_NULL,
        Field(
            description="Published then or later (RFC 3339). Withdrawn entries are in "
            "no list: an id that is gone from `fields=id` was withdrawn."
        ),
    ] = None
    cursor: Annotated[
        dict[str, Any],
        Cursor({"before": str}, {"after": str}),
        Field(description=FROM_ANOTHER_PAGE),
    ] = {}
    limit: Limit = 50

    @model_validator(mode="after")
    def _a_letter_is_one_of_some_language(self) -> Self:
        if self.letter is None:
            return self
        if self.lang is None:
            detail = _("“letter” needs “lang”: each language has its own letters.")
            raise refusal("needs-lang", detail, at="letter")
        alphabet = languages.get(self.lang).alphabet
        if self.letter not in alphabet:
            raise refusal("unknown-letter", allowed_values(alphabet), at="letter")
        return self


class HistoryQuery(Asked):
    """Where a page of an entry's publications begins, and how long it is."""

    cursor: Annotated[
        dict[str, Any], Cursor({"before": int}), Field(description=FROM_ANOTHER_PAGE)
    ] = {}
    limit: Limit = 50
