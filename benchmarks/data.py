"""Fills a database with a glossary of a given size.

``python -m benchmarks.data ENTRIES`` fills the database that the settings name. The
starter glossary is loaded by the project's own rules. Of the made-up entries the
working tables are filled in bulk; what is published of them is again made by the
project: bodies, index rows, sequences and events.
"""

from __future__ import annotations

import sys
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any

import django

if TYPE_CHECKING:
    from glossary.publishing.drafts import Draft

    from benchmarks.rows import Rows
    from glossary.document import EntryDocument
    from glossary.transfer import Content

ROOT = Path(__file__).resolve().parent.parent
_CHUNK = 250  # a multiple of ``entries.BLOCK``


def fill(size: int) -> None:
    """Fill the empty database with ``size`` published entries."""
    from django.core.management import call_command
    from django.db import transaction

    from benchmarks.rows import insert
    from glossary.models import CommandLine
    from glossary.publishing.numbering import locked_dataset, write_publications
    from glossary.transfer import load_content

    actor = CommandLine("benchmark")
    call_command("migrate", interactive=False, verbosity=0)
    load_content(content=_starters(), actor=actor)
    made_up = size - len(_starters().entries)
    chunks = [range(at, min(at + _CHUNK, made_up)) for at in range(0, made_up, _CHUNK)]
    with ProcessPoolExecutor(
        mp_context=get_context("spawn"), initializer=_begin_worker
    ) as pool:
        with transaction.atomic():
            for rows in pool.map(_working_rows, chunks):
                insert(rows)
        for drafts in pool.map(_drafts, chunks):
            with transaction.atomic():
                write_publications(locked_dataset(), drafts, actor=actor)


def _begin_worker() -> None:
    """Set Django up, and keep what pure functions return for the same paragraphs."""
    django.setup()
    from glossary import languages, markdown
    from glossary.search import keys

    pure: list[tuple[Any, str]] = [
        (markdown, "to_text"),
        (markdown, "_parsed"),
        (keys, "_text_words"),
        *((language, "search_words") for language in languages.all_languages()),
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


def _working_rows(numbers: range) -> Rows:
    from benchmarks.rows import working_rows

    return working_rows(_documents(numbers))


def _drafts(numbers: range) -> list[Draft]:
    from glossary.publishing.drafts import fresh_forms

    from benchmarks.rows import revision
    from glossary.models import PublicationKind

    documents = _documents(numbers)
    by_id = {document.id: document for document in documents.values()}
    revisions = {
        document.id: revision(number, document)
        for number, document in documents.items()
    }
    fresh = fresh_forms(revisions, by_id, [])
    return [one.draft(PublicationKind.PUBLISHED) for one in fresh]


if __name__ == "__main__":
    django.setup()
    fill(int(sys.argv[1]))
