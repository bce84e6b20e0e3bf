"""Gives out the sequence: without gaps, and visible in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from glossary import languages
from glossary.closed_lists import Change
from glossary.models import (
    BATCH,
    Action,
    Event,
    Publication,
    Revision,
    RevisionState,
    batches,
    parts_named,
    rows_named,
)
from glossary.public_form import FORMAT

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from glossary.models import Actor, Dataset
    from glossary.publishing.candidates import Candidate


def write_publications(
    dataset: Dataset, candidates: Iterable[Candidate], *, actor: Actor
) -> list[Publication]:
    """Number the candidates, store them, and record what was done.

    They are made and written so many at a time: thousands of texts are never held at
    once. What is returned reads its texts from the database where somebody asks.
    """
    now = timezone.now().replace(microsecond=0)
    return [
        row
        for part in batches(candidates)
        for row in _write(dataset, part, now, actor=actor)
    ]


def _write(
    dataset: Dataset, candidates: Sequence[Candidate], now: dt.datetime, *, actor: Actor
) -> list[Publication]:
    names = [one.revision.name for one in candidates]
    for former in parts_named(Publication.objects.current(), names):
        former.update(is_current=False)
    first = dataset.sequence + 1
    rows = [
        _publication(one, number, now) for number, one in enumerate(candidates, first)
    ]
    Publication.objects.bulk_create(rows, batch_size=BATCH)
    _supersede([one.revision for one in candidates])
    dataset.sequence += len(rows)
    dataset.save()
    done = (
        (_ACTIONS[one.change], row) for one, row in zip(candidates, rows, strict=True)
    )
    Event.objects.record_publications(done, actor=actor)
    for row in rows:
        del row.body, row.index
    return rows


_ACTIONS = {
    Change.PUBLISHED: Action.PUBLISHED,
    Change.UPDATED: Action.PUBLISHED,
    Change.REFRESHED: Action.REFRESHED,
    Change.CHECKED: Action.CHECKED,
    Change.WITHDRAWN: Action.WITHDRAWN,
    Change.RESTORED: Action.RESTORED,
    Change.ERASED: Action.ERASED,
    Change.EARLIER_ERASED: Action.EARLIER_ERASED,
}


def _supersede(shown: Sequence[Revision]) -> None:
    """Let the approved revisions that came before these be superseded.

    They are found by their names alone. One statement with a question for each row
    took PostgreSQL minutes where it knew the tables as they were before a load.
    """
    numbers = {row.name: row.number for row in shown}
    approved = Revision.objects.approved()
    found = rows_named(approved.only("kind", "key", "number"), numbers)
    older = [row.pk for row in found if row.number < numbers[row.name]]
    for part in batches(older):  # what became a draft again meanwhile stays one
        approved.filter(pk__in=part).update(state=RevisionState.SUPERSEDED)


def _publication(one: Candidate, sequence: int, now: dt.datetime) -> Publication:
    said = one.document.languages_said if one.document else ()
    return Publication(
        sequence=sequence,
        kind=one.revision.kind,
        key=one.revision.key,
        revision=one.revision,
        change=one.change,
        published_at=now,
        note=one.note.text,
        note_lang=one.note.lang,
        reason=one.reason or "",
        comment=one.comment,
        languages=[code for code in languages.codes() if code in said],
        due_on=one.document.due_on if one.document else None,
        format=FORMAT,
        body=one.public.stamped(sequence, now).to_json(),
        index=one.index,
        digest=one.digest,
    )
