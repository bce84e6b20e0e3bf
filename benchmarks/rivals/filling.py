"""The rivals' rows of entries and sources: what the product has in documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.rivals.models import (
    Citation,
    Entry,
    LanguageSection,
    Relation,
    Source,
    Term,
)
from glossary.document import LAYERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.models import Model

    from glossary.document import (
        EntryDocument,
        SectionDocument,
        SourceDocument,
        TermDocument,
    )

_MOST_LANGUAGES = 8


def rows_of_entry(number: int, document: EntryDocument) -> Iterator[Model]:
    """Yield the rows of the entry with this number, in good order."""
    yield _entry(number, document)
    first = number * _MOST_LANGUAGES
    for id, (lang, section) in enumerate(document.languages.items(), first):
        yield _section(id, document.id, lang, section)
        for place, term in enumerate(section.terms):
            yield _term(id, place, term)
    yield from _citations(document)
    for row in document.related:
        yield Relation(entry_id=document.id, relation=row.relation, other_id=row.id)


def row_of_source(document: SourceDocument) -> Source:
    """Return the row of a source."""
    return Source(
        id=document.id,
        kind=document.kind,
        title=document.title,
        publisher=document.publisher,
        url=document.url,
        published_on=document.published_on,
        licence=document.licence or "",
        lang=document.lang,
    )


def _entry(number: int, document: EntryDocument) -> Entry:
    return Entry(
        id=document.id,
        short_code=f"{number:07}",
        kind=document.kind,
        topics=document.topics,
        applies_in=document.applies_in,
        as_at=document.as_at,
        in_use_from=document.in_use.start or "",
        in_use_to=document.in_use.end or "",
        checked_on=document.review.checked_on,
        check_due=document.review.check_due,
    )


def _section(
    id: int, entry_id: str, lang: str, section: SectionDocument
) -> LanguageSection:
    return LanguageSection(
        id=id,
        entry_id=entry_id,
        lang=lang,
        slug=section.slug,
        short=section.short,
        edition=section.edition or 1,
        matches=section.matches or {},
        **{layer: getattr(section, layer) or "" for layer in LAYERS},
    )


def _term(section_id: int, place: int, term: TermDocument) -> Term:
    known = term.provenance
    return Term(
        section_id=section_id,
        position=place,
        text=term.text,
        type=term.type,
        status=term.status,
        plural=term.plural or "",
        gender=str(term.grammar.get("gender") or ""),
        article=str(term.grammar.get("article") or ""),
        provenance_status=known.status if known else "",
        provenance_source_id=known.source if known else None,
    )


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
