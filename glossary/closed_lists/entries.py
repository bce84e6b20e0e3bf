"""What an entry is, where it applies, and how it is connected."""

from __future__ import annotations

from glossary.closed_lists.base import ClosedList


class EntryKind(ClosedList):
    """What sort of thing an entry explains."""

    CONCEPT = "concept"
    POLICING_PRACTICE = "policing-practice"
    LEGAL = "legal"
    ORGANISATION = "organisation"
    ROLE = "role"
    PROGRAMME = "programme"
    DATA = "data"
    REPORT = "report"
    SERVICE = "service"
    FUNDING = "funding"


class Nation(ClosedList):
    """Where something applies."""

    ENGLAND = "england"
    WALES = "wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern-ireland"


class TextLayer(ClosedList):
    """The parts of a section below its short version, in reading order."""

    EXPLANATION = "explanation"
    FOR_YOU = "for_you"
    ASK = "ask"
    DETAIL = "detail"
    UPDATE = "update"
    NOTICE = "notice"


class LanguageState(ClosedList):
    """How an entry stands in a language: behind where another one has changed since."""

    CURRENT = "current"
    BEHIND = "behind"
    MISSING = "missing"


class RenderingKind(ClosedList):
    """In which other form a text is there, those that replace reading first."""

    BSL_VIDEO = "bsl-video"
    EASY_READ = "easy-read"
    AUDIO = "audio"
    LARGE_PRINT = "large-print"
    BRAILLE = "braille"


class RelationType(ClosedList):
    """How an entry is connected to another one (SKOS), as seen from it."""

    BROADER = "broader"
    NARROWER = "narrower"
    RELATED = "related"
    REPLACES = "replaces"
    REPLACED_BY = "replaced-by"


INVERSE: dict[str, RelationType] = {
    RelationType.BROADER: RelationType.NARROWER,
    RelationType.RELATED: RelationType.RELATED,
    RelationType.REPLACED_BY: RelationType.REPLACES,
}
"""The relations that an entry can state, and what they are from their other end."""
