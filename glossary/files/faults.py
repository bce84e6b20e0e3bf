"""Why a file gives no text."""

from __future__ import annotations

from enum import StrEnum

from glossary.errors import GlossaryError


class Fault(StrEnum):
    """What is the matter with a file; stable, for whoever says it in words."""

    UNKNOWN_KIND = "unknown-kind"
    PICTURE = "picture"
    EMPTY = "empty"
    TOO_LARGE = "too-large"
    TOO_MUCH = "too-much"
    """Small as it is, it unpacks to more than anybody reads, or takes too long."""
    BROKEN = "broken"
    ENCRYPTED = "encrypted"
    NO_TEXT = "no-text"
    """It is blank, or holds pictures of text only."""
    HIDDEN = "hidden"
    """It has words, and whoever wrote it hid all of them."""
    ENCLOSED = "enclosed"
    """It has no text of its own, only other files."""
    FORM = "form"
    """It is a form that only a program of its maker can show."""


class FileError(GlossaryError):
    """A file gives no text."""

    code = "invalid-file"

    def __init__(self, fault: Fault) -> None:
        """Keep what is the matter."""
        super().__init__(fault.value)
        self.fault = fault
