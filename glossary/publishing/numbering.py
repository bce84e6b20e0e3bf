"""Gives out the sequence: without gaps, and visible in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson
from django.utils import timezone

from glossary.models import (
    BATCH,
    Action,
    Dataset,
    Event,
    Publication,
    PublicationKind,
    batches,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from glossary.models import Actor
    from glossary.publishing.drafts import Draft


def locked_dataset() -> Dataset:
    """Return the row that numbers publications, held until the transaction ends.

    Whoever writes what the public sees asks for it first: before reading what it
    decides by, and before any other lock.
    """
    Dataset.objects.get_or_create(pk=1)
    return Dataset.objects.select_for_update().get(pk=1)


def move_reference(dataset: Dataset) -> None:
    """Say that something changed that publications do not hold."""
    dataset.reference += 1
    dataset.save(update_fields=["reference"])


def write_publications(
    dataset: Dataset, drafts: Sequence[Draft], *, actor: Actor
) -> list[Publication]:
    """Number the drafts, store them, and record what was done."""
    if not drafts:
        return []
    now = timezone.now().replace(microsecond=0)
    for part in batches(draft.revision.entry_id for draft in drafts):
        Publication.objects.current().of(part).update(is_current=False)
    first = dataset.sequence + 1
    rows = [
        _publication(draft, number, now) for number, draft in enumerate(drafts, first)
    ]
    Publication.objects.bulk_create(rows, batch_size=BATCH)
    dataset.sequence += len(rows)
    dataset.save(update_fields=["sequence"])
    done = ((_ACTIONS[PublicationKind(row.kind)], row) for row in rows)
    Event.objects.record_publications(done, actor=actor)
    return rows


_ACTIONS = {
    PublicationKind.PUBLISHED: Action.ENTRY_PUBLISHED,
    PublicationKind.UPDATED: Action.ENTRY_PUBLISHED,
    PublicationKind.REFRESHED: Action.ENTRY_REFRESHED,
    PublicationKind.WITHDRAWN: Action.ENTRY_WITHDRAWN,
    PublicationKind.RESTORED: Action.ENTRY_RESTORED,
}


def _publication(draft: Draft, sequence: int, now: dt.datetime) -> Publication:
    time = "published_at" if draft.index else "withdrawn_at"
    stamp = now.isoformat().replace("+00:00", "Z")
    body = {**draft.public, "sequence": sequence, time: stamp}
    sections = draft.public.get("languages", {})
    return Publication(
        sequence=sequence,
        entry_id=draft.revision.entry_id,
        revision=draft.revision,
        kind=draft.kind,
        published_at=now,
        note=draft.note.text,
        note_lang=draft.note.lang,
        languages=[code for code, part in sections.items() if "slug" in part],
        body=orjson.dumps(body).decode(),
        index=draft.index,
        digest=draft.digest,
    )
