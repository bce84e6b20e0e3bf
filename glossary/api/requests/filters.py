"""What narrows a list or a search."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from django.utils.translation import gettext as _
from pydantic import AfterValidator, Field

from glossary import reading
from glossary.addresses import api_path
from glossary.api.requests.codes import KNOWN, NOT_NULL, Language
from glossary.api.requests.refusals import allowed_values, refusal, unknown
from glossary.api.requests.values import Slug
from glossary.closed_lists import EntryKind

if TYPE_CHECKING:
    from pydantic_core import PydanticCustomError

_MOST_NAMED = 200
"""How many sources a refusal names: there can be thousands."""


def _topic(value: str) -> str:
    shelf = reading.shelf()
    known = dict.fromkeys([*shelf.topics, *shelf.index.topic_counts()])
    if value not in known:
        raise unknown(known)
    return value


def _source(value: str) -> str:
    known = reading.shelf().sources
    if value not in known:
        raise _unknown_source([*known])
    return value


def _unknown_source(ids: list[str]) -> PydanticCustomError:
    """Return the refusal of a source that is not public; it says which are."""
    if len(ids) <= _MOST_NAMED:
        return unknown(ids)
    said = _("%(path)s lists all that there are.") % {"path": api_path("sources")}
    return refusal("unknown-source", f"{allowed_values(ids[:_MOST_NAMED])} {said}")


LabelLanguage = Annotated[
    Language | None,
    NOT_NULL,
    Field(description="The language of the names looked at; all when left out."),
]
Topic = Annotated[
    Annotated[Slug, AfterValidator(_topic)] | None,
    NOT_NULL,
    Field(
        description="The id of a topic: `GET /topics/` lists them. An unknown one is "
        "refused, and the refusal says which there are."
    ),
]
Source = Annotated[
    Annotated[Slug, AfterValidator(_source)] | None,
    NOT_NULL,
    Field(
        description="The id of a source that the entries rest on: `GET /sources/` "
        "lists them. An unknown one is refused."
    ),
]
KindOfEntry = Annotated[
    Annotated[EntryKind, KNOWN] | None, NOT_NULL, Field(description="A kind of entry.")
]
