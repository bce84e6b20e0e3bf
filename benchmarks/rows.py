"""The working tables' rows of made-up entries, as bare values for bulk inserts."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

from django.db import connection
from django.utils import timezone

from glossary.document import LAYERS, to_json
from glossary.markdown import mentioned_entries
from glossary.models import (
    Address,
    Arrival,
    Citation,
    Entry,
    LanguageSection,
    Link,
    Relation,
    Revision,
    RevisionStatus,
    Term,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from django.db.models import Model

    from glossary.document import EntryDocument, SectionDocument, TermDocument

Rows: TypeAlias = "dict[type[Model], list[tuple[Any, ...]]]"

_FIRST_ID = 1_000_000  # far from what the starter entries have
_MOST_LANGUAGES = 8


def working_rows(documents: Mapping[int, EntryDocument]) -> Rows:
    """Return the rows of the entries with these numbers, by table, in good order."""
    rows: Rows = defaultdict(list)
    for number, document in documents.items():
        for row in _objects(number, document):
            rows[type(row)].append(_values(row))
    return dict(rows)


def insert(rows: Rows) -> None:
    """Put rows into their tables."""
    with connection.cursor() as cursor:
        for model, values in rows.items():
            columns = [str(field.column) for field in _fields(model)]
            names = ", ".join(map(connection.ops.quote_name, columns))
            marks = ", ".join(["%s"] * len(columns))
            table = connection.ops.quote_name(model._meta.db_table)
            sql = f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608
            cursor.executemany(sql, values)


def revision(number: int, document: EntryDocument) -> Revision:
    """Return the approved revision that holds ``document``."""
    return Revision(
        id=_FIRST_ID + number,
        entry=_entry(number, document),
        number=1,
        document=to_json(document),
        status=RevisionStatus.APPROVED,
        arrival=Arrival.REVIEWED_ELSEWHERE,
        review_record={"record": "benchmark", "signed_off": {}},
        created_at=timezone.now(),
    )


@cache
def _fields(model: type[Model]) -> list[Any]:
    """Return the columns to fill: all but numbers that the database gives."""
    given = {Entry, LanguageSection, Revision}
    return [
        field
        for field in model._meta.concrete_fields
        if model in given or not field.primary_key
    ]


def _values(row: Model) -> tuple[Any, ...]:
    return tuple(
        value
        if isinstance(value := getattr(row, field.attname), str | int)
        else field.get_db_prep_save(value, connection)
        for field in _fields(type(row))
    )


def _objects(number: int, document: EntryDocument) -> Iterator[Model]:
    yield _entry(number, document)
    first = _FIRST_ID + number * _MOST_LANGUAGES
    for id, (lang, section) in enumerate(document.languages.items(), first):
        yield _section(id, document.id, lang, section)
        for place, term in enumerate(section.terms):
            yield _term(id, place, term)
        yield Address(lang=lang, slug=section.slug, entry_id=document.id)
    yield from _citations(document)
    for row in document.related:
        yield Relation(entry_id=document.id, relation=row.relation, other_id=row.id)
    yield from _links(document)
    yield revision(number, document)


def _entry(number: int, document: EntryDocument) -> Entry:
    return Entry(
        id=document.id,
        short_code=f"{number:07}",  # six letters of a digest are not enough for all
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
        matches=section.matches,
        **{layer: getattr(section, layer) or "" for layer in LAYERS},
    )


def _term(section_id: int, place: int, term: TermDocument) -> Term:
    return Term(
        section_id=section_id,
        position=place,
        text=term.text,
        type=term.type,
        status=term.status,
        plural=term.plural or "",
        provenance_status=term.provenance.status if term.provenance else "",
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


def _links(document: EntryDocument) -> Iterator[Link]:
    found: dict[tuple[str, str], None] = {}
    found.update({(row.relation, row.id): None for row in document.related})
    for section in document.languages.values():
        for layer in LAYERS:
            for other in mentioned_entries(getattr(section, layer) or ""):
                found[Link.MENTION, other] = None
    for relation, other in found:
        yield Link(entry_id=document.id, relation=relation, other=other)
