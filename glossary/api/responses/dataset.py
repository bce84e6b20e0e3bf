"""The glossary as a whole: what there is and where, and the letters."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from glossary.api.responses.base import Address, Count, Page
from glossary.public_form import Label, PublicShape


class LanguageSummary(PublicShape):
    """A language of this installation and how much of the glossary it has."""

    name: Annotated[str, Field(description="What the language calls itself.")]
    current: Annotated[Count, Field(description="Entries that are up to date in it.")]
    behind: Annotated[
        Count, Field(description="Entries whose other language has changed since.")
    ]
    missing: Annotated[Count, Field(description="Entries with no text in it yet.")]


class TopicSummary(PublicShape):
    """A topic, what it is called, and how many entries are in it."""

    id: Annotated[str, Field(description="The id of the topic.")]
    labels: Annotated[
        dict[str, Label], Field(description="BCP 47 to the name in that language.")
    ]
    entry_count: Annotated[Count, Field(description="How many entries are in it.")]


class Root(PublicShape):
    """What there is, and where."""

    titles: Annotated[
        dict[str, str], Field(description="BCP 47 to what the site is called in it.")
    ]
    sequence: Annotated[int, Field(description="The number of the newest publication.")]
    entry_count: Annotated[Count, Field(description="How many entries there are.")]
    overdue_count: Annotated[
        Count,
        Field(
            description="How many of them were to be gone through again before today "
            "(`check_due`)."
        ),
    ]
    languages: Annotated[
        dict[str, LanguageSummary],
        Field(description="BCP 47 to how the glossary stands in that language."),
    ]
    topics: Annotated[tuple[TopicSummary, ...], Field(description="In their order.")]
    licence: Annotated[str, Field(description="The licence of the content (SPDX).")]
    links: Annotated[
        dict[str, Address], Field(description="The addresses of the API, by name.")
    ]


class LetterCount(PublicShape):
    """A letter of the alphabet and how many entries are listed under it."""

    letter: Annotated[str, Field(description="The letter, which can be two signs.")]
    entry_count: Annotated[Count, Field(description="How many entries are under it.")]
    url: Annotated[Address, Field(description="The page of the letter.")]


class Letters(Page[LetterCount]):
    """A language's alphabet, in its order. It is always whole."""

    lang: Annotated[str, Field(description="Whose alphabet it is (BCP 47).")]
