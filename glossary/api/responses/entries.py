"""Entries: one, a page of them, what was published of one, what stays of one."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

from pydantic import ConfigDict, Field, RootModel

from glossary.api.responses.base import Id, Langs, Page
from glossary.api.responses.problems import ProblemDetails
from glossary.closed_lists import Change
from glossary.public_form import PublicEntry, PublicShape, Said, Tombstone


def _only_id(schema: dict[str, Any]) -> None:
    schema["required"] = ["id"]


class EntryPart(PublicEntry):
    """Some members of an entry: those that `fields` names. `id` is always there."""

    model_config = ConfigDict(json_schema_extra=_only_id)


class EntryAnswer(RootModel[PublicEntry | EntryPart]):
    """An entry; with `fields`, a part of one."""


class EntryPage(Page[PublicEntry | EntryPart]):
    """A page of entries; with `fields`, of parts of entries."""


class PublicationSummary(PublicShape):
    """One publication of an entry."""

    sequence: Annotated[int, Field(description="Its number: one row for all.")]
    change: Annotated[Change, Field(description="What it did to the entry.")]
    published_at: Annotated[dt.datetime, Field(description="When (RFC 3339, UTC).")]
    revision: Annotated[int, Field(description="Which revision of the entry it shows.")]
    note: Annotated[
        Said | None, Field(description="What was said of it to readers, if anything.")
    ]
    langs: Annotated[
        Langs, Field(description="The languages that it touched (BCP 47).")
    ]


class History(Page[PublicationSummary]):
    """What was published of an entry, the newest first."""

    id: Id


class Withdrawn(ProblemDetails):
    """The problem details of a withdrawn entry."""

    tombstone: Annotated[Tombstone, Field(description="What stays of the entry.")]
