"""Writing the tables of an index, each in the order in which it is kept."""

from __future__ import annotations

import json
import tempfile
from itertools import islice
from typing import TYPE_CHECKING

from glossary import languages
from glossary.closed_lists import LanguageState
from glossary.search.expressions import scope, words_of
from glossary.search.kept_lists import ALL, Lists
from glossary.search.label_writer import LabelWriter
from glossary.search.labels import scope_names
from glossary.search.lists import moment
from glossary.search.schema import TABLES
from glossary.search.spelling import gram_rows, spellings

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping

    from glossary.search.rows import (
        IndexedEntry,
        IndexedLabel,
        IndexedSection,
        IndexedText,
    )
    from glossary.search.storage import Facts, Row

_TEXTS_AT_ONCE = 4000
_HASH = 16 << 20  # bytes that FTS5 may keep before it writes: less to merge

_GIVEN_SECTIONS = """
CREATE TEMP TABLE given_section (
    entry INTEGER, lang INTEGER, preferred TEXT, slug TEXT, short TEXT,
    letter TEXT, state TEXT, sort_key TEXT, name_lang TEXT, also TEXT, also_lang TEXT,
    standing TEXT
)
"""
_SECTIONS = """
INSERT INTO section
SELECT row_number() OVER (
        ORDER BY lang, given_section.sort_key, preferred, entry
    ), *
FROM given_section
"""


def write_index(
    connection: sqlite3.Connection,
    *,
    entries: Iterable[IndexedEntry],
    sections: Iterable[IndexedSection],
    labels: Iterable[IndexedLabel],
    texts: Iterable[IndexedText],
    facts: Mapping[str, object],
    known: Facts | None = None,
) -> None:
    """Write an index of these rows into an empty database.

    With the facts ``known`` of another index the two can be read as layers.

    Raises ``KeyError`` where a row belongs to no entry.
    """
    # Nothing is lost if this fails: nobody sees the index before it is whole.
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    if not _has_temporary_folder():
        connection.execute("PRAGMA temp_store = MEMORY")
    connection.executescript(TABLES)
    connection.execute("BEGIN")
    writer = _Writer(connection, known)
    writer.write_entries(entries)
    writer.write_sections(sections)
    writer.write_labels(labels)
    writer.write_texts(texts)
    writer.write_facts(facts)
    connection.execute("COMMIT")


def _has_temporary_folder() -> bool:
    """Say whether SQLite may put aside what it sorts: it takes memory otherwise."""
    try:
        return bool(tempfile.gettempdir())
    except FileNotFoundError:
        return False


