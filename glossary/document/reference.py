"""The shapes of what stands beside entries: sources, topics, helplines and so on."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Self

from pydantic import Field, StrictBool, StringConstraints, model_validator

from glossary.closed_lists import (
    VOUCHING,
    Audience,
    Genre,
    Nation,
    PageOwner,
    SignOffRole,
    SourceKind,
)
from glossary.dates import first_day
from glossary.document.fields import (
    Label,
    LanguageCode,
    ProperName,
    Shape,
    ShortId,
    Slug,
    Text,
    WebAddress,
    YearOrDate,
)
from glossary.document.kinds import DocumentKind
from glossary.document.schema import Document


class SourceDocument(Document):
    """A public document, or a public page that was seen.

    ``publisher_names`` is what the publisher is called, by language. ``file`` names
    the plain text of a document, for whoever has it and wants to compare quotations
    with it. ``licence`` is an SPDX identifier, ``OPL`` for
    the Open Parliament Licence or ``all-rights-reserved``.
    """

    document_kind = DocumentKind.SOURCE

    id: Slug
    kind: SourceKind
    genre: Genre | None = None
    title: Annotated[Text, Field(max_length=400)]
    publisher: ProperName
    publisher_names: dict[LanguageCode, ProperName] = {}
    published_on: dt.date | None = None
    url: WebAddress
    licence: Annotated[Text, Field(max_length=60)] | None = None
    lang: LanguageCode
    note: Text | None = None
    file: Label | None = None


class SourceText(Document):
    """The text of a source, where its licence lets anybody show it."""

    document_kind = DocumentKind.TEXT
    key_field = "source"

    source: Slug
    text: Annotated[str, Field(min_length=1)]


class PublisherDocument(Shape):
    """What a publisher is called in each language in which it has a name.

    ``name`` is the one that sources have.
    """

    name: ProperName
    languages: Annotated[dict[LanguageCode, ProperName], Field(min_length=1)]


Position = Annotated[int, Field(strict=True, ge=0)]


class TopicText(Shape):
    """A topic in one language."""

    label: Label
    description: Text


class TopicDocument(Document):
    """A subject under which entries are listed, those of a low ``position`` first."""

    document_kind = DocumentKind.TOPIC

    id: ShortId
    position: Position = 0
    languages: Annotated[dict[LanguageCode, TopicText], Field(min_length=1)]


class ReviewRecord(Document):
    """What the review of content that arrives reviewed consisted of.

    ``signed_off`` lists, for each language, the roles in which a person has
    signed the texts off; ``statement`` says in each language what was done.
    """

    document_kind = DocumentKind.REVIEW
    key_field = "record"

    record: Slug
    signed_off: dict[LanguageCode, tuple[SignOffRole, ...]] = {}
    statement: Annotated[dict[LanguageCode, Text], Field(min_length=1)]


PhoneNumber = Annotated[str, StringConstraints(pattern=r"^[0-9][0-9 ]{1,18}[0-9]$")]


class HelplineText(Shape):
    """A helpline in one language; ``brief`` says on paper for whom it is.

    ``name_lang`` is the language of a name that stays as it is in another one.
    """

    name: Label
    name_lang: LanguageCode | None = None
    brief: Label
    who_for: Text
    hours: Text | None = None
    cost: Text | None = None
    notes: Text | None = None


class SeenPage(Shape):
    """A public page, or a copy of one, that was seen on a day.

    ``whose`` says whether the page is the body's own, a public authority's or
    somebody else's. ``dated`` is the day of the page, or of the copy, as exactly
    as it is known. ``languages`` says in each language what page it was.
    """

    url: WebAddress
    whose: PageOwner
    shows_number: StrictBool = False
    dated: YearOrDate | None = None
    seen_on: dt.date
    languages: Annotated[dict[LanguageCode, Text], Field(min_length=1)]

    @model_validator(mode="after")
    def _there_is_such_a_day(self) -> Self:
        if self.dated and first_day(self.dated) > self.seen_on:
            message = "a page cannot be younger than the day on which it was seen"
            raise ValueError(message)
        return self

    @property
    def vouches_for_the_number(self) -> bool:
        """Whether a number may be shown because it was seen here."""
        return self.shows_number and self.whose in VOUCHING


class HelplineDocument(Document):
    """Somebody whom a reader can ring, write to or find on a page.

    ``seen`` holds the pages on which this rests; the other fields say no more
    than was seen there. A number is held only where it was seen on a page of the
    body itself or of a public authority; without one, readers are led to the
    body's own page (``web``). ``rung_on`` is the day on which somebody rang.
    ``speaks`` names the languages in which it answers. ``chat`` says that its own
    page offers one. Those of a low ``position`` are shown first.
    """

    document_kind = DocumentKind.HELPLINE

    id: ShortId
    position: Position = 0
    audience: Audience
    areas: Annotated[tuple[Nation, ...], Field(min_length=1)]
    speaks: Annotated[tuple[LanguageCode, ...], Field(min_length=1)]
    phone: PhoneNumber | None = None
    text: PhoneNumber | None = None
    web: WebAddress
    chat: StrictBool = False
    languages: Annotated[dict[LanguageCode, HelplineText], Field(min_length=1)]
    seen: Annotated[tuple[SeenPage, ...], Field(min_length=1)]
    rung_on: dt.date | None = None
    review_by: dt.date

    @property
    def seen_on(self) -> dt.date:
        """The last day on which a page of it was seen."""
        return max(page.seen_on for page in self.seen)

    @property
    def due_on(self) -> dt.date:
        """The day by which its pages are to be seen again."""
        return self.review_by

    @property
    def number_seen_on(self) -> dt.date | None:
        """The last day on which its number was seen; none where there is none."""
        days = [page.seen_on for page in self.seen if page.vouches_for_the_number]
        return max(days, default=None)

    @property
    def number_dated(self) -> dt.date | None:
        """The day of the newest page that shows its number, as far as one has a day."""
        days = [page.dated for page in self.seen if page.vouches_for_the_number]
        return max((first_day(day) for day in days if day), default=None)

    @model_validator(mode="after")
    def _a_number_rests_on_a_page(self) -> Self:
        if (self.phone or self.text) and not self.number_seen_on:
            message = "a number must be seen on the body's or an authority's page"
            raise ValueError(message)
        if self.rung_on and not self.phone:
            message = "nobody can have rung where there is no number"
            raise ValueError(message)
        return self

    @model_validator(mode="after")
    def _the_review_comes_after_the_look(self) -> Self:
        if self.review_by <= self.seen_on:
            message = "the review must come after the pages were seen"
            raise ValueError(message)
        return self
