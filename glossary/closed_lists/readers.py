"""What readers choose from."""

from __future__ import annotations

from glossary.closed_lists.base import ClosedList


class FeedbackAnswer(ClosedList):
    """What can be answered to "Was this clear?", and be wrong with a page."""

    YES = "yes"
    NO = "no"
    TOO_LONG = "too-long"
    HARD_WORDS = "hard-words"
    NOT_MY_QUESTION = "not-my-question"
    SOMETHING_MISSING = "something-missing"
    COULD_HURT = "could-hurt"
    FACT_WRONG = "fact-wrong"
    OUT_OF_DATE = "out-of-date"
    LANGUAGE_WRONG = "language-wrong"
    NAME_NOT_USED = "name-not-used"
    DOES_NOT_WORK = "does-not-work"
    SOMETHING_WRONG = "something-wrong"


class MetIn(ClosedList):
    """Where somebody met a word."""

    POLICE_LETTER = "police-letter"
    COURT_PAPER = "court-paper"
    SOCIAL_SERVICES_LETTER = "social-services-letter"
    SCHOOL_LETTER = "school-letter"
    REPORT = "report"
    NEWS = "news"
    WEBSITE = "website"
    ELSEWHERE = "elsewhere"
