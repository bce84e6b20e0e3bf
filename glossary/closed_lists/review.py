"""What reviewers say of a text."""

from __future__ import annotations

from glossary.closed_lists.base import ClosedList


class RemarkReason(ClosedList):
    """Why a text goes back to those who wrote it."""

    HARD_TO_READ = "hard-to-read"
    NOT_RIGHT = "not-right"
    NO_SOURCE = "no-source"
    OUT_OF_DATE = "out-of-date"
    COULD_HURT = "could-hurt"
    LANGUAGES_DIFFER = "languages-differ"
    POOR_WELSH = "poor-welsh"
    MISSING = "missing"
    OTHER = "other"


NEEDS_WORDS = (
    RemarkReason.NOT_RIGHT,
    RemarkReason.COULD_HURT,
    RemarkReason.MISSING,
    RemarkReason.OTHER,
)
"""The reasons that say too little alone: what is it that is missing?"""
