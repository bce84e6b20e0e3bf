"""What a check has to say about a text: one finding for each thing."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from glossary.plain_language.sentences import say, sentences_about

if TYPE_CHECKING:
    from glossary.plain_language.sentences import Said, Sentences, Values
    from glossary.plain_language.spans import Span


class Severity(StrEnum):
    """How much a finding weighs, heaviest first.

    An error must be put right before the text is published; a warning is nearly
    always a mistake; a note is for the writer to think about.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Code(StrEnum):
    """What can be found. The codes are stable; ``data/findings.yaml`` has the words."""

    LONG_SENTENCE = "long-sentence"
    LONG_ON_AVERAGE = "long-sentences-on-average"
    SHORT_TOO_LONG = "short-too-long"
    SHORT_TOO_MANY_SENTENCES = "short-too-many-sentences"
    UNKNOWN_WORD = "unknown-word"
    UNEXPLAINED_ABBREVIATION = "unexplained-abbreviation"
    UNLINKED_ABBREVIATION = "unlinked-abbreviation"
    JARGON = "jargon"
    UNLINKED_JARGON = "unlinked-jargon"
    OFFICIALESE = "officialese"
    UNIDIOMATIC = "unidiomatic"
    HOUSE_STYLE = "house-style"
    HARMFUL_WORDING = "harmful-wording"
    HARMFUL_WORDING_WITHOUT_NOTICE = "harmful-wording-without-notice"
    MUTATION = "mutation"
    DOUBLE_NEGATIVE = "double-negative"
    PASSIVE = "passive"
    IMPERSONAL = "impersonal"
    DATE_DIFFERS = "date-differs"
    NUMBER_DIFFERS = "number-differs"
    ABBREVIATION_DIFFERS = "abbreviation-differs"
    QUOTATION_DIFFERS = "quotation-differs"
    LINK_DIFFERS = "link-differs"
    MISSING_LAYER = "missing-layer"
    HELPLINE_OVERDUE = "helpline-overdue"
    SPELLING_NOT_CHECKED = "spelling-not-checked"
    WORDING_NOT_CHECKED = "wording-not-checked"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a check found.

    ``place`` is a JSON pointer (RFC 6901) into the document, a line of a
    catalogue (``django.po:12``), or a range of characters (``3-17``) of a text
    that stands alone; ``span`` is that range in the words of the passage.
    ``excerpt`` is what the finding is about, in the text's own words. ``values``
    fill in the sentences about it, which are there in several languages.
    """

    severity: Severity
    place: str
    code: Code
    excerpt: str
    values: Values = field(default_factory=dict)
    span: Span | None = None

    def reason(self, lang: str) -> Said:
        """Return why it is worth a thought, in ``lang`` or else in another language."""
        return say(self._sentences.reason, self.values, lang)

    def suggestion(self, lang: str) -> Said:
        """Return what a writer can do about it."""
        return say(self._sentences.suggestion, self.values, lang)

    def for_editors(self, lang: str) -> Said | None:
        """Return what else those can do who keep this glossary, if anything."""
        texts = self._sentences.editors
        return say(texts, self.values, lang) if texts else None

    @property
    def _sentences(self) -> Sentences:
        return sentences_about(self.code)


def in_order(findings: list[Finding]) -> list[Finding]:
    """Return ``findings`` with the heaviest first, otherwise as they were made."""
    ranks = {severity: rank for rank, severity in enumerate(Severity)}
    return sorted(findings, key=lambda finding: ranks[finding.severity])
