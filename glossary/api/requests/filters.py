"""What narrows a list or a search."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from glossary.api.requests.codes import KNOWN, NOT_NULL, Language
from glossary.api.requests.values import Slug
from glossary.closed_lists import EntryKind

LabelLanguage = Annotated[
    Language | None,
    NOT_NULL,
    Field(description="The language of the names looked at; all when left out."),
]
Topic = Annotated[
    Slug | None,
    NOT_NULL,
    Field(description="The id of a topic."),
]
KindOfEntry = Annotated[
    Annotated[EntryKind, KNOWN] | None, NOT_NULL, Field(description="A kind of entry.")
]
