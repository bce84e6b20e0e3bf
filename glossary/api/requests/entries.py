"""How to see an entry, which ones to list, and a page of what was published of one."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from django.utils.translation import gettext as _
from pydantic import Field, model_validator

from glossary import reading
from glossary.api.requests.base import Answered, Asked
from glossary.api.requests.codes import KNOWN, NOT_NULL, Known
from glossary.api.requests.filters import KindOfEntry, LabelLanguage, Source, Topic
from glossary.api.requests.positions import FROM_ANOTHER_PAGE, Cursor, Limit
from glossary.api.requests.refusals import allowed_values, refusal
from glossary.api.requests.values import EntryName, Listed, Time
from glossary.closed_lists import LanguageState
from glossary.public_form import PublicEntry

MOST_NAMED = 200
FIELDS = tuple(PublicEntry.model_fields)


class EntryQuery(Answered):
    """How to see an entry."""

    fields: Annotated[
        Listed[Annotated[str, Known(FIELDS)]] | None,
        NOT_NULL,
        Field(description="Only these members of each entry; `id` is always there."),
    ] = None
    view: Annotated[
        Annotated[Literal["full", "brief"], KNOWN],
        Field(
            description="`full`: entries whole. `brief`: of each what it is in a "
            "sentence or three, in the first language asked for that it has, and a "
            "link; without `fields`."
        ),
    ] = "full"

    @property
    def is_brief(self) -> bool:
        """Whether one sentence is enough."""
        return self.view == "brief"

    @model_validator(mode="after")
    def _a_sentence_has_no_parts(self) -> Self:
        if self.is_brief and self.fields is not None:
            detail = _("“view=brief” goes without “fields”.")
            raise refusal("both", detail, at="fields")
        return self


class EntriesQuery(EntryQuery):
    """Which entries to list."""

    ids: Annotated[
        Annotated[
            Listed[EntryName],
            Field(max_length=MOST_NAMED),
        ]
        | None,
        NOT_NULL,
        Field(
            description="These entries, in this order, and no others: ids, slugs of "
            "any language or short codes; without anything that narrows or pages."
        ),
    ] = None
    lang: LabelLanguage = None
    letter: Annotated[
        Annotated[str, Field(min_length=1, max_length=20)] | None,
        NOT_NULL,
        Field(
            description="A letter of the alphabet of `lang`, which it needs; small or "
            "capital."
        ),
    ] = None
    topic: Topic = None
    kind: KindOfEntry = None
    state: Annotated[
        Annotated[LanguageState, KNOWN] | None,
        NOT_NULL,
        Field(description="The state of `lang`, or of any language."),
    ] = None
    source: Source = None
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
    def _those_that_are_named_are_all(self) -> Self:
        narrowing = self.model_fields_set - {"ids", *EntryQuery.model_fields}
        if self.ids is not None and narrowing:
            detail = _("“%(name)s” goes with “in”, “fields” and “view” alone.")
            detail %= {"name": "ids"}
            raise refusal("both", detail, at=min(narrowing))
        return self

    @model_validator(mode="after")
    def _a_letter_is_one_of_some_language(self) -> Self:
        if self.letter is None:
            return self
        if self.lang is None:
            detail = _("“letter” needs “lang”: each language has its own letters.")
            raise refusal("needs-lang", detail, at="letter")
        found = (letter for letter, _ in reading.shelf().index.letters(self.lang))
        letters = {letter.casefold(): letter for letter in found if letter}
        letter = letters.get(self.letter.casefold())
        if letter is None:
            said = allowed_values(letters.values())
            raise refusal("unknown-letter", said, at="letter")
        return self.model_copy(update={"letter": letter})


class HistoryQuery(Asked):
    """Where a page of an entry's publications begins, and how long it is."""

    cursor: Annotated[
        dict[str, Any], Cursor({"before": int}), Field(description=FROM_ANOTHER_PAGE)
    ] = {}
    limit: Limit = 50
