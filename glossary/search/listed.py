"""What lists show: sections in the order of their language, and facts of entries."""

from __future__ import annotations

import json
from functools import partial
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING

from glossary.search.kept_lists import ALL, kept
from glossary.search.labels import lang_number
from glossary.search.lists import as_json
from glossary.search.long_lists import LongList, Run
from glossary.search.results import ListedEntry, ListedSection

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from glossary.search.layers import Layers
    from glossary.search.storage import Row, Store

_AT_ONCE = 500  # ids in one question
_SECTION = (
    "entry.id, section.lang, section.preferred, section.slug, section.short,"
    " section.letter, section.state, section.sort_key,"
    " section.name_lang, section.also, section.also_lang, section.standing"
)
# Joined across, so that rows come in the order in which their numbers are given.
_SECTIONS = (
    f"SELECT {_SECTION} FROM json_each(?) AS wanted"  # noqa: S608 (columns of ours)
    " CROSS JOIN section ON section.number = wanted.value"
    " CROSS JOIN entry ON entry.number = section.entry"
)


def sections_of(
    index: Layers, lang: str, kind: str = "", name: str = ALL
) -> LongList[ListedSection]:
    """Return the sections of a language in its order: all, of a letter, of a topic."""
    listed = f"{kind} sections {lang_number(index, lang)}".lstrip()
    runs = [
        Run(layer.store, kept(layer.store, listed, name) & ~layer.hidden_sections)
        for layer in index.layers
    ]
    return LongList(
        runs,
        partial(_read_sections, index),
        attrgetter("sort_key", "preferred", "entry_id"),
    )


def _read_sections(
    index: Layers, store: Store, numbers: Iterable[int]
) -> list[ListedSection]:
    return _listed(index, store.rows(_SECTIONS, [as_json(numbers)]))


def _listed(index: Layers, rows: Iterable[Row]) -> list[ListedSection]:
    langs = index.facts.languages
    return [ListedSection(row[0], langs[row[1]], *row[2:]) for row in rows]


def sections(index: Layers, ids: Sequence[str]) -> list[ListedSection]:
    """Return the sections of some entries, in the order of ``ids``, then languages."""
    columns = f"{_SECTION} FROM entry JOIN section ON section.entry = entry.number"
    found: dict[str, list[ListedSection]] = {}
    for row in _listed(index, _of(index, columns, ids, "section.number")):
        found.setdefault(row.entry_id, []).append(row)
    return [row for entry_id in dict.fromkeys(ids) for row in found.get(entry_id, ())]


def described(index: Layers, ids: Sequence[str]) -> dict[str, ListedEntry]:
    """Return what there is to know of some entries, in the order of ``ids``."""
    columns = "id, kind, topics, related FROM entry"
    found = {
        entry_id: ListedEntry(
            entry_id, kind, tuple(json.loads(topics)), tuple(json.loads(related))
        )
        for entry_id, kind, topics, related in _of(index, columns, ids, "number")
    }
    return {entry_id: found[entry_id] for entry_id in ids if entry_id in found}


def _of(index: Layers, columns: str, ids: Sequence[str], order: str) -> Iterator[Row]:
    """Yield rows of some entries, the first column being their id."""
    left = iter(ids)
    while some := [*islice(left, _AT_ONCE)]:
        marks = ", ".join("?" * len(some))
        sql = f"SELECT {columns} WHERE entry.id IN ({marks}) ORDER BY {order}"
        for layer in index.layers:
            rows = layer.store.rows(sql, some)
            yield from (row for row in rows if row[0] not in layer.hidden)
