"""What readers are told about a publication."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Note:
    """A line for readers, and in which language."""

    text: str = ""
    lang: str = ""


NO_NOTE = Note()