class _Writer:
    """Writes the tables, and keeps the numbers that later ones refer to."""

    def __init__(self, connection: sqlite3.Connection, known: Facts | None) -> None:
        self._connection = connection
        self._entries: dict[str, int] = {}
        codes = known.languages if known else languages.codes()
        self._langs = {code: at for at, code in enumerate(codes)}
        self._forms = known.forms if known else ()
        self._lists = Lists()
        self._scopes: dict[str, int] = {}
        self._entry_scopes = [""]
        self._facts: dict[str, object] = {}

    def write_entries(self, entries: Iterable[IndexedEntry]) -> None:
        """Write the entries, their topics and their sources."""
        numbered = [*enumerate(sorted(entries, key=lambda entry: entry.id), 1)]
        self._entries = {row.id: number for number, row in numbered}
        self._entry_scopes += [
            self._scope_words(row.topics, row.kind) for _, row in numbered
        ]
        rows = (
            (number, row.id, row.kind, moment(row.published_at),
             json.dumps(row.topics), json.dumps(row.related))
            for number, row in numbered
        )  # fmt: skip
        self._insert("entry", 6, rows)
        for number, row in numbered:
            self._lists.add(ALL, [ALL], number)
            self._lists.add("kind", [row.kind], number)
            self._lists.add("topic", {*row.topics}, number)
            self._lists.add("source", {*row.sources}, number)

    def write_sections(self, sections: Iterable[IndexedSection]) -> None:
        """Write the sections, numbered by language and alphabet, and the lists."""
        rows = (
            (self._entries[row.entry_id], self._lang(row.lang), row.preferred,
             row.slug, row.short, row.letter, row.state, row.sort_key,
             row.name_lang, row.also, row.also_lang,
             json.dumps([row.provenance, row.not_checked_by]))
            for row in sections if row.state != LanguageState.MISSING
        )  # fmt: skip
        self._connection.execute(_GIVEN_SECTIONS)
        self._insert("given_section", 12, rows)
        self._connection.execute(_SECTIONS)
        self._connection.execute("DROP TABLE given_section")
        self._list_sections()
        self._insert("list", 3, self._lists.rows())

    def _list_sections(self) -> None:
        sql = (
            "SELECT section.number, entry, lang, letter, state, topics FROM section"
            " JOIN entry ON entry.number = entry ORDER BY section.number"
        )
        for number, entry, lang, letter, state, topics in self._connection.execute(sql):
            add = self._lists.add
            add(f"lang {lang}", [ALL], entry)
            add(f"letter {lang}", [letter], entry)
            add(f"state {lang}", [state], entry)
            add(f"sections {lang}", [ALL], number)
            add(f"letter sections {lang}", [letter], number)
            add(f"topic sections {lang}", {*json.loads(topics)}, number)

    def write_labels(self, labels: Iterable[IndexedLabel]) -> None:
        """Write the labels and all that they are found by."""
        writer = LabelWriter(self._connection, self._forms)
        entry = self._entries.__getitem__
        writer.write(labels, entry, self._lang, self._entry_scopes)
        self._facts["forms"] = [*writer.forms]
        ordered, self._facts["lengths"] = spellings(writer.known)
        self._insert("spelling", 2, enumerate(ordered))
        self._insert("gram", 3, gram_rows(ordered))

    def write_texts(self, texts: Iterable[IndexedText]) -> None:
        """Write what texts are found by; those of sections without a label are not.

        FTS5 writes out what it has when a number is less than the one before, and
        needs much memory for what it has not written: so some at a time.
        """
        labels = self._first_labels()
        rows = (
            (labels[section], self._found_by(*section, row.words))
            for row in texts
            if (section := (self._entries[row.entry_id], self._lang(row.lang)))
            in labels
        )
        run = self._connection.execute
        run("INSERT INTO text_words (text_words, rank) VALUES ('hashsize', ?)", [_HASH])
        while some := sorted(islice(rows, _TEXTS_AT_ONCE)):
            self._insert("text_words (rowid, words)", 2, some)
        run("INSERT INTO text_words (text_words) VALUES ('optimize')")

    def write_facts(self, facts: Mapping[str, object]) -> None:
        """Write what the tables cannot be read without, and ``facts``."""
        numbers = {"languages": [*self._langs], "scopes": [*self._scopes]}
        every = {**facts, **self._facts, **numbers}
        self._insert("fact", 2, ((name, json.dumps(every[name])) for name in every))

    def _first_labels(self) -> dict[tuple[int, int], int]:
        """Return the best label of every entry in every language."""
        sql = "SELECT entry, lang, min(number) FROM label GROUP BY entry, lang"
        return {
            (entry, lang): number
            for entry, lang, number in self._connection.execute(sql)
        }

    def _lang(self, code: str) -> int:
        """Return the number of a language; those in the settings come first."""
        return self._langs.setdefault(code, len(self._langs))

    def _found_by(self, entry: int, lang: int, words: str) -> str:
        return f"{words_of(lang, words)} {self._entry_scopes[entry]}"

    def _scope_words(self, topics: Iterable[str], kind: str) -> str:
        """Return words for scopes, which are numbered as they come."""
        names, known = scope_names(topics, kind), self._scopes
        return " ".join(scope(known.setdefault(name, len(known))) for name in names)

    def _insert(self, table: str, width: int, rows: Iterable[Row]) -> None:
        marks = ", ".join("?" * width)
        sql = f"INSERT INTO {table} VALUES ({marks})"  # noqa: S608
        self._connection.executemany(sql, rows)
