"""What is found by a name, by words, or by the beginning of a name."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from glossary.api.responses.base import (
    Address,
    Count,
    Form,
    Id,
    Page,
    Place,
    PublicName,
)
from glossary.api.responses.briefs import SectionInBrief
from glossary.api.responses.entries import EntryPart, EntrySentence
from glossary.api.responses.problems import QuestionProblem
from glossary.closed_lists import EntryKind, MatchTier, TermStatus, TermType
from glossary.public_form import MissingSection, PublicEntry, PublicShape

_NAME = "The name that matched. Where that is not shown, the name to use."
_FORM = "In which form it was asked for."
_OLDER = (
    "Whether what was typed is a name that is best avoided, or no longer used: `name` "
    "is the one to use."
)
_TIER = Annotated[
    MatchTier, Field(description="How well it matched; the strongest first.")
]


class Suggestion(PublicShape):
    """A name, and where it leads. It is never an older one or one to avoid."""

    id: Id
    name: Annotated[PublicName, Field(description="The name that is suggested.")]
    type: Annotated[TermType, Field(description="How the name is made (ISO 30042).")]
    label: Annotated[PublicName, Field(description="The preferred name of the entry.")]
    url: Annotated[Address, Field(description="The page of the entry.")]


class Suggestions(Page[Suggestion]):
    """Names that begin like this, best first. The list has one page."""

    q: Annotated[str, Field(description="What was asked, on one line.")]


class LookupMatch(PublicShape):
    """Which name matched, and how."""

    tier: _TIER
    name: Annotated[PublicName, Field(description=_NAME)]
    type: Annotated[TermType, Field(description="How the name is made (ISO 30042).")]
    status: Annotated[TermStatus, Field(description="ISO 30042 administrative status.")]
    form: Annotated[Form, Field(description=_FORM)]
    older_name: Annotated[bool, Field(description=_OLDER)]
    score: Annotated[
        float, Field(ge=0, le=1, description="1 unless the spelling is only close.")
    ]


class LookupHit(PublicShape):
    """An entry that has the name."""

    match: Annotated[LookupMatch, Field(description="The name that matched.")]
    entry: Annotated[
        PublicEntry | EntrySentence | EntryPart,
        Field(description="The entry, as `view` and `fields` ask for it."),
    ]


class LookupAnswer(Page[LookupHit]):
    """The entries that have a name. Always a list, also for one or none."""

    term: Annotated[str, Field(description="The name looked up, on one line.")]
    lang: Annotated[str | None, Field(description="The language looked in; null: all.")]
    suggestions: Annotated[
        tuple[Suggestion, ...],
        Field(description="Where nothing has the name: names like it, to be asked."),
    ]


class LookupAnswers(PublicShape):
    """The answers to several look-ups."""

    answers: Annotated[
        dict[str, LookupAnswer | QuestionProblem],
        Field(
            description="Under the caller's keys: what was found, or what is wrong "
            "with the question."
        ),
    ]


class SearchMatch(PublicShape):
    """What matched, and in which language."""

    where: Annotated[
        Literal["name", "text"], Field(description="Whether a name or a text matched.")
    ]
    tier: _TIER
    name: Annotated[PublicName, Field(description=_NAME)]
    form: Annotated[
        Form | None, Field(description=_FORM + " Null where the text matched.")
    ]
    older_name: Annotated[bool, Field(description=_OLDER)]


class Highlight(PublicShape):
    """A place to mark, counted in code points."""

    start: Annotated[Place, Field(description="The place of the first character.")]
    end: Annotated[Place, Field(description="The place after the last one.")]


class FoundSection(SectionInBrief):
    """An entry in one language, in brief, with the places to mark."""

    label_highlights: Annotated[
        tuple[Highlight, ...], Field(description="Places in the text of `label`.")
    ]
    short_highlights: Annotated[
        tuple[Highlight, ...], Field(description="Places in `short`.")
    ]


class FoundEntry(PublicShape):
    """An entry that was found, in brief."""

    id: Id
    kind: Annotated[EntryKind, Field(description="What sort of thing it explains.")]
    topics: Annotated[tuple[str, ...], Field(description="Ids of topics.")]
    languages: Annotated[
        dict[
            str, Annotated[FoundSection | MissingSection, Field(discriminator="state")]
        ],
        Field(description="BCP 47 to the text in that language."),
    ]


class SearchHit(PublicShape):
    """An entry that was found, and by what."""

    match: Annotated[SearchMatch, Field(description="What matched.")]
    entry: Annotated[FoundEntry, Field(description="The entry, in brief.")]


class SearchAnswer(Page[SearchHit]):
    """What was found, best first. `previous` is null: search goes forward only."""

    total: Annotated[  # type: ignore[assignment]  # wider than that of other lists
        Count | None,
        Field(description="How many were found; null where it is more than a page."),
    ]
    q: Annotated[str, Field(description="What was asked, on one line.")]
    did_you_mean: Annotated[
        Suggestion | None,
        Field(description="A name like it, where no name matched: to be asked."),
    ]


class PrivateSearchAnswer(SearchAnswer):
    """The same for a search in a body: `next` is a cursor, to be sent in the next."""

    next: Annotated[
        str | None, Field(description="The `cursor` of the next page; null: the end.")
    ] = None
    previous: Annotated[
        str | None, Field(description="Always null: search goes forward only.")
    ] = None
