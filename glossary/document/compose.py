"""Reads entry documents from the working tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary import languages
from glossary.document.schema import (
    LAYERS,
    CitationDocument,
    EntryDocument,
    InUse,
    Provenance,
    RelationDocument,
    ReviewDates,
    SectionDocument,
    TermDocument,
)
from glossary.models import Citation, Entry, LanguageSection, Term, batches

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pydantic import JsonValue


GRAMMAR: Mapping[str, str | bool] = {
    "gender": "",
    "article": "",
    "mutates": True,
    "match_mutated": True,
}
"""The columns for what languages know of names, with what is usual in each.

What else a language knows is behind the last of the forms.
"""


def compose_document(entry: Entry) -> EntryDocument:
    """Return the document of ``entry`` as the working tables have it now."""
    return EntryDocument(
        id=entry.id,
        kind=entry.kind,
        topics=entry.topics,
        applies_in=entry.applies_in,
        as_at=entry.as_at,
        in_use=InUse(start=entry.in_use_from or None, end=entry.in_use_to or None),
        languages=_sections(entry),
        citations=tuple(_citation(row) for row in entry.citations.all()),
        related=tuple(
            RelationDocument(relation=row.relation, id=row.other_id)
            for row in entry.relations.all()
        ),
        review=ReviewDates(checked_on=entry.checked_on, check_due=entry.check_due),
    )


def compose_documents(ids: Iterable[str]) -> dict[str, EntryDocument]:
    """Return the documents of the entries with these ids, by id."""
    found = {}
    for part in batches(ids):
        entries = Entry.objects.filter(pk__in=part).prefetch_related(
            "sections__terms", "citations", "relations"
        )
        found.update({entry.id: compose_document(entry) for entry in entries})
    return found


def _sections(entry: Entry) -> dict[str, SectionDocument]:
    """Return the sections in the order in which this installation lists languages."""
    order = {code: place for place, code in enumerate(languages.codes())}
    rows = sorted(
        entry.sections.all(), key=lambda row: (order.get(row.lang, 99), row.lang)
    )
    return {row.lang: _section(row) for row in rows}


def _section(row: LanguageSection) -> SectionDocument:
    return SectionDocument(
        slug=row.slug,
        terms=tuple(_term(term) for term in row.terms.all()),
        hidden=row.hidden,
        short=row.short,
        edition=row.edition,
        matches=row.matches,
        **{layer: getattr(row, layer) or None for layer in LAYERS},
    )


def _term(row: Term) -> TermDocument:
    provenance = (
        Provenance(
            status=row.provenance_status,
            source=row.provenance_source_id,
            note=row.provenance_note or None,
        )
        if row.provenance_status
        else None
    )
    return TermDocument(
        text=row.text,
        type=row.type,
        status=row.status,
        plural=row.plural or None,
        forms=[form for form in row.forms if isinstance(form, str)],
        grammar=_grammar(row),
        context_only=row.context_only,
        unless=row.unless,
        only=row.only,
        sort_as=row.sort_as or None,
        provenance=provenance,
    )


def _grammar(row: Term) -> dict[str, JsonValue]:
    """Return what is not usual in the columns, and what stands behind the forms."""
    columns = {name: getattr(row, name) for name in GRAMMAR}
    grammar = {k: value for k, value in columns.items() if value != GRAMMAR[k]}
    for more in row.forms:
        grammar |= more if isinstance(more, dict) else {}
    return grammar


def _citation(row: Citation) -> CitationDocument:
    return CitationDocument(
        source=row.source_id,
        quotation=row.quotation or None,
        lang=row.lang,
        locator=row.locator or None,
    )
