"""Public documents and pages, and what entries quote from them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from glossary.api.responses.base import Count, Id, Page
from glossary.closed_lists import SourceKind
from glossary.public_form import (
    Label,
    PublicCitation,
    PublicShape,
    PublicSource,
    Said,
)

_KIND = Field(
    description="`document`: terms were taken from it; `web-page`: it supports what "
    "an entry says."
)


class ListedSource(PublicSource):
    """A source and how many entries rest on it."""

    kind: Annotated[SourceKind, _KIND]
    entry_count: Annotated[Count, Field(description="How many entries rest on it.")]


class SourcePage(Page[ListedSource]):
    """A page of sources."""


class CitingEntry(PublicShape):
    """An entry that rests on a source, and the words it quotes."""

    id: Id
    labels: Annotated[
        dict[str, Label], Field(description="BCP 47 to the name in that language.")
    ]
    quotations: Annotated[
        tuple[PublicCitation, ...], Field(description="What it quotes of the source.")
    ]


class CitingEntries(Page[CitingEntry]):
    """The entries that rest on a source, in the order of their ids."""


class SourceDetail(PublicSource):
    """A source with the entries that rest on it."""

    kind: Annotated[SourceKind, _KIND]
    note: Annotated[
        Said | None, Field(description="What to know of the source, if anything.")
    ]
    cited_by: Annotated[
        CitingEntries, Field(description="The entries that rest on it, by pages.")
    ]
