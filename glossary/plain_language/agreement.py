"""Whether two languages say the same: what no translation changes is compared.

Numbers, dates, abbreviations, quotations and links. Meaning is for people.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.language_names import name_in
from glossary.plain_language.abbreviations import known_abbreviations
from glossary.plain_language.facts import read_facts
from glossary.plain_language.findings import Code, Severity
from glossary.plain_language.sentences import sentences_about
from glossary.plain_language.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.plain_language.context import Context
    from glossary.plain_language.findings import Finding
    from glossary.plain_language.passages import Passage
    from glossary.plain_language.sentences import Texts


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
            yield _differs(passage, other, span, Severity.ERROR, Code.DATE_DIFFERS)
    for number, span in here.figures.items():
        if number not in there.numbers:
            yield _differs(passage, other, span, Severity.ERROR, Code.NUMBER_DIFFERS)
    for number, span in here.number_words.items():
        if number not in there.numbers:
            yield _differs(passage, other, span, Severity.WARNING, Code.NUMBER_DIFFERS)


def _abbreviations(
    passage: Passage, other: Passage, context: Context
) -> Iterator[Finding]:
    there = read_facts(other).abbreviations.keys() | known_abbreviations()
    named = {entry for term in context.terms_in(other) for entry in term.candidates}
    for words, span in read_facts(passage).abbreviations.items():
        term = context.covering(passage, span)
        if words not in there and not (term and named.intersection(term.candidates)):
            yield _differs(
                passage, other, span, Severity.WARNING, Code.ABBREVIATION_DIFFERS
            )


def _quotations(passage: Passage, other: Passage) -> Iterator[Finding]:
    """Yield a quotation without a counterpart.

    What is long here may be short there, "dewis ffordd o fyw" and "lifestyle choice".
    So it takes fewer quotations there, and fewer long ones among them.
    """
    here, there = _quoted_once(passage), _quoted_once(other)
    long = _long(passage, here)
    if len(here) > len(there) and len(long) > len(_long(other, there)):
        yield passage.finding(
            Severity.WARNING,
            Code.QUOTATION_DIFFERS,
            long[-1],
            here=len(here),
            there=len(there),
            other=_named(other, Code.QUOTATION_DIFFERS),
        )


def _quoted_once(passage: Passage) -> list[Span]:
    """Return what stands in quotation marks: the same words count once."""
    text = passage.text
    said = {text[span.start : span.end].casefold(): span for span in passage.quoted}
    return list(said.values())


def _long(passage: Passage, quotations: list[Span]) -> list[Span]:
    """Return the ``quotations`` that are no word or two that the text talks about."""
    return [span for span in quotations if passage.words.count_in(span) > 2]


def _links(passage: Passage, other: Passage) -> Iterator[Finding]:
    there = {link.target for link in other.links}
    for link in passage.links:
        if link.target not in there:
            span = Span(link.start, link.end)
            yield _differs(passage, other, span, Severity.ERROR, Code.LINK_DIFFERS)


def _differs(
    passage: Passage, other: Passage, span: Span, severity: Severity, code: Code
) -> Finding:
    return passage.finding(severity, code, span, other=_named(other, code))


def _named(other: Passage, code: Code) -> Texts:
    """Return what the other text's language is called, for each of the sentences."""
    spoken = sentences_about(code).reason
    return {lang: name_in(other.lang, lang) for lang in spoken}
