"""Finds out whether quotations stand in the documents they are said to be from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.closed_lists import SourceKind
from glossary.document import DocumentKind, SourceText, from_json
from glossary.models import Link, Publication, rows_among
from glossary.public_form import read_shown
from glossary.text import fold_signs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from django.db.models import QuerySet

    from glossary.document import CitationDocument, Name
    from glossary.transfer.content import Content


def missing_quotations(content: Content, documents: Path) -> Iterator[tuple[str, str]]:
    """Yield the place and the words of each quotation that cannot be found.

    ``documents`` is a folder with the plain text of the sources, each under the
    name that its source record gives as ``file``. White space, no-break
    characters, apostrophes and quotation marks are folded on both sides. Pages of
    which there is no such file are passed over: see ``is_compared``.
    """
    texts = {
        source.id: fold_signs((documents / source.file).read_bytes().decode())
        for source in content.sources.values()
        if source.file
    }
    for document in content.entries.values():
        for place, citation in enumerate(document.citations):
            quoted = citation.quotation
            text = texts.get(citation.source)
            if not quoted or not is_compared(content, citation):
                continue
            if text is None or fold_signs(quoted) not in text:
                yield f"{document.id}.yaml#/citations/{place}", quoted


def is_compared(content: Content, citation: CitationDocument) -> bool:
    """Whether the source is one whose text must be at hand: a document is, always."""
    source = content.sources[citation.source]
    return bool(source.file) or source.kind == SourceKind.DOCUMENT


def quotations_not_found() -> Iterator[tuple[Name, str]]:
    """Yield the entry and the words of each that are not in the text that we show.

    Sources of which we show no text are passed over.
    """
    texts = {
        key: fold_signs(read_shown(SourceText, body).text)
        for key, body in _shown(DocumentKind.TEXT).values_list("key", "body")
    }
    rows = Link.objects.filter(kind=DocumentKind.ENTRY, other_kind=DocumentKind.SOURCE)
    citing = rows_among(rows.values_list("key", flat=True), "other", texts)
    entries = _shown(DocumentKind.ENTRY).select_related("revision")
    entries = entries.defer("body", "index")
    for row in rows_among(entries, "key", sorted(set(citing))):
        for citation in from_json(row.revision.document).citations:
            quoted, text = citation.quotation, texts.get(citation.source)
            if quoted and text is not None and fold_signs(quoted) not in text:
                yield row.name, quoted


def _shown(kind: DocumentKind) -> QuerySet[Publication]:
    return Publication.objects.readable().of_kind(kind)
