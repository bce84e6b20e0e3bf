"""What the search index answers with."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from glossary.closed_lists import MatchTier

if TYPE_CHECKING:
    from collections.abc import Mapping

Position: TypeAlias = tuple[int, int, int, int, str, str]
"""The place of a hit in the order of all hits, whatever page it is on.

Tier, score within the tier (less is better), rank, length and text of the label,
entry id. It holds nothing of one index, so it stays good for the next one.
"""


TIERS = {match: tier for tier, match in enumerate(MatchTier)}


@dataclass(frozen=True, slots=True)
class LabelMatch:
    """A label found by look-up or autocomplete.

    ``label``, ``type`` and ``status`` are those of the name to show. It is the
    preferred one, and ``is_own`` false, where another one was typed that is not
    shown: one that is too general, hidden, or not in use (``is_older``).
    ``form`` names the way in which it is written in the query, ``exact`` for the
    term itself. ``score`` is 1 but for close spellings, which are less like it.
    """

    entry_id: str
    lang: str
    label: str
    type: str
    status: str
    match: MatchTier
    form: str
    score: float
    is_own: bool
    is_older: bool


@dataclass(frozen=True, slots=True)
class SearchHit:
    """An entry found by search, with the label that stands for it.

    ``is_older`` says that a name was typed which is not in use; ``words`` are the
    folded words to highlight, those that end in ``*`` being beginnings;
    ``position`` goes into ``after`` to get the hits behind this one.
    """

    entry_id: str
    lang: str
    label: str
    type: str
    status: str
    match: MatchTier
    form: str
    is_older: bool
    words: tuple[str, ...]
    position: Position

    @property
    def is_in_text(self) -> bool:
        """Say whether the running text matched, and not the label."""
        return self.match in {MatchTier.TEXT, MatchTier.TEXT_WORD_STARTS}


@dataclass(frozen=True, slots=True)
class SearchPage:
    """Hits in order; ``following`` is where the next page begins, if there is one.

    ``did_you_mean`` is the label closest in spelling, where no name matched and
    what was typed may be a slip.
    """

    hits: tuple[SearchHit, ...]
    following: Position | None
    did_you_mean: LabelMatch | None


class Standing(NamedTuple):
    """How far a section can be relied on.

    ``provenance`` says of names where they come from, if from anywhere.
    """

    provenance: Mapping[str, str]
    not_checked_by: tuple[str, ...]


class ListedSection(NamedTuple):
    """What lists show of an entry in one language.

    A name has a language of its own: some stay in another one in every text.
    ``also`` is the name to show beside the preferred one, if there is any.
    """

    entry_id: str
    lang: str
    preferred: str
    slug: str
    short: str
    letter: str
    state: str
    sort_key: str
    name_lang: str
    also: str
    also_lang: str
    standing_json: str

    @property
    def standing(self) -> Standing:
        """Where its names come from, and who has not checked its text."""
        provenance, not_checked_by = json.loads(self.standing_json)
        return Standing(provenance, tuple(not_checked_by))


class ListedEntry(NamedTuple):
    """What there is to know of an entry, whatever its language.

    ``related`` are the ids of the entries that it names as related.
    """

    id: str
    kind: str
    topics: tuple[str, ...]
    related: tuple[str, ...]
