"""What a publication did."""

from __future__ import annotations

from glossary.closed_lists.base import ClosedList


class Change(ClosedList):
    """What a publication did to its document.

    A refreshed one did not change itself: something that it shows did. A checked one
    says the same as before: somebody has gone through it, and who is told.
    """

    PUBLISHED = "published"
    UPDATED = "updated"
    REFRESHED = "refreshed"
    CHECKED = "checked"
    WITHDRAWN = "withdrawn"
    RESTORED = "restored"
