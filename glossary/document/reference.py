"""The shapes of what entries refer to: sources, topics, and a review's record."""

from __future__ import annotations

import datetime as dt  # noqa: TC003 (read by pydantic when the classes are made)
from typing import Annotated, Literal

from pydantic import Field, HttpUrl

from glossary.document.schema import LanguageCode, Shape, Slug, Text


class SourceDocument(Shape):
    """A public document, or a public page that was seen.

    ``file`` names the plain text of a document, for whoever has it and wants to
    compare quotations with it. ``licence`` is an SPDX identifier, ``OPL`` for
    the Open Parliament Licence or ``all-rights-reserved``.
    """

    id: Slug
    kind: Literal["document", "web-page"]
    genre: Slug | None = None
    title: Text
    publisher: Text
    published_on: dt.date | None = None
    url: HttpUrl
    licence: Text | None = None
    lang: LanguageCode
    note: Text | None = None
    file: Text | None = None


class TopicText(Shape):
    """A topic in one language."""

    label: Text
    description: Text


class TopicDocument(Shape):
    """A subject under which entries are listed."""

    id: Slug
    languages: Annotated[dict[LanguageCode, TopicText], Field(min_length=1)]


class ReviewRecord(Shape):
    """What the review of content that arrives reviewed consisted of.

    ``signed_off`` lists, for each language, the roles in which a person has
    signed the texts off; ``statement`` says in each language what was done.
    """

    record: Slug
    signed_off: dict[LanguageCode, tuple[Slug, ...]] = {}
    statement: Annotated[dict[LanguageCode, Text], Field(min_length=1)]
