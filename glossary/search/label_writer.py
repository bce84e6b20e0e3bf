"""Writing labels, numbered in the order in which they are shown, and their forms.

The rows go into a temporary table as they come, and SQLite puts them in order: as
objects of Python they would take several times the memory of the finished index.
"""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from glossary.closed_lists import ABBREVIATED, NOT_IN_USE, MatchForm
from glossary.search.expressions import name_of, word_of
from glossary.search.guesses import (
    HIDDEN,
    LAST_PROPOSED,
    rank_of,
)
from glossary.search.keys import APART, fixed_words, letters, name_words
from glossary.search.tongues import folding_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from glossary.search.rows import IndexedLabel
    from glossary.search.storage import Row
    from glossary.text import Folding

# Forms that have words which their term does not have. Mutations are found the
# other way round, from the word that is looked for.
_WORDED = (MatchForm.EXACT, MatchForm.PLURAL, MatchForm.VARIANT)

INFLECTED = MatchForm.INFLECTED.value
"""The name of the form that a label has in another word of the same family."""

_GIVEN = """
CREATE TEMP TABLE given (
    entry INTEGER, lang INTEGER, text TEXT, type TEXT, status TEXT, rank INTEGER,
    form INTEGER, key TEXT, folded TEXT, families TEXT
)
"""
_TERM = """
CREATE TEMP TABLE term (
    entry INTEGER, lang INTEGER, text TEXT, type TEXT, status TEXT, rank INTEGER,
    key TEXT, families TEXT, shown TEXT, shown_type TEXT, shown_status TEXT,
    number INTEGER, PRIMARY KEY (entry, lang, text)
) WITHOUT ROWID
"""
# The best label of a section is shown in the place of those that are not shown.
_TERMS = f"""
INSERT INTO term
SELECT *, row_number() OVER (ORDER BY best, length(shown), shown, entry, lang, text)
FROM (
    SELECT entry, lang, text, type, status, best, key, families,
        iif(best <= {LAST_PROPOSED}, text, first_value(text) OVER section) AS shown,
        iif(best <= {LAST_PROPOSED}, type, first_value(type) OVER section),
        iif(best <= {LAST_PROPOSED}, status, first_value(status) OVER section)
    FROM (SELECT *, min(rank) AS best FROM given WHERE form = 0
          GROUP BY entry, lang, text)
    WINDOW section AS (PARTITION BY entry, lang ORDER BY best, length(text), text)
)
"""  # noqa: S608 (a number of ours)
_NOT_IN_USE = ", ".join(f"'{status}'" for status in sorted(NOT_IN_USE))
_LABELS = f"""
INSERT INTO label
SELECT number, entry, lang, shown, shown_type, shown_status, rank,
    iif(shown = text, NULL, text), status IN ({_NOT_IN_USE})
FROM term ORDER BY number
"""  # noqa: S608 (words of ours)
# A form with the key of its term is found as the term.
_FORMS = """
INSERT OR IGNORE INTO form
SELECT given.key, term.number, form,
    CASE WHEN form AND replace(folded, ' ', '') != given.key THEN folded END
FROM given JOIN term USING (entry, lang, text)
WHERE given.key != '' AND (form = 0 OR given.key != term.key)
ORDER BY 1, 2, 3, 4
"""
_FAMILIES = f"""
INSERT INTO form
SELECT lang || '{APART}' || replace(families, ' ', '{APART}'), number, ?, NULL
FROM term WHERE families != ''
ORDER BY 1, 2
"""  # noqa: S608 (signs of ours)
_WORDS = f"""
SELECT number, entry, lang, term.key, text, term.type, term.families, folded
FROM given JOIN term USING (entry, lang, text)
WHERE form IN ({{}}) AND term.rank <= {LAST_PROPOSED} ORDER BY number
"""  # noqa: S608 (a number of ours)

_WHOLES = f"""
SELECT DISTINCT given.key, term.type FROM given JOIN term USING (entry, lang, text)
WHERE form IN ({{}}) AND term.rank = {HIDDEN}
"""  # noqa: S608 (a number of ours)


class LabelWriter:
    """Writes labels and what they are found by.

    ``forms`` names the ways to write a label, the term itself first; ``known`` is
    what can be misspelled: the keys of labels that may be proposed or are hidden, but
    codes, and the words of those that may be proposed.
    """

    def __init__(self, connection: sqlite3.Connection, forms: Iterable[str]) -> None:
        """Write to ``connection``, where ``forms`` have their numbers already."""
        self._connection = connection
        self.forms = {name: number for number, name in enumerate(forms)}
        self.forms.setdefault(MatchForm.EXACT.value, 0)
        self.known: set[str] = set()
        self._words: set[str] = set()
        self._foldings: dict[int, Folding] = {}

    def write(
        self,
        labels: Iterable[IndexedLabel],
        entry: Callable[[str], int],
        lang: Callable[[str], int],
        scopes: Sequence[str],
    ) -> None:
        """Write labels, their forms and their words.

        ``entry`` and ``lang`` give the numbers of ids and codes; ``scopes`` has,
        for the number of an entry, what its labels are found by besides.
        """
        run = self._connection.execute
        run(_GIVEN)
        self._connection.executemany(
            "INSERT INTO given VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            self._given_rows(labels, entry, lang),
        )
        for sql in (_TERM, _TERMS, _LABELS, _FORMS):
            run(sql)
        run(_FAMILIES, [self.forms.setdefault(INFLECTED, len(self.forms))])
        self._connection.executemany(
            "INSERT INTO label_words (rowid, words) VALUES (?, ?)",
            self._word_rows(scopes),
        )
        run("INSERT INTO label_words (label_words) VALUES ('optimize')")
        words = ((word,) for word in sorted(self._words))
        self._connection.executemany("INSERT INTO word VALUES (?)", words)
        self.known |= self._wholes()
        run("DROP TABLE given")
        run("DROP TABLE term")

    def _given_rows(
        self,
        labels: Iterable[IndexedLabel],
        entry: Callable[[str], int],
        lang: Callable[[str], int],
    ) -> Iterator[Row]:
        forms = self.forms
        for row in labels:
            form = forms.setdefault(row.form, len(forms))
            number = lang(row.lang)
            folding = self._foldings.setdefault(number, folding_of(row.lang))
            folded = folding.fold(row.form_text)
            yield (
                entry(row.entry_id),
                number,
                row.text,
                row.type,
                row.status,
                rank_of(row.status, is_general=row.context_only),
                form,
                letters(folded),
                folded,
                row.families,
            )

    def _wholes(self) -> set[str]:
        """Return the keys of hidden labels but codes: their words lead nowhere."""
        found = self._connection.execute(_WHOLES.format(self._worded()))
        return {key for key, type_ in found if type_ not in ABBREVIATED}

    def _worded(self) -> str:
        return ", ".join(
            str(self.forms[name]) for name in _WORDED if name in self.forms
        )

    def _word_rows(self, scopes: Sequence[str]) -> Iterator[tuple[int, str]]:
        found = self._connection.execute(_WORDS.format(self._worded()))
        for row, rows in groupby(found, itemgetter(0, 1, 2, 3, 4, 5, 6)):
            number, entry, lang, key, text, type_, families = row
            words = {word for *_, folded in rows for word in name_words(folded)}
            if type_ not in ABBREVIATED:
                self.known |= {key, *words - fixed_words(text, self._foldings[lang])}
            every = sorted({*words, *families.split()})
            found_by = [word_of(lang, word) for word in every]
            self._words.update(found_by)
            yield number, " ".join([name_of(lang, key), *found_by, scopes[entry]])
