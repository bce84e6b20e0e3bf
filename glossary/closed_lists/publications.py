"""What a publication did."""

from __future__ import annotations

from glossary.closed_lists.base import ClosedList


class Change(ClosedList):
    """What a publication did to its document.

    A refreshed one did not change itself: something that it shows did. An erased one
    is gone for ever, and so are all texts of it; where only earlier ones went, the
    present text stands.
    """

    PUBLISHED = "published"
    UPDATED = "updated"
    REFRESHED = "refreshed"
    WITHDRAWN = "withdrawn"
    RESTORED = "restored"
    ERASED = "erased"
    EARLIER_ERASED = "earlier-erased"


GONE = frozenset({Change.WITHDRAWN, Change.ERASED})
"""After these readers see nothing of a document."""
