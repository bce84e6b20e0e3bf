"""Fills a database with a glossary of a given size.

``python -m benchmarks.data ENTRIES`` fills the database that the settings name, which
are ``benchmarks.settings``. The starter glossary is loaded by the project's own rules.
Of the made-up entries the revisions are written in bulk; what is published of them is
again made by the project: bodies, index rows, sequences and events. The rivals' tables
hold the same.
"""

from __future__ import annotations

import sys
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from itertools import chain, starmap
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any

import django

if TYPE_CHECKING:
    from collections.abc import Mapping

    from benchmarks.bulk import Rows
    from glossary.document import EntryDocument, Name
    from glossary.publishing.candidates import Candidate
    from glossary.transfer import Content

ROOT = Path(__file__).resolve().parent.parent
_CHUNK = 250  # a multiple of ``entries.BLOCK``
_FIRST = 10_000  # the rivals count the starter entries first


def fill(size: int) -> None:
    """Fill the empty database with ``size`` published entries."""
    from django.core.management import call_command
    from django.db import transaction

    from benchmarks.bulk import bare, insert
    from benchmarks.rivals.filling import row_of_source
    from glossary.models import CommandLine, locked_dataset
    from glossary.publishing.numbering import write_publications
    from glossary.transfer import load_content

    actor = CommandLine("benchmark")
    call_command("migrate", interactive=False, verbosity=0, run_syncdb=True)
    load_content(content=_starters(), actor=actor)
    made_up = size - len(_starters().entries)
    chunks = [range(at, min(at + _CHUNK, made_up)) for at in range(0, made_up, _CHUNK)]
    with ProcessPoolExecutor(
        mp_context=get_context("spawn"), initializer=_begin_worker
    ) as pool:
        with transaction.atomic():
            insert(bare(map(row_of_source, _starters().sources.values())))
            insert(_rival_rows(dict(enumerate(_starters().entries.values()))))
            for rows in pool.map(_rows, chunks):
                insert(rows)
        for candidates in pool.map(_candidates, chunks):
            with transaction.atomic():
                write_publications(locked_dataset(), candidates, actor=actor)


def _begin_worker() -> None:
    """Set Django up, and keep what pure functions return for the same words."""
    django.setup()
    from glossary import languages

    pure: list[tuple[Any, str]] = [
        (language, "search_words") for language in languages.all_languages()
    ]
    for owner, name in pure:
        setattr(owner, name, cache(getattr(owner, name)))


@cache
def _starters() -> Content:
    from glossary.transfer import read_content

    return read_content(ROOT / "fixtures", ROOT / "seeds")


def _documents(numbers: range) -> dict[int, EntryDocument]:
    from benchmarks.entries import made_up

    models = list(_starters().entries.values())
    return {number: made_up(number, models) for number in numbers}


def _record() -> Name:
    """Return the name of the review that the made-up entries are said to have had."""
    return _starters().review.name


def _rows(numbers: range) -> Rows:
    """Return the rows of both: of ours, and of the rivals."""
    from benchmarks.bulk import bare
    from benchmarks.rows import rows_of_entry

    documents = _documents(numbers)
    mine = (rows_of_entry(*row, _record()) for row in documents.items())
    rivals = {_FIRST + number: document for number, document in documents.items()}
    return bare(chain.from_iterable(mine)) | _rival_rows(rivals)


def _rival_rows(documents: Mapping[int, EntryDocument]) -> Rows:
    from benchmarks.bulk import bare
    from benchmarks.rivals.filling import rows_of_entry

    return bare(chain.from_iterable(starmap(rows_of_entry, documents.items())))


def _candidates(numbers: range) -> list[Candidate]:
    from benchmarks.rows import revision
    from glossary.closed_lists import Change
    from glossary.publishing.candidates import fresh_forms

    documents = _documents(numbers)
    by_name = {document.name: document for document in documents.values()}
    revisions = {
        document.name: revision(number, document, _record())
        for number, document in documents.items()
    }
    fresh = fresh_forms(revisions, by_name, [])
    return [one.candidate(Change.PUBLISHED) for one in fresh]


if __name__ == "__main__":
    django.setup()
    fill(int(sys.argv[1]))
