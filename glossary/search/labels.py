"""Reading labels from an index: by key, by words, within a scope."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from glossary.search.expressions import within

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from glossary.search.layers import Layers
    from glossary.search.storage import Store

_UNKNOWN = -1
_MOST_BEGUN = 32  # words
_LAST = "\U0010ffff"  # comes behind all that a word can have

_COLUMNS = (
    "label.number, entry.id, label.lang,"
    " label.text, label.type, label.status, label.rank, label.written, label.is_older"
)
_WIDTH = len(_COLUMNS.split(","))
# A cross join is one whose order SQLite keeps: it has no statistics to know better.
_FROM_FORM = (
    "FROM form CROSS JOIN label ON label.number = form.label"
    " CROSS JOIN entry ON entry.number = label.entry"
)
_FROM_WORDS = (
    "FROM {0} CROSS JOIN label ON label.number = {0}.rowid"
    " CROSS JOIN entry ON entry.number = label.entry"
)

_BEGUN_SO = """
SELECT key, (
    SELECT json_group_array(word) FROM (
        SELECT word FROM word WHERE word >= value AND word < value || ? LIMIT ?
    )
) FROM json_each(?)
"""

_HAS_TOPIC = "EXISTS (SELECT 1 FROM json_each(entry.topics) WHERE value = ?)"


LabelOrder: TypeAlias = tuple[int, int, str, str, int]
"""Rank, length, text, entry id and language: the same order in every index."""


class LabelRow(NamedTuple):
    """A label of an index; ``number`` and ``lang`` are what it is known by there.

    Text, type and status are those of the name to show in its place; ``written`` is
    its own text where that is another one.
    """

    number: int
    entry_id: str
    lang: int
    text: str
    type: str
    status: str
    rank: int
    written: str | None
    is_older: int

    @property
    def own_text(self) -> str:
        """What somebody who types it whole has typed."""
        return self.text if self.written is None else self.written

    @property
    def order(self) -> LabelOrder:
        """Where it stands among labels of equal merit; numbers follow it too."""
        return self.rank, len(self.text), self.text, self.entry_id, self.lang


class FormRow(NamedTuple):
    """A label by one of its keys; ``form`` is a number, 0 for the term itself.

    ``folded`` tells forms apart that share label and key, else it is ``None``.
    """

    label: LabelRow
    key: str
    form: int
    folded: str | None


@dataclass(frozen=True, slots=True)
class Scope:
    """Which labels count: those of a language, of a topic, of a kind."""

    lang: str | None = None
    topic: str | None = None
    kind: str | None = None

    def condition(self, store: Store) -> tuple[str, list[object]]:
        """Return SQL to go behind another condition, and its values."""
        sql, values = "", list[object]()
        if self.lang is not None:
            sql += " AND label.lang = ?"
            values.append(lang_number(store, self.lang))
        if self.topic is not None:
            sql += f" AND {_HAS_TOPIC}"
            values.append(self.topic)
        if self.kind is not None:
            sql += " AND entry.kind = ?"
            values.append(self.kind)
        return sql, values

    def expression(self, store: Store, asked: str) -> str:
        """Return the FTS5 expression for what is asked for within the scope.

        The words in it know their language.
        """
        topics = () if self.topic is None else (self.topic,)
        known = store.facts.scopes
        numbers = [
            known.index(name) if name in known else len(known)
            for name in scope_names(topics, self.kind)
        ]
        return within(asked, numbers)


def scope_names(topics: Iterable[str], kind: str | None) -> list[str]:
    """Return the names of the scopes in which entries of these are."""
    kinds = [] if kind is None else [f"kind {kind}"]
    return [*(f"topic {topic}" for topic in topics), *kinds]


def lang_number(index: Store | Layers, lang: str) -> int:
    """Return the number of a language in the index; none has -1."""
    langs = index.facts.languages
    return langs.index(lang) if lang in langs else _UNKNOWN


def labels_by_key(
    index: Layers, keys: Iterable[tuple[int, str]], scope: Scope
) -> list[FormRow]:
    """Return the labels that have one of the keys, in the order of labels.

    Each key is that of one language, given by its number.
    """
    wanted = frozenset(keys)
    texts = sorted({key for _, key in wanted})
    found = index.read(
        lambda store: _having(store, texts, scope),
        entry_id=lambda row: row.label.entry_id,
        order=lambda row: (row.label.order, row.form),
    )
    return [row for row in found if (row.label.lang, row.key) in wanted]


def _having(store: Store, keys: Sequence[str], scope: Scope) -> list[FormRow]:
    condition, values = scope.condition(store)
    marks = ", ".join("?" * len(keys))
    # Only names and marks written in this module become SQL.
    sql = (
        f"SELECT {_COLUMNS}, form.key, form.name, form.text {_FROM_FORM}"
        f" WHERE form.key IN ({marks}){condition}"
        " ORDER BY label.number, form.name"
    )
    rows = store.rows(sql, [*keys, *values])
    return [FormRow(LabelRow._make(row[:_WIDTH]), *row[_WIDTH:]) for row in rows]


def labels_by_words(
    index: Layers, expression: str, scope: Scope, at_once: int = 64
) -> Iterator[LabelRow]:
    """Yield the labels whose names answer an FTS5 expression, in order.

    They are read ``at_once`` at a time, so that nobody pays for what is not read.
    """
    return _in_order(index, "label_words", expression, scope, at_once)


def words_begun_so(index: Layers, starts: Iterable[str]) -> dict[str, list[str]]:
    """Return the words of names that begin so, for each beginning that few have."""
    asked = sorted(starts)
    found: list[set[str]] = [set() for _ in asked]
    for layer in index.layers:
        values = [_LAST, _MOST_BEGUN + 1, json.dumps(asked)]
        for at, words in layer.store.rows(_BEGUN_SO, values):
            found[at].update(json.loads(words))
    return {
        start: sorted(words)
        for start, words in zip(asked, found, strict=True)
        if len(words) <= _MOST_BEGUN
    }


def labels_by_text(
    index: Layers, expression: str, scope: Scope, at_once: int = 64
) -> Iterator[LabelRow]:
    """Yield the first labels of the texts that answer an FTS5 expression."""
    return _in_order(index, "text_words", expression, scope, at_once)


def _in_order(
    index: Layers, table: str, expression: str, scope: Scope, at_once: int
) -> Iterator[LabelRow]:
    return index.read(
        lambda store: _matching(store, table, expression, scope, at_once),
        entry_id=lambda label: label.entry_id,
        order=lambda label: label.order,
    )


def _matching(
    store: Store, table: str, expression: str, scope: Scope, at_once: int
) -> Iterator[LabelRow]:
    # Only names and numbers written in this module become SQL.
    sql = (
        f"SELECT {_COLUMNS} {_FROM_WORDS.format(table)}"
        f" WHERE {table} MATCH ? AND {table}.rowid > ?"
        f" ORDER BY {table}.rowid LIMIT {at_once:d}"
    )
    asked = scope.expression(store, expression)
    last = 0
    while True:
        rows = store.rows(sql, [asked, last])
        yield from map(LabelRow._make, rows)
        if len(rows) < at_once:
            return
        last = rows[-1][0]
