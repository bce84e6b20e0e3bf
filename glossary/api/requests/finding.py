"""What to find: names to look up, words to search for, the beginning of a name."""

from __future__ import annotations

from typing import Annotated, Any, get_args

from pydantic import Field

from glossary.api.requests.base import Answered, Asked
from glossary.api.requests.entries import EntryQuery
from glossary.api.requests.filters import KindOfEntry, LabelLanguage, Topic
from glossary.api.requests.positions import FROM_ANOTHER_PAGE, Cursor, Limit
from glossary.api.requests.several import Question
from glossary.api.requests.values import NUMBER, Flag, Words
from glossary.search import Position

MAX_BATCH = 200

Term = Annotated[Words, Field(description="A name, in any spelling.")]
AllTiers = Annotated[
    Flag,
    Field(
        description="Go on to the weaker tiers after the first that finds something."
    ),
]


class LookupQuery(EntryQuery):
    """A name to look up."""

    term: Term
    lang: LabelLanguage = None
    all_tiers: AllTiers = False


class LookupItem(Asked):
    """One of several names to look up."""

    term: Term
    lang: LabelLanguage = None


class LookupRequest(EntryQuery):
    """Some names to look up, under keys of the caller's."""

    queries: Annotated[
        dict[str, Question[LookupItem]],
        Field(
            min_length=1,
            max_length=MAX_BATCH,
            description="The names, each under a key that its answer has too. What is "
            "wrong with one refuses that one alone.",
        ),
    ]
    all_tiers: AllTiers = False


class SearchRequest(Answered):
    """Words to search for."""

    q: Annotated[Words, Field(description="What to look for: a word or several.")]
    lang: LabelLanguage = None
    topic: Topic = None
    kind: KindOfEntry = None
    cursor: Annotated[
        dict[str, Any],
        Cursor({"after": [*get_args(Position)]}),
        Field(description=FROM_ANOTHER_PAGE),
    ] = {}
    limit: Limit = 20


class SuggestRequest(Asked):
    """The beginning of a name."""

    q: Annotated[Words, Field(description="The beginning of a name.")]
    lang: LabelLanguage = None
    limit: Annotated[
        int, Field(ge=1, le=20), NUMBER, Field(description="How many at most.")
    ] = 8
