"""Topics: what they are called, and what is in them."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field

from glossary.api.responses.base import Address, Count, NotCheckedBy, Page
from glossary.closed_lists import LanguageState
from glossary.public_form import Label, MissingSection, PublicShape


class TopicInLanguage(PublicShape):
    """A topic in one language."""

    state: Annotated[
        Literal[LanguageState.CURRENT], Field(description="There is a text in it.")
    ] = LanguageState.CURRENT
    label: Annotated[Label, Field(description="What the topic is called.")]
    description: Annotated[str, Field(description="What its entries are about.")]
    url: Annotated[Address, Field(description="Its page in the language.")]
    not_checked_by: NotCheckedBy


class Topic(PublicShape):
    """A subject under which entries are listed."""

    id: Annotated[str, Field(description="Never changes, is never reused.")]
    entry_count: Annotated[Count, Field(description="How many entries are in it.")]
    languages: Annotated[
        dict[
            str,
            Annotated[TopicInLanguage | MissingSection, Field(discriminator="state")],
        ],
        Field(description="BCP 47 to the words in that language."),
    ]
    published_at: Annotated[
        dt.datetime, Field(description="When its words were published (RFC 3339, UTC).")
    ]


class Topics(Page[Topic]):
    """All topics, in their own order. The list has one page."""
