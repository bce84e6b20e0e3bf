"""The sources of an entry: those that are quoted, those that are named, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from glossary import labels
from glossary.addresses import page_path

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.utils.functional import _StrPromise

    from glossary.public_form import PublicCitation, PublicEntry, PublicSource


class CitedSource(NamedTuple):
    """A source with the words of it that are quoted."""

    source: PublicSource
    licence: str | _StrPromise
    path: str
    quotations: Sequence[PublicCitation]


class Cited(NamedTuple):
    """The sources of an entry, each once.

    ``quoted`` are those whose own words are shown, ``further`` those that support
    what the text says, ``names`` those on which a name of the entry was seen.
    """

    quoted: Sequence[CitedSource]
    further: Sequence[CitedSource]
    names: Sequence[CitedSource]
    quotes_another_language: bool

    @classmethod
    def of(cls, body: PublicEntry, lang: str) -> Cited:
        """Read the sources of a published entry for a page in ``lang``."""
        rows, with_names = _sources(body, lang), name_source_ids(body)
        named = [row for row in rows if not row.quotations]
        quoted = [row for row in rows if row.quotations]
        return cls(
            quoted,
            [row for row in named if row.source.id not in with_names],
            [row for row in named if row.source.id in with_names],
            any(one.lang != lang for row in quoted for one in row.quotations),
        )


def name_source_ids(body: PublicEntry) -> set[str]:
    """Return the ids of the sources on which names of an entry were seen."""
    return {
        term.provenance.source.id
        for section in body.sections.values()
        for term in section.terms
        if term.provenance and term.provenance.source
    }


def licence_words(licence: str | None) -> str | _StrPromise:
    """Return what a licence is called, its identifier where we have no words."""
    return labels.LICENCES.get(licence or "", licence or "")


def _sources(body: PublicEntry, lang: str) -> list[CitedSource]:
    found: dict[str, list[PublicCitation]] = {}
    known: dict[str, PublicSource] = {}
    for row in body.citations:
        known[row.source.id] = row.source
        found.setdefault(row.source.id, []).extend([row] if row.quotation else [])
    return [
        CitedSource(
            known[source_id],
            licence_words(known[source_id].licence),
            page_path(lang, "source", source_id),
            quotations,
        )
        for source_id, quotations in found.items()
    ]
