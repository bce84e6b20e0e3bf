"""A text with what was found in it, as the page for those who write shows it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from glossary.plain_language import Code, count_wordings
from glossary.web.texts.marked import Mark, marked_paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glossary.plain_language import Finding, Measures, Severity
    from glossary.plain_language.sentences import Said
    from glossary.text_checks import CheckedText
    from glossary.web.texts.marked import MarkedRun

MOST_REMARKS = 100
"""So many different things are said of each severity, the first ones,"""
MOST_PLACES = 12
"""of so many different places each,"""
MOST_MARKED = 2000
"""and so many findings are marked in the text, the heaviest ones."""

_SPACE = re.compile(r"\s*")
_QUOTED = re.compile(r"(\"[^\"]*\"|“[^”]*”)")


class Phrase(NamedTuple):
    """Some words, and the language that they are in."""

    text: str
    lang: str


class TextPlace(NamedTuple):
    """Phrase of the text; ``number`` is that of the first place where they stand.

    It is 0 where the whole text is meant.
    """

    number: int
    excerpt: str
    times: int


class Remark(NamedTuple):
    """A thing to say, and the places that it is said of; ``more`` are not listed."""

    reason: Sequence[Phrase]
    suggestion: Sequence[Phrase]
    places: Sequence[TextPlace] = ()
    more: int = 0


class SeverityGroup(NamedTuple):
    """What is said of one severity; ``more`` things are not listed."""

    severity: Severity
    times: int
    remarks: Sequence[Remark]
    more: int


@dataclass(frozen=True)
class CheckResults:
    """A checked text as a page shows it; we have so many ``rules`` of wording."""

    text: str
    text_lang: str
    times: int
    groups: Sequence[SeverityGroup]
    paragraphs: Sequence[Sequence[MarkedRun]]
    unchecked: Sequence[Remark]
    measures: Measures
    rules: int


def show_checked(checked: CheckedText, lang: str) -> CheckResults:
    """Return ``checked`` for a page in ``lang``. What is alike is said once."""
    by_severity: dict[Severity, list[Finding]] = {}
    for finding in checked.findings:
        by_severity.setdefault(finding.severity, []).append(finding)
    telling = _Telling(checked, lang)
    groups = [telling.group(findings) for findings in by_severity.values()]
    marks = _marks(checked.text, checked.findings[:MOST_MARKED])
    return CheckResults(
        text=checked.text,
        text_lang=checked.lang,
        times=len(checked.findings),
        groups=groups,
        paragraphs=list(marked_paragraphs(checked.text, marks, telling.numbers)),
        unchecked=[telling.remark([finding]) for finding in checked.unchecked],
        measures=checked.measures,
        rules=count_wordings(checked.lang),
    )


class _Telling:
    """Tells the findings of one text, and numbers the places that it names."""

    def __init__(self, checked: CheckedText, lang: str) -> None:
        self.numbers: dict[int, list[int]] = {}
        self._text = checked.text
        self._text_lang = checked.lang
        self._lang = lang
        self._count = 0

    def group(self, findings: Sequence[Finding]) -> SeverityGroup:
        """Return what there is to say of findings of one severity."""
        alike: dict[tuple[Said, Said], list[Finding]] = {}
        for one in findings:
            said = one.reason(self._lang), one.suggestion(self._lang)
            alike.setdefault(said, []).append(one)
        remarks = [self.remark(same) for same in list(alike.values())[:MOST_REMARKS]]
        more = len(alike) - len(remarks)
        return SeverityGroup(findings[0].severity, len(findings), remarks, more)

    def remark(self, findings: Sequence[Finding]) -> Remark:
        """Return what there is to say of findings of which the same is said."""
        times = Counter(one.excerpt for one in findings)
        firsts: dict[str, Finding] = {}
        for one in findings:
            firsts.setdefault(one.excerpt, one)
        listed = list(firsts)[:MOST_PLACES]
        return Remark(
            self._words(findings[0].reason(self._lang)),
            self._words(findings[0].suggestion(self._lang)),
            [TextPlace(self._number(firsts[one]), one, times[one]) for one in listed],
            len(firsts) - len(listed),
        )

    def _number(self, finding: Finding) -> int:
        """Return a new number for the place of ``finding``."""
        for mark in _marks(self._text, [finding]):
            self._count += 1
            self.numbers.setdefault(mark.start, []).append(self._count)
            return self._count
        return 0

    def _words(self, said: Said) -> list[Phrase]:
        """Return what is said; what is in quotation marks is in the text's language."""
        parts = enumerate(_QUOTED.split(said.text))
        langs = (said.lang, self._text_lang)
        return [Phrase(part, langs[number % 2]) for number, part in parts if part]


def _marks(text: str, findings: Sequence[Finding]) -> Iterator[Mark]:
    """Yield the places of those findings that are not about the whole text."""
    for one in findings:
        if one.span and one.code != Code.LONG_ON_AVERAGE:
            start = _SPACE.match(text, one.span.start).end()  # type: ignore[union-attr]
            yield Mark(start, one.span.end, one.code == Code.LONG_SENTENCE)
