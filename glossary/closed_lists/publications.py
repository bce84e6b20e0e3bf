"""What a publication did, and why something was taken from the public."""

from __future__ import annotations

from glossary.closed_lists.base import ClosedList


class Change(ClosedList):
    """What a publication did to its document.

    A refreshed one did not change itself: something that it shows did. A checked one
    says the same as before: somebody has gone through it, and who is told. An erased
    one is gone for ever, and so are all texts of it; where only earlier ones went, the
    present text stands.
    """

    PUBLISHED = "published"
    UPDATED = "updated"
    REFRESHED = "refreshed"
    CHECKED = "checked"
    WITHDRAWN = "withdrawn"
    RESTORED = "restored"
    ERASED = "erased"
    EARLIER_ERASED = "earlier-erased"


class WithdrawalReason(ClosedList):
    """Why something was taken from the public: all that readers are told of it.

    It is a list, as one person withdraws alone: no words of theirs reach the public.
    """

    MISTAKE = "published-by-mistake"
    WRONG = "wrong"
    OUT_OF_DATE = "out-of-date"
    HARMFUL = "harmful"
    REPLACED = "replaced"
    ASKED_BY_SOURCE = "asked-by-source"


GONE = frozenset({Change.WITHDRAWN, Change.ERASED})
"""After these readers see nothing of a document."""
