"""What the search index is made from: plain rows, whatever they came from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True, slots=True)
class IndexedEntry:
    """One published entry.

    ``sources`` are the ids of the sources it cites, ``published_at`` is a date-time
    in ISO 8601, ``related`` are the ids of the entries that it names as related.
    """

    id: str
    kind: str
    topics: tuple[str, ...]
    sources: tuple[str, ...]
    published_at: str
    related: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IndexedSection:
    """What lists show of an entry in one language.

    A language that an entry lacks has no row; one whose ``state`` is
    ``missing`` is left out. ``also`` is the name that is shown beside the preferred
    one; both have a language of their own, since some stay in another one.
    ``provenance`` says of names where they come from, if from anywhere;
    ``not_checked_by`` are the roles that have not signed the text off.
    """

    entry_id: str
    lang: str
    preferred: str
    slug: str
    short: str
    sort_key: str
    letter: str
    state: str
    name_lang: str
    also: str
    also_lang: str
    provenance: Mapping[str, str] = field(default_factory=dict)
    not_checked_by: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class IndexedLabel:
    """One way in which a term of an entry is written.

    ``form`` names the way, as ``SurfaceForm.name`` does; ``exact`` is the term
    itself, and then ``form_text`` is ``text``. ``context_only`` marks words that
    stand for the term but are too general to be shown before others. The status
    ``hidden`` is for words that lead to the entry and are shown nowhere.
    ``families`` are those of the words of the term, where it is found by words
    that are made from them.
    """

    entry_id: str
    lang: str
    text: str
    type: str
    status: str
    form: str
    form_text: str
    context_only: bool
    families: str = ""


@dataclass(frozen=True, slots=True)
class IndexedText:
    """The running text of an entry in one language, from ``prepare_text``."""

    entry_id: str
    lang: str
    words: str
