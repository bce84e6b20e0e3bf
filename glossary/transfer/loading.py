"""Brings in content that was reviewed elsewhere: what its plan says, or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from glossary.document import SHAPES, DocumentKind, to_json
from glossary.errors import PermissionDeniedError
from glossary.models import Action, Event, locked_dataset
from glossary.permissions import can_load_reviewed_content
from glossary.publishing import publish_revisions, withdraw_unneeded
from glossary.review import add_reviewed_elsewhere
from glossary.transfer.answers import NO_ANSWERS
from glossary.transfer.loaded import forget_loaded, record_loaded
from glossary.transfer.planning import plan_load
from glossary.transfer.plans import Answer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary.models import Actor, Publication
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
    what that review consisted of. What is withdrawn stays so: its new revision
    waits until somebody restores it. Raises what ``plan_load`` does,
    ``PermissionDeniedError``, and ``StateError`` where something would be removed
    that is still needed.
    """
    if not can_load_reviewed_content(actor):
        raise PermissionDeniedError(_("You may not load what was reviewed elsewhere."))
    locked_dataset()
    plan = plan_load(content, answers)
    if plan.is_empty:
        return Load(plan, [])
    revisions = add_reviewed_elsewhere(plan.due, review=content.review.key, actor=actor)
    shown = [row for row in revisions if row.name not in plan.withdrawn]
    published = publish_revisions(revisions=shown, actor=actor)
    removed = [row.name for row in plan.answered(Answer.REMOVE)]
    if removed:
        published += withdraw_unneeded(names=removed, actor=actor)
    _record(plan, actor)
    return Load(plan, published)


def _record(plan: Plan, actor: Actor) -> None:
    """Write down what was loaded, and what each document was loaded as."""
    load = Event.objects.record(
        Action.CONTENT_LOADED, actor=actor, details=_details(plan)
    )
    for kind in SHAPES:
        lines = [row for row in plan.lines if row.kind == kind and row.does_something]
        forget_loaded(kind, [row.key for row in lines])
        files = {row.key: plan.content.document(row.name) for row in lines}
        texts = {key: to_json(file) for key, file in files.items() if file}
        record_loaded(load, kind, texts)


def _details(plan: Plan) -> dict[str, object]:
    """Return what an event says of a load: what came in, what was left."""
    due = [document.name for document in plan.due]
    beside = (kind for kind in SHAPES if kind != DocumentKind.ENTRY)
    return {
        "digest": plan.content.digest,
        "entries": sum(name.kind == DocumentKind.ENTRY for name in due),
        **{
            kind.value: [name.key for name in due if name.kind == kind]
            for kind in beside
            if plan.content.of(kind) is not None
        },
        "kept_withdrawn": sorted(str(name) for name in plan.withdrawn & set(due)),
        "removed": [str(row.name) for row in plan.answered(Answer.REMOVE)],
        "left": {str(row.name): row.standing for row in plan.open},
    }
