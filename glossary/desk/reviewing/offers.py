"""What this room offers on the page of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from glossary.desk.page import desk_path
from glossary.desk.parts.asked import parts_of
from glossary.desk.parts.ways import Facts, Way
from glossary.document import DocumentKind
from glossary.models import Arrival, RevisionState
from glossary.permissions import can_ask_for_a_check, can_review

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.models import Revision


def ways(facts: Facts) -> Iterator[Way]:
    """Offer what waits to be looked at, the history, and a check of what is public."""
    waits = _waiting(facts)
    if waits:
        label = _("Review") if can_review(facts.editor) else _("See what changes")
        yield Way(label, desk_path("revision", *parts_of(waits)))
    if facts.current is not None:
        yield Way(_("History"), desk_path("history", *facts.name))
    if not waits and _can_be_checked(facts):
        yield Way(
            _("Ask for a check of what is public"),
            desk_path("begin-check", *facts.name),
            is_form=True,
            hint=_(
                "Others then sign off the text as it is. You cannot sign it off "
                "yourself."
            ),
        )


def _can_be_checked(facts: Facts) -> bool:
    """Tell whether readers see an entry on which nobody works, and who asks may ask."""
    is_shown = facts.is_public and facts.name.kind == DocumentKind.ENTRY
    return is_shown and not facts.under_way and can_ask_for_a_check(facts.editor)


def _waiting(facts: Facts) -> Revision | None:
    """Return what waits for sign-offs, or for somebody who publishes it."""
    shown = facts.current.revision.number if facts.current else 0
    waits = (RevisionState.SUBMITTED, RevisionState.APPROVED)
    return next(
        (
            row
            for row in facts.revisions
            if row.state in waits
            and row.number > shown
            and row.arrival == Arrival.WRITTEN_HERE
        ),
        None,
    )
