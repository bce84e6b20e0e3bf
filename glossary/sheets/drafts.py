"""Takes a sheet over: a draft for each entry that it changes, all of them or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from glossary.errors import PermissionDeniedError, Problem, StateError
from glossary.models import locked_dataset
from glossary.permissions import can_write_some
from glossary.review import begin_draft
from glossary.sheets.plans import plan_sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary.models import Actor, Revision
    from glossary.sheets.rows import Row


@transaction.atomic
def take_sheet(*, rows: Sequence[Row], actor: Actor) -> list[Revision]:
    """Begin drafts with what these rows change; ``actor`` is their author.

    Raises ``PermissionDeniedError``, and ``StateError`` where anything is wrong, with
    a problem for each cell, or where nothing is changed.
    """
    if not can_write_some(actor):
        raise PermissionDeniedError(_("You may not write this."))
    locked_dataset()
    plan = plan_sheet(rows, actor)
    if plan.wrong:
        problems = (
            Problem(f"{one.row}/{one.column}", "wrong-cell", one.detail)
            for one in plan.wrong
        )
        raise StateError(_("Something in the sheet is wrong."), *problems)
    if not plan.documents:
        raise StateError(_("The sheet changes nothing."))
    return [
        begin_draft(name=name, actor=actor, start=document)
        for name, document in sorted(plan.documents.items())
    ]
