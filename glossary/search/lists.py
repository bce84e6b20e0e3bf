"""Which entries there are: lists by letter, topic and everything else asked for."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice
from operator import itemgetter
from typing import TYPE_CHECKING, TypeAlias

from glossary import languages
from glossary.closed_lists import LanguageState
from glossary.search.labels import lang_number
from glossary.search.results import ListedSection

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from glossary.search.layers import Layers
    from glossary.search.storage import Store

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_COLUMNS = (
    "entry.id, section.lang, section.preferred, section.slug,"
    " section.short, section.letter, section.state, section.sort_key"
)
_FROM = "FROM section JOIN entry ON entry.number = section.entry"
_LISTED = "EXISTS (SELECT 1 FROM entry_{0} WHERE {0} = ? AND entry = entry.number)"
_HAS_SECTION = (
    "EXISTS (SELECT 1 FROM section WHERE section.entry = entry.number AND {})"
)
_SECTION_COUNT = "(SELECT count(*) FROM section WHERE section.entry = entry.number)"

_Condition: TypeAlias = tuple[str, list[object]]


def moment(published_at: str) -> int:
    """Return a date-time in ISO 8601 as microseconds; without a zone it is UTC.

    Raises ``ValueError`` where it is none.
    """
    found = datetime.fromisoformat(published_at)
    aware = found if found.tzinfo else found.replace(tzinfo=UTC)
    return (aware - _EPOCH) // timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Wanted:
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
    after_id: str | None = None


def entries(index: Layers, wanted: Wanted, limit: int | None) -> list[str]:
    """Return the ids of the entries that are wanted, in order.

    Raises ``ValueError`` where ``updated_since`` is no date in ISO 8601.
    """
    spare = sum(len(hidden) for _, hidden in index.layers)
    found = index.read(
        lambda store: _entries(store, wanted, None if limit is None else limit + spare),
        entry_id=str,
        order=str,
    )
    return [*islice(found, limit)]


def _entries(store: Store, wanted: Wanted, limit: int | None) -> list[str]:
    found = [*_entry_conditions(wanted), *_section_conditions(store, wanted)]
    where = " AND ".join(["entry.number > ?", *(condition for condition, _ in found)])
    values = [_number_of(store, wanted.after_id)]
    values += [value for _, some in found for value in some]
    # Only the conditions written in this module become SQL.
    sql = f"SELECT id FROM entry WHERE {where} ORDER BY number LIMIT ?"  # noqa: S608
    rows = store.rows(sql, [*values, -1 if limit is None else limit])
    return [entry_id for (entry_id,) in rows]


def _number_of(store: Store, entry_id: str | None) -> object:
    """Return the number of the entry, or of the last one before where it would be."""
    sql = "SELECT number FROM entry WHERE id <= ? ORDER BY id DESC LIMIT 1"
    found = store.rows(sql, [entry_id or ""])
    return found[0][0] if found else 0


def _entry_conditions(wanted: Wanted) -> Iterator[_Condition]:
    if wanted.topic is not None:
        yield _LISTED.format("topic"), [wanted.topic]
    if wanted.source is not None:
        yield _LISTED.format("source"), [wanted.source]
    if wanted.kind is not None:
        yield "kind = ?", [wanted.kind]
    if wanted.updated_since is not None:
        yield "published >= ?", [moment(wanted.updated_since)]


def _section_conditions(store: Store, wanted: Wanted) -> Iterator[_Condition]:
    lang = None if wanted.lang is None else lang_number(store, wanted.lang)
    asked = {"lang": lang, "letter": wanted.letter, "state": wanted.state}
    if wanted.state == LanguageState.MISSING:
        yield _lacks_section(store, lang)
        asked = {"letter": wanted.letter}
    given = {name: value for name, value in asked.items() if value is not None}
    if given:
        names = " AND ".join(f"{name} = ?" for name in given)
        yield _HAS_SECTION.format(names), [*given.values()]


def _lacks_section(store: Store, lang: int | None) -> _Condition:
    if lang is None:
        return f"{_SECTION_COUNT} < ?", [len(store.facts.languages)]
    return f"NOT {_HAS_SECTION.format('lang = ?')}", [lang]


def letters(index: Layers, lang: str) -> list[tuple[str, int]]:
    """Return the letters of a language, in order, with how many sections each has.

    The alphabet is whole; letters outside it (borrowed ones, and the empty one
    for names that begin with none) are there if something is listed under them.
    """
    sql = "SELECT letter, count(*) FROM section WHERE lang = ? AND {} GROUP BY letter"
    counts = _counts(index, sql, "entry", [lang_number(index, lang)])
    return [(letter, counts[letter]) for letter in _ordered(+counts, lang)]


def _ordered(found: Iterable[str], lang: str) -> list[str]:
    """Put letters in their order, the empty one last."""
    if lang not in languages.codes():
        return sorted(found)
    language = languages.get(lang)
    every = {*language.alphabet, *found}
    return sorted(every, key=lambda letter: (not letter, language.sort_key(letter)))


def by_letter(index: Layers, lang: str, letter: str) -> list[ListedSection]:
    """Return the sections under a letter in the order of their language."""
    return _sections(
        index,
        "section.lang = ? AND section.letter = ? ORDER BY section.number",
        [lang_number(index, lang), letter],
    )


def by_topic(index: Layers, topic: str, lang: str) -> list[ListedSection]:
    """Return the sections of a topic in the order of their language."""
    return _sections(
        index,
        "section.lang = ? AND section.entry IN"
        " (SELECT entry FROM entry_topic WHERE topic = ?) ORDER BY section.number",
        [lang_number(index, lang), topic],
    )


def all_sections(index: Layers, lang: str) -> list[ListedSection]:
    """Return the sections of a language in its order."""
    condition = "section.lang = ? ORDER BY section.number"
    return _sections(index, condition, [lang_number(index, lang)])


def sections(index: Layers, ids: Sequence[str]) -> list[ListedSection]:
    """Return the sections of some entries, in the order of ``ids``, then languages."""
    marks = ", ".join("?" * len(ids))
    condition = f"entry.id IN ({marks}) ORDER BY section.number"
    places = {entry_id: place for place, entry_id in enumerate(ids)}
    found = _sections(index, condition, ids)
    return sorted(found, key=lambda section: places[section.entry_id])


def topic_counts(index: Layers) -> dict[str, int]:
    """Return how many entries each topic has."""
    sql = "SELECT topic, count(*) FROM entry_topic WHERE {} GROUP BY topic"
    return dict(sorted((+_counts(index, sql, "entry")).items()))


def entry_count(index: Layers) -> int:
    """Return how many entries there are."""
    sql = "SELECT '', count(*) FROM entry WHERE {}"
    return _counts(index, sql, "number")[""]


def _counts(
    index: Layers, sql: str, entry: str, values: Sequence[object] = ()
) -> Counter[str]:
    """Return what is counted by name, less what is hidden.

    ``sql`` has a place for a condition; ``entry`` is the column it is about.
    """
    counts: Counter[str] = Counter()
    for store, hidden in index.layers:
        counts.update(dict(_pairs(store, sql.format("TRUE"), values)))
        if hidden:
            marks = ", ".join("?" * len(hidden))
            ids = f"{entry} IN (SELECT number FROM entry WHERE id IN ({marks}))"  # noqa: S608
            counts.subtract(dict(_pairs(store, sql.format(ids), [*values, *hidden])))
    return counts


def _pairs(
    store: Store, sql: str, values: Sequence[object] = ()
) -> Iterator[tuple[str, int]]:
    return ((name, count) for name, count in store.rows(sql, values))


def _sections(
    index: Layers, condition: str, values: Sequence[object]
) -> list[ListedSection]:
    langs = index.facts.languages
    sql = f"SELECT {_COLUMNS} {_FROM} WHERE {condition}"
    found = index.read(
        lambda store: store.rows(sql, values),
        entry_id=itemgetter(0),
        order=itemgetter(1, -1, 2, 0),
    )
    return [
        ListedSection(entry_id, langs[lang], *rest)
        for entry_id, lang, *rest, _ in found
    ]
