"""Checks: somebody asks others to go through what is public, and changes nothing of it.

So that what was reviewed elsewhere is signed off here, and so that somebody can sign
off in a role that nobody had when it was published. A check is a revision with the
text that is public. It is signed off as all others are, and when it is published, who
has checked the text is all that becomes otherwise.

Two persons have seen it then at the least: who asked, and who signed it off. Who
asked counts as an author, and so does whoever had a part in any text of the document
that was public: nobody signs off their own words by asking for a check of them. Who
wrote what was reviewed elsewhere is not known here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from glossary.closed_lists import GONE
from glossary.document import DocumentKind
from glossary.errors import NotFoundError, PermissionDeniedError, StateError
from glossary.models import (
    Action,
    Event,
    Publication,
    RevisionState,
    locked_dataset,
)
from glossary.permissions import can_ask_for_a_check
from glossary.review.authors import add_author, add_former_authors
from glossary.review.drafts import add_draft
from glossary.review.steps import take_step

if TYPE_CHECKING:
    from glossary.document import Name
    from glossary.models import Actor, Revision


@transaction.atomic
def begin_check(*, name: Name, actor: Actor) -> Revision:
    """Ask others to go through an entry as it is public: it is submitted at once.

    Who writes or reviews may ask. Raises ``PermissionDeniedError``,
    ``NotFoundError`` where nothing is public under this name, and ``StateError`` where
    somebody works on it, or where readers are not told who has checked it.
    """
    if not can_ask_for_a_check(actor):
        raise PermissionDeniedError(_("You may not ask for a check."))
    if name.kind != DocumentKind.ENTRY:
        raise StateError(_("Readers are told of entries alone who has checked them."))
    locked_dataset()
    base = Publication.objects.current().of_kind(name.kind).of([name.key]).first()
    if base is None or base.change in GONE:
        detail = _("“%(name)s” is not public.")
        raise NotFoundError(detail % {"name": name})
    row = add_draft(name, base, base.revision.document)
    add_author(row, actor)
    add_former_authors(row)
    Event.objects.record_step(Action.CHECK_BEGUN, row, actor=actor)
    row.submitted_at, row.submissions = timezone.now(), 1
    return take_step(row, RevisionState.SUBMITTED, Action.SUBMITTED, actor)
