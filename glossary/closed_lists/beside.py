"""What stands beside entries: sources, helplines, who has checked what."""

from __future__ import annotations

from glossary.closed_lists.base import ClosedList


class SourceKind(ClosedList):
    """Whether terms were taken from a source, or it supports what we say."""

    DOCUMENT = "document"
    WEB_PAGE = "web-page"


class Genre(ClosedList):
    """What sort of text a source is, where its title does not say it."""

    INSPECTION_REPORT = "inspection-report"
    NEWS_RELEASE = "news-release"
    NEWS_REPORT = "news-report"
    WRITTEN_QUESTION = "written-question"


class Licence(ClosedList):
    """The licences that we have words for: SPDX identifiers where there are any.

    A source can have another one. It is shown as it is, and no text is.
    """

    OPEN_GOVERNMENT = "OGL-UK-3.0"
    OPEN_PARLIAMENT = "OPL"
    CREATIVE_COMMONS = "CC-BY-4.0"
    ALL_RIGHTS_RESERVED = "all-rights-reserved"


OPEN_LICENCES = frozenset({Licence.OPEN_GOVERNMENT, Licence.OPEN_PARLIAMENT})
"""The licences of public bodies under which anybody may show a whole text."""


class Audience(ClosedList):
    """Who may turn to a helpline, in the order in which pages list them."""

    EMERGENCY = "emergency"
    CHILDREN = "children"
    ADULTS = "adults"
    PARENTS = "parents"
    REPORTING = "reporting"
    BEHAVIOUR = "behaviour"


class PageOwner(ClosedList):
    """Whose page it is on which a helpline was seen: its own, or somebody else's."""

    OWN = "own"
    AUTHORITY = "authority"
    OTHER = "other"


VOUCHING = frozenset({PageOwner.OWN, PageOwner.AUTHORITY})
"""Whose pages are enough to show a number."""


class SignOffRole(ClosedList):
    """In which role somebody signs a text off; the settings say where it is needed."""

    EDITOR = "editor"
    WELSH_LANGUAGE = "welsh-language"
    SUBJECT_EXPERT = "subject-expert"
    LIVED_EXPERIENCE = "lived-experience"
