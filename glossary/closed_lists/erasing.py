"""Why something is erased: never in words of one's own, which would tell it again."""

from __future__ import annotations

from glossary.closed_lists.base import ClosedList


class ErasureReason(ClosedList):
    """Why the texts of a document have to go for ever."""

    IDENTIFIES_VICTIM = "identifies-victim"
    IDENTIFIES_SOMEBODY = "identifies-somebody"
    COURT_ORDER = "court-order"
    ASKED_BY_PERSON = "asked-by-person"
    NOT_OURS = "not-ours"
