"""The shapes of what stands beside entries: sources, topics, helplines and so on."""

from __future__ import annotations

import datetime as dt  # noqa: TC003 (read by pydantic when the classes are made)
from typing import Annotated, Literal, Self

from pydantic import (
    Field,
    HttpUrl,
    StrictBool,
    StringConstraints,
    UrlConstraints,
    model_validator,
)

from glossary.document.schema import (
    Label,
    LanguageCode,
    Name,
    Nation,
    Shape,
    ShortId,
    Slug,
    Text,
)

WebAddress = Annotated[HttpUrl, UrlConstraints(max_length=500)]


class SourceDocument(Shape):
    """A public document, or a public page that was seen.

    ``file`` names the plain text of a document, for whoever has it and wants to
    compare quotations with it. ``licence`` is an SPDX identifier, ``OPL`` for
    the Open Parliament Licence or ``all-rights-reserved``.
    """

    id: Slug
    kind: Literal["document", "web-page"]
    genre: Annotated[Slug, Field(max_length=40)] | None = None
    title: Annotated[Text, Field(max_length=400)]
    publisher: Name
    published_on: dt.date | None = None
    url: WebAddress
    licence: Annotated[Text, Field(max_length=60)] | None = None
    lang: LanguageCode
    note: Text | None = None
    file: Label | None = None


class PublisherDocument(Shape):
    """What a publisher is called in each language in which it has a name.

    ``name`` is the one that sources have.
    """

    name: Name
    languages: Annotated[dict[LanguageCode, Name], Field(min_length=1)]


class TopicText(Shape):
    """A topic in one language."""

    label: Label
    description: Text


class TopicDocument(Shape):
    """A subject under which entries are listed."""

    id: ShortId
    languages: Annotated[dict[LanguageCode, TopicText], Field(min_length=1)]


class ReviewRecord(Shape):
    """What the review of content that arrives reviewed consisted of.

    ``signed_off`` lists, for each language, the roles in which a person has
    signed the texts off; ``statement`` says in each language what was done.
    """

    record: Slug
    signed_off: dict[LanguageCode, tuple[Slug, ...]] = {}
    statement: Annotated[dict[LanguageCode, Text], Field(min_length=1)]


PhoneNumber = Annotated[str, StringConstraints(pattern=r"^[0-9][0-9 ]{1,18}[0-9]$")]


class HelplineText(Shape):
    """A helpline in one language; ``checked_where`` says what was seen, and where."""

    name: Label
    who_for: Text
    hours: Text | None = None
    cost: Text | None = None
    notes: Text | None = None
    checked_where: Text


class HelplineDocument(Shape):
    """Somebody whom a reader can ring, write to or find on a page.

    ``checked`` means that the number was seen on a public page of the body
    itself or of a public authority. One that was not is ``not-checked``: it
    leads to the body's own page and holds no number. ``speaks`` names the
    languages in which it is known to answer. ``source`` is the page that was
    seen; the other fields say no more than was seen there. ``chat`` says that its
    own page (``web``) offers one.
    """

    id: ShortId
    audience: Literal["emergency", "children", "adults"]
    areas: Annotated[tuple[Nation, ...], Field(min_length=1)]
    speaks: Annotated[tuple[LanguageCode, ...], Field(min_length=1)]
    phone: PhoneNumber | None = None
    text: PhoneNumber | None = None
    web: WebAddress
    chat: StrictBool = False
    languages: Annotated[dict[LanguageCode, HelplineText], Field(min_length=1)]
    status: Literal["checked", "not-checked"]
    source: WebAddress | None = None
    checked_on: dt.date
    review_by: dt.date

    @model_validator(mode="after")
    def _a_number_is_shown_where_it_was_checked(self) -> Self:
        if self.status == "checked" and not (self.phone and self.source):
            message = "a helpline that was checked has a number and a source"
            raise ValueError(message)
        if self.status == "not-checked" and (self.phone or self.text):
            message = "a helpline that was not checked holds no number"
            raise ValueError(message)
        return self

    @model_validator(mode="after")
    def _the_review_comes_after_the_check(self) -> Self:
        if self.review_by <= self.checked_on:
            message = "the review must come after the check"
            raise ValueError(message)
        return self
