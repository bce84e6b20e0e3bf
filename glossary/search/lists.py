"""Which entries there are: lists by letter, topic and everything else asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from glossary import languages
from glossary.closed_lists import LanguageState
from glossary.search import sets
from glossary.search.kept_lists import ALL, kept
from glossary.search.labels import lang_number
from glossary.search.long_lists import LongList, Run

if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary.search.layers import Layers
    from glossary.search.storage import Store

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_IDS = (
    "SELECT entry.id FROM json_each(?) AS wanted"
    " CROSS JOIN entry ON entry.number = wanted.value"
)


def moment(published_at: str) -> int:
    """Return a date-time in ISO 8601 as microseconds; without a zone it is UTC.

    Raises ``ValueError`` where it is none.
    """
    found = datetime.fromisoformat(published_at)
    aware = found if found.tzinfo else found.replace(tzinfo=UTC)
    return (aware - _EPOCH) // timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class ListFilter:
    """Which entries a list is to have; what is ``None`` does not matter.

    ``letter`` and ``state`` are of the section in ``lang``, or of any section.
    The state ``missing`` is for entries without a section in that language, or in
    one of them; ``letter`` is then of any. ``updated_since`` counts the moment in.
    """

    lang: str | None = None
    letter: str | None = None
    topic: str | None = None
    kind: str | None = None
    state: str | None = None
    source: str | None = None
    updated_since: str | None = None


class Ids(LongList[str]):
    """The ids of entries, in order."""

    def place_of(self, entry_id: str) -> int:
        """Return how many ids come before this one, wherever it is."""
        return self._number_of("<", entry_id)

    def place_behind(self, entry_id: str) -> int:
        """Return the same, with this one itself if it is there."""
        return self._number_of("<=", entry_id)

    def _number_of(self, sign: str, entry_id: str) -> int:
        sql = f"SELECT number FROM entry WHERE id {sign} ? ORDER BY id DESC LIMIT 1"  # noqa: S608
        return sum(
            (run.numbers & sets.below(last + 1)).bit_count()
            for run in self._runs
            for (last,) in run.store.rows(sql, [entry_id])
        )


def entries(index: Layers, wanted: ListFilter) -> Ids:
    """Return the ids of the entries that are wanted, in order.

    Raises ``ValueError`` where ``updated_since`` is no date in ISO 8601.
    """
    runs = [
        Run(layer.store, _entries(index, layer.store, wanted) & ~layer.hidden_entries)
        for layer in index.layers
    ]
    return Ids(runs, _read_ids, str)


def _entries(index: Layers, store: Store, wanted: ListFilter) -> int:
    found = kept(store, ALL)
    for kind in ("topic", "source", "kind"):
        name = getattr(wanted, kind)
        if name is not None:
            found &= kept(store, kind, name)
    if wanted.updated_since is not None:
        found &= _since(store, moment(wanted.updated_since))
    if (wanted.lang, wanted.letter, wanted.state) != (None, None, None):
        found &= _in_language(index, store, wanted)
    return found


def _in_language(index: Layers, store: Store, wanted: ListFilter) -> int:
    """Return the entries with such a section in a language, or in one of all."""
    every = range(len(index.facts.languages))
    langs = every if wanted.lang is None else [lang_number(index, wanted.lang)]
    if wanted.state == LanguageState.MISSING:
        lacking = (~kept(store, f"lang {lang}") for lang in langs)
        return reduce(or_, lacking, sets.NONE) & _with_letter(
            store, wanted.letter, every
        )
    found = (
        _with_letter(store, wanted.letter, [lang])
        & kept(store, *_named(f"state {lang}", wanted.state, f"lang {lang}"))
        for lang in langs
    )
    return reduce(or_, found, sets.NONE)


def _with_letter(store: Store, letter: str | None, langs: Iterable[int]) -> int:
    """Return the entries under a letter in one of these languages; all without one."""
    if letter is None:
        return ~sets.NONE
    found = (kept(store, f"letter {lang}", letter) for lang in langs)
    return reduce(or_, found, sets.NONE)


def _named(kind: str, name: str | None, otherwise: str) -> tuple[str, str]:
    return (otherwise, ALL) if name is None else (kind, name)


def _since(store: Store, published: int) -> int:
    """Return the entries published at a moment or later.

    Whichever are fewer are read: those, or those that are older.
    """
    sql = "SELECT number FROM entry WHERE published {} ? ORDER BY published {} LIMIT ?"
    half = kept(store, ALL).bit_count() // 2
    newer = store.rows(sql.format(">=", "DESC"), [published, half + 1])
    if len(newer) <= half:
        return sets.set_of(number for (number,) in newer)
    older = store.rows(sql.format("<", "ASC"), [published, half])
    return ~sets.set_of(number for (number,) in older)


def _read_ids(store: Store, numbers: Iterable[int]) -> list[str]:
    return [entry_id for (entry_id,) in store.rows(_IDS, [as_json(numbers)])]


def as_json(numbers: Iterable[int]) -> str:
    """Return numbers as SQLite can read them as a table."""
    return f"[{','.join(map(str, numbers))}]"


def letters(index: Layers, lang: str) -> list[tuple[str, int]]:
    """Return the letters of a language, in order, with how many sections each has.

    The alphabet is whole; letters outside it (borrowed ones, and the empty one
    for names that begin with none) are there if something is listed under them.
    """
    counts = index.counts(f"letter {lang_number(index, lang)}")
    return [(letter, counts.get(letter, 0)) for letter in _ordered(counts, lang)]


def _ordered(found: Iterable[str], lang: str) -> list[str]:
    """Put letters in their order, the empty one last."""
    if lang not in languages.codes():
        return sorted(found)
    language = languages.get(lang)
    every = {*language.alphabet, *found}
    return sorted(every, key=lambda letter: (not letter, language.sort_key(letter)))


def states(index: Layers, lang: str) -> dict[str, int]:
    """Return how many entries have a section in each state; ``missing`` have none."""
    found = index.counts(f"state {lang_number(index, lang)}")
    missing = entry_count(index) - sum(found.values())
    return {**found, LanguageState.MISSING: missing}


def entry_count(index: Layers) -> int:
    """Return how many entries there are."""
    return index.counts(ALL).get(ALL, 0)
