"""Brings in content that was reviewed elsewhere: what its plan says, or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from glossary.document import apply_documents, compose_documents, to_json
from glossary.errors import PermissionDeniedError, StateError
from glossary.models import (
    Action,
    Arrival,
    DocumentKind,
    Entry,
    Event,
    Revision,
    RevisionStatus,
    User,
    batches,
)
from glossary.permissions import can_load_reviewed_content
from glossary.publishing import (
    locked_dataset,
    move_reference,
    publish_revisions,
    refresh_publications,
)
from glossary.transfer.answers import NO_ANSWERS
from glossary.transfer.loaded import forget_loaded, record_loaded
from glossary.transfer.planning import PARTS, plan_load
from glossary.transfer.plans import Answer, Standing
from glossary.transfer.reviews import review_text
from glossary.transfer.values import canonical

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from glossary.models import Actor, Dataset, Publication
    from glossary.transfer.answers import Answers
    from glossary.transfer.content import Content
    from glossary.transfer.plans import Plan


@dataclass(frozen=True, slots=True)
class Load:
    """What was done: the plan, and what was published."""

    plan: Plan
    publications: Sequence[Publication]


@transaction.atomic
def load_content(
    *, content: Content, actor: Actor, answers: Answers = NO_ANSWERS
) -> Load:
    """Bring in ``content`` by a plan that is made under the lock, all of it or nothing.

    The revisions are recorded as reviewed elsewhere, with the content's own record of
    what that review consisted of. A withdrawn entry stays withdrawn: its new revision
    waits until somebody restores it. Raises what ``plan_load`` does,
    ``PermissionDeniedError``, and ``StateError`` where something would be removed
    that is still needed.
    """
    if not can_load_reviewed_content(actor):
        raise PermissionDeniedError(_("You may not load what was reviewed elsewhere."))
    dataset = locked_dataset()
    plan = plan_load(content, answers)
    if plan.is_empty:
        return Load(plan, [])
    _write_parts(plan, dataset)
    withdrawn = plan.withdrawn
    shown = [row for row in _freeze(plan, actor) if row.entry_id not in withdrawn]
    published = publish_revisions(revisions=shown, actor=actor)
    published += refresh_publications(
        source_ids=plan.due(DocumentKind.SOURCE), actor=actor
    )
    _remove(plan, dataset)
    _record(plan, actor)
    return Load(plan, published)


def _write_parts(plan: Plan, dataset: Dataset) -> None:
    """Write what comes in beside the entries, and say that something did."""
    for part in PARTS:
        due = plan.due(part.kind)
        if due or part.kind in plan.reordered:
            part.write(plan.content, due)
            move_reference(dataset)


def _freeze(plan: Plan, actor: Actor) -> list[Revision]:
    """Write the entries that come in, and return approved revisions that hold them."""
    ids = plan.due(DocumentKind.ENTRY)
    apply_documents([plan.content.entries[key] for key in ids])
    return [row for part in batches(ids) for row in _revisions(plan, part, actor)]


def _revisions(plan: Plan, ids: Sequence[str], actor: Actor) -> list[Revision]:
    documents = compose_documents(ids)
    numbers = dict(
        Entry.objects.filter(pk__in=ids)
        .annotate(last=Max("revisions__number"))
        .values_list("pk", "last")
    )
    return Revision.objects.bulk_create(
        Revision(
            entry_id=key,
            number=(numbers[key] or 0) + 1,
            document=to_json(documents[key]),
            status=RevisionStatus.APPROVED,
            arrival=Arrival.REVIEWED_ELSEWHERE,
            review_record=plan.review,
            created_at=timezone.now(),
            created_by=actor if isinstance(actor, User) else None,
        )
        for key in ids
    )


def _remove(plan: Plan, dataset: Dataset) -> None:
    """Remove what somebody said is to go, if nothing needs it."""
    gone = plan.answered(Answer.REMOVE)
    for part in PARTS:
        keys = [line.key for line in gone if line.kind == part.kind]
        used = sorted(part.used(keys))
        if used:
            names = ", ".join(f"{part.kind}/{key}" for key in used)
            raise StateError(f"Something still needs this, so it stays: {names}")
        if keys:
            part.remove(keys)
            move_reference(dataset)


def _record(plan: Plan, actor: Actor) -> None:
    """Write down what was loaded, and what each document was loaded as."""
    load = Event.objects.record(
        Action.CONTENT_LOADED, actor=actor, details=_details(plan)
    )
    for kind in DocumentKind:
        lines = [row for row in plan.lines if row.kind == kind and row.does_something]
        gone = [row.key for row in lines if row.standing == Standing.GONE]
        forget_loaded(kind, gone)
        texts = _file_texts(kind, plan.content)
        keys = [row.key for row in lines if row.standing != Standing.GONE]
        record_loaded(load, kind, {key: texts[key] for key in keys})


def _file_texts(kind: DocumentKind, content: Content) -> Mapping[str, str]:
    """Return the canonical text of each document of a kind in the folder."""
    if kind == DocumentKind.ENTRY:
        return {key: to_json(document) for key, document in content.entries.items()}
    if kind == DocumentKind.REVIEW:
        return {content.review.record: review_text(content)}
    (part,) = (part for part in PARTS if part.kind == kind)
    file = part.in_folder(content) or {}
    return {key: canonical(values) for key, values in file.items()}


def _details(plan: Plan) -> dict[str, object]:
    """Return what an event says of a load: what came in, what was left."""
    beside = (kind for kind in DocumentKind if kind != DocumentKind.ENTRY)
    due = plan.due(DocumentKind.ENTRY)
    return {
        "digest": plan.content.digest,
        "entries": len(due),
        **{kind.value: plan.due(kind) for kind in beside},
        "kept_withdrawn": sorted(plan.withdrawn & set(due)),
        "removed": [row.name for row in plan.answered(Answer.REMOVE)],
        "left": {row.name: row.standing for row in plan.open},
    }
