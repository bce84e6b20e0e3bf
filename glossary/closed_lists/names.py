"""What there is to say of a name."""

from __future__ import annotations

from glossary.closed_lists.base import ClosedList


class TermType(ClosedList):
    """How a name is made (ISO 30042 term types)."""

    FULL_FORM = "full-form"
    SHORT_FORM = "short-form"
    ABBREVIATION = "abbreviation"
    ACRONYM = "acronym"
    CODE = "code"


ABBREVIATED = frozenset({TermType.ABBREVIATION, TermType.ACRONYM, TermType.CODE})
"""The types of names in which every letter is the meaning.

They stand for a longer name. Their capitals count; nobody inflects, mutates or
misspells them.
"""


class TermStatus(ClosedList):
    """Whether a name is to be used (ISO 30042 administrative status)."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"
    SUPERSEDED = "superseded"


NOT_IN_USE = frozenset({TermStatus.DEPRECATED, TermStatus.SUPERSEDED})
"""The statuses of names that a reader is told not to use any more."""


class Gender(ClosedList):
    """The gender of a noun; ``both`` where people differ."""

    MASCULINE = "masculine"
    FEMININE = "feminine"
    NEUTER = "neuter"
    BOTH = "both"


class Article(ClosedList):
    """The article that a Welsh name takes in a sentence."""

    NONE = "none"
    Y = "y"
    YR = "yr"


class ProvenanceStatus(ClosedList):
    """Where a name comes from, the surest first."""

    ATTESTED = "attested"
    ATTESTED_VARIANT = "attested-variant"
    BY_PATTERN = "by-pattern"
    WIDELY_KNOWN = "widely-known"
    PROPOSED = "proposed"
    KEPT_IN_ENGLISH = "kept-in-english"


ATTESTED = frozenset({ProvenanceStatus.ATTESTED, ProvenanceStatus.ATTESTED_VARIANT})
"""The statuses of names that were seen, and name their source."""
