"""What a page tells of publications: the entry, the languages, the reason.

Of an entry that is withdrawn or erased no name is shown, not even beside its earlier
changes: it may be so for its name.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from django.utils import timezone

from glossary import labels, languages
from glossary.closed_lists import GONE, Change
from glossary.document import from_json
from glossary.models import ERASED, NO_NOTE, Entry, Note, Publication, Revision
from glossary.public_form import Tombstone
from glossary.web.parts.listing import Item, list_entries

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from django.db.models import QuerySet
    from django.utils.functional import _StrPromise

    from glossary.languages import Language
    from glossary.reading import Shelf

MOST_NAMED = 200
"""So many entries are named of those to which one day did the same."""

FOLDED = 10
"""More of them are folded away."""


class EntryChange(NamedTuple):
    """What a day did to an entry; ``item`` is missing where that is withdrawn now.

    ``changed`` and ``missing`` are languages; ``is_ripple`` is true where only what
    is around the text has changed.
    """

    item: Item | None
    note: Note = NO_NOTE
    changed: Sequence[Language] = ()
    missing: Sequence[Language] = ()
    is_ripple: bool = False
    instead: Sequence[Item] = ()


class ChangeGroup(NamedTuple):
    """The entries to which one day did the same. ``note`` is one for all of them."""

    kind: str
    heading: str | _StrPromise
    number: int
    note: Note
    changes: Sequence[EntryChange]

    @property
    def is_long(self) -> bool:
        """Whether the entries are folded away."""
        return self.number > FOLDED


class Day(NamedTuple):
    """What was published on one day."""

    date: dt.date
    groups: Sequence[ChangeGroup]


class _Touched(NamedTuple):
    """The publications of one entry, of one kind and day: the first and the last."""

    first: int
    last: int


def list_days(shelf: Shelf, days: Sequence[dt.date], lang: str) -> list[Day]:
    """Return what was published on these days, by what it did.

    Nothing was published on a day between them.
    """
    found = _touched(days)
    named = {group: rows[:MOST_NAMED] for group, rows in found.items()}
    around = _Around(shelf, [*chain.from_iterable(named.values())], lang)
    return [
        Day(
            day,
            [
                _group(kind, len(found[day, kind]), around.tell_all(named[day, kind]))
                for kind in labels.CHANGES
                if (day, kind) in found
            ],
        )
        for day in days
    ]


def _touched(days: Sequence[dt.date]) -> dict[tuple[dt.date, str], list[_Touched]]:
    """Return what was published on each day in each way, the newest entry first.

    That an earlier text was erased is nobody's news.
    """
    entries = Publication.objects.entries().exclude(change=Change.EARLIER_ERASED)
    rows = made_on(entries, days).order_by("-sequence")
    names = ("sequence", "key", "change", "published_at")
    found: dict[tuple[dt.date, str], dict[str, _Touched]] = defaultdict(dict)
    for sequence, entry_id, change, at in rows.values_list(*names):
        group = found[timezone.localdate(at), change]
        last = group[entry_id].last if entry_id in group else sequence
        group[entry_id] = _Touched(sequence, last)
    return {group: list(entries.values()) for group, entries in found.items()}


def made_on(
    rows: QuerySet[Publication], days: Sequence[dt.date]
) -> QuerySet[Publication]:
    """Return the publications of the time from the first of these days to the last."""
    if not days:
        return rows.none()
    return rows.filter(
        published_at__gte=_midnight(min(days)),
        published_at__lt=_midnight(max(days) + dt.timedelta(days=1)),
    )


def _midnight(day: dt.date) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, dt.time.min))


def _group(kind: str, number: int, changes: Sequence[EntryChange]) -> ChangeGroup:
    """Return a group; a note that all of its entries have is told once."""
    notes = {change.note for change in changes}
    note = notes.pop() if len(notes) == 1 and len(changes) > 1 else NO_NOTE
    rows = [row._replace(note=NO_NOTE) for row in changes] if note.text else changes
    return ChangeGroup(kind, labels.CHANGES[kind], number, note, rows)


class _Around:
    """Collects what is told beside some publications, in few queries."""

    def __init__(self, shelf: Shelf, touched: Sequence[_Touched], lang: str) -> None:
        self._lang = lang
        last = [row.last for row in touched]
        self._rows = Publication.objects.defer("body", "index").in_bulk(last)
        self._instead = _replacements(self._rows.values())
        ids = [row.key for row in self._rows.values()]
        ids += chain.from_iterable(self._instead.values())
        items = list_entries(shelf, dict.fromkeys(ids), lang)
        self._items = {item.id: item for item in items}
        self._before = _revisions_before(self._rows.values(), touched)
        new = {
            self._rows[row.last].revision_id
            for row in touched
            if row.first in self._before
        }
        self._editions = _editions(new.union(self._before.values()))

    def tell_all(self, touched: Sequence[_Touched]) -> list[EntryChange]:
        """Return what happened to some entries, many of them by name."""
        told = [self._tell(row) for row in touched]
        if len(told) > FOLDED:
            told.sort(key=self._order)
        return sorted(told, key=lambda change: (change.is_ripple, not change.item))

    def _tell(self, touched: _Touched) -> EntryChange:
        row = self._rows[touched.last]
        item, note = self._items.get(row.key), Note(row.note, row.note_lang)
        if row.change in {Change.REFRESHED, Change.CHECKED}:
            return EntryChange(item, note)  # an echo has no line
        known = languages.all_languages()
        if row.change in GONE:
            ids = self._instead.get(row.sequence, ())
            instead = [self._items[one] for one in ids if one in self._items]
            return EntryChange(item, why(row.reason, self._lang), instead=instead)
        if touched.first not in self._before:
            missing = [one for one in known if one.code not in row.languages]
            return EntryChange(item, note, missing=missing)
        old = self._editions.get(self._before[touched.first])
        new = self._editions.get(row.revision_id)
        if old is None or new is None:
            return EntryChange(item, note)
        changed = [one for one in known if old.get(one.code) != new.get(one.code)]
        if row.change == Change.RESTORED:
            return EntryChange(item, note, changed=changed)
        return EntryChange(item, note, changed=changed, is_ripple=not changed)

    def _order(self, change: EntryChange) -> str:
        language = languages.get(self._lang)
        name = change.item.label if change.item else ""
        return language.sort_key(language.without_article(name))


def why(reason: str, lang: str) -> Note:
    """Return why something was taken away, in ``lang``, if readers are told."""
    return Note(str(labels.WITHDRAWALS[reason]), lang) if reason else NO_NOTE


def _replacements(rows: Iterable[Publication]) -> dict[int, Sequence[str]]:
    """Return, for each tombstone, the ids of the entries to read instead."""
    gone = [row.sequence for row in rows if row.change in GONE]
    tombstones = Publication.objects.filter(sequence__in=gone).exclude(body="")
    return {
        sequence: Entry.objects.now(Tombstone.model_validate_json(body).replaced_by)
        for sequence, body in tombstones.values_list("sequence", "body")
    }


def _revisions_before(
    rows: Collection[Publication], touched: Iterable[_Touched]
) -> dict[int, int]:
    """Return the revision whose place each first publication took, if any."""
    wanted = {row.first for row in touched}
    newest: dict[str, int] = {}
    before = {}
    published = Publication.objects.entries().of({row.key for row in rows})
    for sequence, entry_id, revision in published.order_by("sequence").values_list(
        "sequence", "key", "revision_id"
    ):
        if sequence in wanted and entry_id in newest:
            before[sequence] = newest[entry_id]
        newest[entry_id] = revision
    return before


def _editions(revision_ids: Collection[int]) -> dict[int, dict[str, int]]:
    """Return, for each revision, the edition of every language that it has.

    Nothing is known of those that were erased.
    """
    rows = Revision.objects.filter(pk__in=revision_ids).exclude(document=ERASED)
    return {
        pk: {
            lang: section.edition or 1
            for lang, section in from_json(document).languages.items()
        }
        for pk, document in rows.values_list("pk", "document")
    }
