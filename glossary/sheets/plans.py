"""What a sheet would change, and what is wrong with it: by row and column."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

import orjson
from django.utils.translation import gettext as _

from glossary.document import (
    DocumentKind,
    EntryDocument,
    Name,
    is_key,
    parse_shape,
)
from glossary.errors import DocumentError
from glossary.models import Publication, Revision, rows_among
from glossary.permissions import can_write
from glossary.sheets.rows import FIELD, FIELDS, NAME, VERSION, text_in, version_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from glossary.models import Actor
    from glossary.sheets.rows import Row


class Wrong(NamedTuple):
    """What is wrong in a cell: its row from 1, the heading of its column, why."""

    row: int
    column: str
    detail: str


class Change(NamedTuple):
    """A text that would be another one."""

    row: Row
    lang: str
    before: str
    after: str


@dataclass
class Plan:
    """What a sheet would change. ``documents`` are whole, as JSON, by their names."""

    changes: list[Change] = field(default_factory=list)
    wrong: list[Wrong] = field(default_factory=list)
    documents: dict[Name, dict[str, Any]] = field(default_factory=dict)


def plan_sheet(rows: Sequence[Row], actor: Actor) -> Plan:
    """Return what these rows would change if ``actor`` took them over.

    A cell that says what is public changes nothing, whatever the sheet was made of.
    """
    plan = Plan()
    keys = {row.entry for row in rows if is_key(_name_of(row))}
    public = Publication.objects.entries().readable().select_related("revision")
    found = {row.key: row.revision for row in rows_among(public, "key", keys)}
    working = Revision.objects.under_way().filter(kind=DocumentKind.ENTRY)
    busy = {row.key for row in rows_among(working, "key", keys)}
    twice = Counter((row.entry, row.field) for row in rows)
    for row in rows:
        revision = found.get(row.entry)
        if revision is None:
            plan.wrong.append(Wrong(row.number, NAME, _("There is no such entry.")))
        elif row.field not in FIELDS:
            plan.wrong.append(Wrong(row.number, FIELD, _("There is no such text.")))
        elif twice[row.entry, row.field] > 1:
            detail = _("This text stands in two rows.")
            plan.wrong.append(Wrong(row.number, FIELD, detail))
        else:
            _take_row(plan, row, revision, actor, is_busy=row.entry in busy)
    plan.wrong += _misshapen(plan)
    plan.wrong.sort()
    return plan


def _take_row(
    plan: Plan, row: Row, revision: Revision, actor: Actor, *, is_busy: bool
) -> None:
    """Put what a row changes into the plan, or why it cannot be."""
    before = orjson.loads(revision.document)
    changes = [
        Change(row, lang, was, text)
        for lang, text in row.texts.items()
        if (was := text_in(before, lang, row.field)) != text
    ]
    if not changes:
        return
    wrong = [*_refusals(changes, before, actor)]
    if row.version != version_of(revision.digest):
        detail = _("Another text was published since this sheet was made.")
        wrong.append(Wrong(row.number, VERSION, detail))
    if is_busy:
        detail = _("Somebody works on this entry. Wait, or change it on its page.")
        wrong.append(Wrong(row.number, NAME, detail))
    plan.wrong += wrong
    if not wrong:
        plan.changes += changes
        _apply(plan.documents.setdefault(_name_of(row), before), changes)


def _name_of(row: Row) -> Name:
    return Name(DocumentKind.ENTRY, row.entry)


def _refusals(
    changes: Iterable[Change], before: dict[str, Any], actor: Actor
) -> Iterator[Wrong]:
    for change in changes:
        number, lang = change.row.number, change.lang
        if not can_write(actor, [lang]):
            yield Wrong(number, lang, _("You may not write in this language."))
        elif lang not in before["languages"]:
            detail = _("The entry has no name in this language yet. Begin on its page.")
            yield Wrong(number, lang, detail)
        elif not change.after and change.row.field == FIELDS[0]:
            yield Wrong(number, lang, _("The short text cannot be empty."))


def _apply(document: dict[str, Any], changes: Iterable[Change]) -> None:
    for change in changes:
        section = document["languages"][change.lang]
        if change.after:
            section[change.row.field] = change.after
        else:
            del section[change.row.field]


def _misshapen(plan: Plan) -> Iterator[Wrong]:
    """Yield what no document may hold, at the cells that say it."""
    places = {
        (change.row.entry, f"/languages/{change.lang}/{change.row.field}"): change
        for change in plan.changes
    }
    for name, document in plan.documents.items():
        try:
            parse_shape(EntryDocument, document)
        except DocumentError as error:
            for problem in error.problems:
                change = places.get((name.key, problem.place))
                column = change.lang if change else NAME
                number = change.row.number if change else 0
                detail = _("There are characters in it that nobody can read or type.")
                yield Wrong(number, column, detail if change else problem.detail)
