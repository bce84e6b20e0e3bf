"""Where a document or a revision stands, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from glossary.document import DocumentKind
from glossary.models import RevisionState

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from glossary.models import Revision

KINDS = {
    DocumentKind.ENTRY: _("Entry"),
    DocumentKind.SOURCE: _("Source"),
    DocumentKind.TOPIC: _("Topic"),
    DocumentKind.HELPLINE: _("Helpline"),
    DocumentKind.TEXT: _("Text of a source"),
    DocumentKind.REVIEW: _("Record of a review"),
}
STATES = {
    RevisionState.DRAFT: _("Draft"),
    RevisionState.SUBMITTED: _("Waits for review"),
    RevisionState.RETURNED: _("Returned to the writer"),
    RevisionState.APPROVED: _("Approved"),
    RevisionState.SUPERSEDED: _("Another text was published in its place"),
    RevisionState.ABANDONED: _("Given up"),
}


def stands(row: Revision, shown: int | None = None) -> str | _StrPromise:
    """Return how a revision stands; ``shown`` is the one that readers see."""
    if row.is_erased:
        return _("Erased for ever")
    if row.pk == shown:
        return _("Readers see this now")
    return STATES[RevisionState(row.state)]
