"""Writes entry documents to the working tables."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING, Any

from glossary.document.compose import GRAMMAR, compose_documents
from glossary.document.editions import count_editions
from glossary.document.schema import LAYERS
from glossary.models import (
    Citation,
    Entry,
    LanguageSection,
    Relation,
    Term,
    batches,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from glossary.document.schema import (
        EntryDocument,
        SectionDocument,
        TermDocument,
    )


def apply_documents(documents: Collection[EntryDocument]) -> None:
    """Make the working tables say what ``documents`` say.

    Call inside a transaction. Every entry that a relation leads to must be among
    the documents or in the tables already, and so must every source.
    """
    for part in batches(documents):
        _write_entries(part)
    for part in batches(documents):
        Relation.objects.filter(
            entry_id__in=[document.id for document in part]
        ).delete()
        Relation.objects.bulk_create(
            Relation(entry_id=document.id, relation=row.relation, other_id=row.id)
            for document in part
            for row in document.related
        )


def short_code(entry_id: str) -> str:
    """Return the code of the entry's short address.

    It rests on the id alone, so it is the same in every installation: the first
    40 bits of SHA-256 in base 32 (RFC 4648), shortened to six characters.
    """
    digest = hashlib.sha256(entry_id.encode()).digest()[:5]
    return base64.b32encode(digest).decode().lower()[:6]


def _write_entries(documents: Collection[EntryDocument]) -> None:
    """Write everything but the relations, in a number of queries that never grows."""
    ids = [document.id for document in documents]
    before = compose_documents(ids)
    counted = [count_editions(before.get(row.id), row) for row in documents]
    Entry.objects.bulk_create(
        map(_entry, counted),
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=_ENTRY_FIELDS,
    )
    Term.objects.filter(section__entry_id__in=ids).delete()
    LanguageSection.objects.filter(entry_id__in=ids).delete()
    Citation.objects.filter(entry_id__in=ids).delete()
    sections = [
        (_section(document.id, lang, section), section)
        for document in counted
        for lang, section in document.languages.items()
    ]
    LanguageSection.objects.bulk_create(row for row, _ in sections)
    Term.objects.bulk_create(
        _term(row, place, term)
        for row, section in sections
        for place, term in enumerate(section.terms)
    )
    Citation.objects.bulk_create(
        row for document in documents for row in _citations(document)
    )


_ENTRY_FIELDS = [
    field.name for field in Entry._meta.concrete_fields if not field.primary_key
]


def _entry(document: EntryDocument) -> Entry:
    return Entry(
        id=document.id,
        short_code=short_code(document.id),
        kind=document.kind,
        topics=list(document.topics),
        applies_in=list(document.applies_in),
        as_at=document.as_at,
        in_use_from=document.in_use.start or "",
        in_use_to=document.in_use.end or "",
        checked_on=document.review.checked_on,
        check_due=document.review.check_due,
    )


def _section(entry_id: str, lang: str, section: SectionDocument) -> LanguageSection:
    return LanguageSection(
        entry_id=entry_id,
        lang=lang,
        slug=section.slug,
        hidden=list(section.hidden),
        short=section.short,
        edition=section.edition or 1,
        matches=section.matches,
        **{layer: getattr(section, layer) or "" for layer in LAYERS},
    )


def _term(section: LanguageSection, place: int, term: TermDocument) -> Term:
    provenance = term.provenance
    return Term(
        section=section,
        position=place,
        text=term.text,
        type=term.type,
        status=term.status,
        plural=term.plural or "",
        forms=[*term.forms, *_more_grammar(term)],
        context_only=term.context_only,
        unless=list(term.unless),
        only=list(term.only),
        sort_as=term.sort_as or "",
        provenance_status=provenance.status if provenance else "",
        provenance_source_id=provenance.source if provenance else None,
        provenance_note=(provenance.note or "") if provenance else "",
        **{name: term.grammar.get(name, usual) for name, usual in GRAMMAR.items()},
    )


def _more_grammar(term: TermDocument) -> Iterator[dict[str, Any]]:
    """Yield what a language knows of a name for which there is no column."""
    more = {name: value for name, value in term.grammar.items() if name not in GRAMMAR}
    if more:
        yield more


def _citations(document: EntryDocument) -> Iterator[Citation]:
    for place, row in enumerate(document.citations):
        yield Citation(
            entry_id=document.id,
            position=place,
            source_id=row.source,
            quotation=row.quotation or "",
            lang=row.lang,
            locator=row.locator or "",
        )
