"""Whether two languages say the same: what no translation changes is compared.

Numbers, dates, abbreviations, quotations and links. Meaning is for people.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.plain_language.abbreviations import known_abbreviations
from glossary.plain_language.facts import read_facts
from glossary.plain_language.findings import Severity
from glossary.plain_language.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.plain_language.context import Context
    from glossary.plain_language.findings import Finding
    from glossary.plain_language.passages import Passage


def check_agreement(
    passage: Passage, other: Passage, context: Context
) -> Iterator[Finding]:
    """Yield what ``passage`` says and ``other``, in another language, does not.

    Call it both ways round.
    """
    yield from _numbers(passage, other)
    yield from _abbreviations(passage, other, context)
    yield from _quotations(passage, other)
    yield from _links(passage, other)


def _numbers(passage: Passage, other: Passage) -> Iterator[Finding]:
    here, there = read_facts(passage), read_facts(other)
    for date, span in here.dates.items():
        if date not in there.dates:
            yield _differs(passage, other, span, Severity.ERROR, "date")
    for number, span in here.figures.items():
        if number not in there.numbers:
            yield _differs(passage, other, span, Severity.ERROR, "number")
    for number, span in here.number_words.items():
        if number not in there.numbers:
            yield _differs(passage, other, span, Severity.WARNING, "number")


def _abbreviations(
    passage: Passage, other: Passage, context: Context
) -> Iterator[Finding]:
    there = read_facts(other).abbreviations.keys() | known_abbreviations()
    named = {entry for term in context.terms_in(other) for entry in term.candidates}
    for words, span in read_facts(passage).abbreviations.items():
        term = context.covering(passage, span)
        if words not in there and not (term and named.intersection(term.candidates)):
            yield _differs(passage, other, span, Severity.WARNING, "abbreviation")


def _quotations(passage: Passage, other: Passage) -> Iterator[Finding]:
    here, there = _phrases(passage), _phrases(other)
    if len(here) > len(there):
        yield passage.finding(
            Severity.WARNING,
            "quotation-differs",
            here[-1],
            f"{len(here)} quotations here, {len(there)} in “{other.lang}”.",
            "Put the same things in quotation marks in both languages.",
        )


def _phrases(passage: Passage) -> list[Span]:
    """Return the quotations, and not the single words that are talked about."""
    return [
        quoted
        for quoted in passage.quoted
        if sum(quoted.start < word.start < quoted.end for word in passage.words) > 2
    ]


def _links(passage: Passage, other: Passage) -> Iterator[Finding]:
    there = {link.target for link in other.links}
    for link in passage.links:
        if link.target not in there:
            span = Span(link.start, link.end)
            yield _differs(passage, other, span, Severity.ERROR, "link")


def _differs(
    passage: Passage, other: Passage, span: Span, severity: Severity, what: str
) -> Finding:
    return passage.finding(
        severity,
        f"{what}-differs",
        span,
        f"The same {what} is not in the text in “{other.lang}”.",
        "Correct the one that is wrong, or say it in both.",
    )
