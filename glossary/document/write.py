"""Writes an entry document to the working tables."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING

from glossary.document.compare import same_content
from glossary.document.compose import compose_document
from glossary.document.schema import LAYERS
from glossary.models import Citation, Entry, LanguageSection, Relation, Term

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

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
    for document in documents:
        _write_document(document)
    ids = [document.id for document in documents]
    Relation.objects.filter(entry_id__in=ids).delete()
    Relation.objects.bulk_create(
        Relation(entry_id=document.id, relation=row.relation, other_id=row.id)
        for document in documents
        for row in document.related
    )


def short_code(entry_id: str) -> str:
    """Return the code of the entry's short address.

    It rests on the id alone, so it is the same in every installation: the first
    40 bits of SHA-256 in base 32 (RFC 4648), shortened to six characters.
    """
    digest = hashlib.sha256(entry_id.encode()).digest()[:5]
    return base64.b32encode(digest).decode().lower()[:6]


def _write_document(document: EntryDocument) -> None:
    before = Entry.objects.filter(pk=document.id).first()
    old = compose_document(before).languages if before else {}
    entry = _write_entry(document)
    editions = _editions(old, document.languages)
    entry.sections.all().delete()
    entry.citations.all().delete()
    for lang, section in document.languages.items():
        _write_section(entry, lang, section, editions)
    _write_citations(entry, document)


def _write_entry(document: EntryDocument) -> Entry:
    entry, _ = Entry.objects.update_or_create(
        pk=document.id,
        defaults={
            "short_code": short_code(document.id),
            "kind": document.kind,
            "topics": list(document.topics),
            "applies_in": list(document.applies_in),
            "as_at": document.as_at,
            "in_use_from": document.in_use.start or "",
            "in_use_to": document.in_use.end or "",
            "checked_on": document.review.checked_on,
            "check_due": document.review.check_due,
        },
    )
    return entry


def _editions(
    old: Mapping[str, SectionDocument], new: Mapping[str, SectionDocument]
) -> dict[str, int]:
    """Return the edition of each section: the next one where content changed."""
    editions = {}
    for lang, section in new.items():
        before = old.get(lang)
        if section.edition is not None:
            editions[lang] = section.edition
        elif before is None:
            editions[lang] = 1
        else:
            stored = before.edition or 1
            editions[lang] = stored + (not same_content(before, section))
    return editions


def _write_section(
    entry: Entry, lang: str, section: SectionDocument, editions: Mapping[str, int]
) -> None:
    matches = section.matches
    if matches is None:
        matches = {other: number for other, number in editions.items() if other != lang}
    row = LanguageSection.objects.create(
        entry=entry,
        lang=lang,
        slug=section.slug,
        hidden=list(section.hidden),
        short=section.short,
        edition=editions[lang],
        matches=matches,
        **{layer: getattr(section, layer) or "" for layer in LAYERS},
    )
    Term.objects.bulk_create(
        _term(row, place, term) for place, term in enumerate(section.terms)
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
        forms=list(term.forms),
        gender=term.gender or "",
        article=term.article or "",
        mutates=term.mutates,
        match_mutated=term.match_mutated,
        context_only=term.context_only,
        unless=list(term.unless),
        only=list(term.only),
        sort_as=term.sort_as or "",
        provenance_status=provenance.status if provenance else "",
        provenance_source_id=provenance.source if provenance else None,
        provenance_note=(provenance.note or "") if provenance else "",
    )


def _write_citations(entry: Entry, document: EntryDocument) -> None:
    Citation.objects.bulk_create(
        Citation(
            entry=entry,
            position=place,
            source_id=row.source,
            quotation=row.quotation or "",
            lang=row.lang,
            locator=row.locator or "",
        )
        for place, row in enumerate(document.citations)
    )
