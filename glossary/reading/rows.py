"""What is public, and the rows of the search index that are made from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson
from django.db.models import Exists, OuterRef

from glossary.closed_lists import GONE
from glossary.document import DocumentKind
from glossary.models import Publication
from glossary.search import IndexedEntry, IndexedLabel, IndexedSection, IndexedText

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from glossary.models.publications import PublicationQuerySet


def public_at(
    sequence: int, kind: DocumentKind = DocumentKind.ENTRY
) -> PublicationQuerySet:
    """Return what is public at a sequence, whatever is published afterwards.

    What was erased meanwhile was never there.
    """
    rows = Publication.objects.of_kind(kind)
    newer = rows.filter(
        key=OuterRef("key"),
        sequence__gt=OuterRef("sequence"),
        sequence__lte=sequence,
    )
    found = rows.filter(~Exists(newer), sequence__lte=sequence)
    return found.exclude(change__in=GONE).exclude(body="")


def index_tables(publications: PublicationQuerySet) -> dict[str, Any]:
    """Return the rows of publications as ``build_index`` takes them.

    They are read as they are wanted, so that never all are in memory.
    """
    return {
        "entries": _entries(publications),
        "sections": (
            IndexedSection(entry_id, *row)
            for entry_id, rows in _indexed(publications)
            for row in rows["sections"]
        ),
        "labels": (
            label
            for entry_id, rows in _indexed(publications)
            for label in _labels(entry_id, rows)
        ),
        "texts": (
            IndexedText(entry_id, *row)
            for entry_id, rows in _indexed(publications)
            for row in rows["texts"]
        ),
    }


def _entries(publications: PublicationQuerySet) -> Iterator[IndexedEntry]:
    names = ("key", "published_at", "index")
    found = publications.values_list(*names).iterator(chunk_size=500)
    for entry_id, published_at, index in found:
        rows = orjson.loads(index)
        yield IndexedEntry(
            id=entry_id,
            kind=rows["kind"],
            topics=tuple(rows["topics"]),
            sources=tuple(rows["sources"]),
            published_at=published_at.isoformat(),
            related=tuple(rows["related"]),
        )


def _labels(entry_id: str, rows: Mapping[str, Any]) -> Iterator[IndexedLabel]:
    """Yield the labels of an entry, those that are shown nowhere last."""
    families = {(lang, text): found for lang, text, found in rows["families"]}
    for lang, text, kind, status, form, form_text, is_general, _ in rows["labels"]:
        yield IndexedLabel(
            entry_id=entry_id,
            lang=lang,
            text=text,
            type=kind,
            status=status,
            form=form,
            form_text=form_text,
            context_only=is_general,
            families=families.get((lang, text), ""),
        )
    for lang, text, form, form_text in rows["hidden"]:
        facts = ("full-form", "hidden", form, form_text)
        yield IndexedLabel(entry_id, lang, text, *facts, context_only=False)


def _indexed(publications: PublicationQuerySet) -> Iterator[tuple[str, dict[str, Any]]]:
    found = publications.values_list("key", "index")
    for entry_id, index in found.iterator(chunk_size=500):
        yield entry_id, orjson.loads(index)
