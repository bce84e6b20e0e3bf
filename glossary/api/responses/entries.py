"""Entries: one, a page of them, what was published of one, what stays of one."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

from pydantic import ConfigDict, Field, RootModel

from glossary.api.responses.base import Address, Id, Langs, Maybe, Page
from glossary.api.responses.problems import ProblemDetails
from glossary.closed_lists import Change, LanguageState, WithdrawalReason
from glossary.public_form import PublicEntry, PublicShape, Said, Tombstone


def _only_id(schema: dict[str, Any]) -> None:
    schema["required"] = ["id"]


class EntryPart(PublicEntry):
    """Some members of an entry: those that `fields` names. `id` is always there."""

    model_config = ConfigDict(json_schema_extra=_only_id)


class EntrySentence(PublicShape):
    """With `view=brief`: what an entry is, in one language, and a link."""

    id: Id
    lang: Annotated[
        str,
        Field(
            description="The language of the text (BCP 47): the first asked for that "
            "the entry has, else the first asked for."
        ),
    ]
    state: Annotated[
        LanguageState,
        Field(description="How the text in that language stands; `missing`: none."),
    ]
    short: Annotated[
        str | None, Field(description="What it is, in a sentence or three.")
    ]
    short_url: Annotated[
        Address | None, Field(description="Leads to its page in that language.")
    ]
    checked: Annotated[
        bool,
        Field(
            description="Whether all who should have signed the text off; who has not "
            "is in `view=full`."
        ),
    ]


class EntryAnswer(RootModel[PublicEntry | EntrySentence | EntryPart]):
    """An entry; with `fields`, a part of one; with `view=brief`, a sentence."""


class AbsentEntry(ProblemDetails):
    """Why there is no entry by a name of `ids`: the same that its address answers."""

    id: Annotated[str, Field(description="The name, as it was asked for.")]
    tombstone: Annotated[
        Maybe[Tombstone], Field(description="What stays of a withdrawn entry.")
    ] = None


class EntryPage(Page[PublicEntry | EntrySentence | EntryPart]):
    """A page of entries; with `fields`, of parts; with `view=brief`, of sentences."""

    resolved: Annotated[
        Maybe[dict[str, str]],
        Field(
            description="With `ids`: of each slug or code among them, the id of the "
            "entry that it leads to."
        ),
    ] = None
    problems: Annotated[
        Maybe[tuple[AbsentEntry, ...]],
        Field(description="With `ids`: each that is no entry, and why."),
    ] = None


class PublicationSummary(PublicShape):
    """One publication of an entry."""

    sequence: Annotated[int, Field(description="Its number: one row for all.")]
    change: Annotated[Change, Field(description="What it did to the entry.")]
    published_at: Annotated[dt.datetime, Field(description="When (RFC 3339, UTC).")]
    revision: Annotated[int, Field(description="Which revision of the entry it shows.")]
    note: Annotated[
        Said | None, Field(description="What was said of it to readers, if anything.")
    ]
    reason: Annotated[
        WithdrawalReason | None,
        Field(description="Why it was withdrawn, where it was and readers are told."),
    ]
    langs: Annotated[
        Langs, Field(description="The languages that it touched (BCP 47).")
    ]
    erased: Annotated[
        bool, Field(description="Its text is gone for ever: delete your copy of it.")
    ]


class History(Page[PublicationSummary]):
    """What was published of an entry, the newest first."""

    id: Id


class Withdrawn(ProblemDetails):
    """The problem details of what was withdrawn: an entry, a source, and so on."""

    tombstone: Annotated[Tombstone, Field(description="What stays of it.")]
