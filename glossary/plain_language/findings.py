"""What a check has to say about a text: one finding for each thing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs, heaviest first.

    An error must be put right before the text is published; a warning is nearly
    always a mistake; a note is for the writer to think about.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a check found.

    ``place`` is a JSON pointer (RFC 6901) into the document, a line of a
    catalogue (``django.po:12``), or a range of characters (``3-17``) of a text
    that stands alone. ``code`` is stable. ``excerpt`` is what the finding is
    about, in the text's own words; ``reason`` and ``suggestion`` are sentences
    in English for a writer.
    """

    severity: Severity
    place: str
    code: str
    excerpt: str
    reason: str
    suggestion: str


def in_order(findings: list[Finding]) -> list[Finding]:
    """Return ``findings`` with the heaviest first, otherwise as they were made."""
    ranks = {severity: rank for rank, severity in enumerate(Severity)}
    return sorted(findings, key=lambda finding: ranks[finding.severity])
