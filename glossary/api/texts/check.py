"""The plain-language checks of our own texts, for a text of somebody else's."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from glossary.api.base import PublicView, languages_of
from glossary.api.openapi import Operation, describe
from glossary.api.openapi.tags import TEXTS
from glossary.api.requests.codes import AUTO
from glossary.api.requests.texts import MAX_CHECKED, CheckOptions, CheckRequest
from glossary.api.responses.texts import (
    CheckAnswer,
    FoundInText,
    SeverityCounts,
    TextMeasures,
    Told,
)
from glossary.api.texts.given import MOVED, TEXT_PARSERS, read_text, turn_for
from glossary.matching import Match
from glossary.plain_language import Severity
from glossary.text_checks import check_given_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from django.http import HttpResponse
    from rest_framework.request import Request

    from glossary.plain_language import Finding
    from glossary.plain_language.sentences import Said
    from glossary.text_checks import CheckedText

MOST_FINDINGS = 1000
"""A text can have tens of thousands; the counts tell of them all."""


class CheckView(PublicView):
    """Check a text."""

    parser_classes = TEXT_PARSERS

    @describe(
        Operation(
            name="check",
            summary="Check how plain a text is",
            tag=TEXTS,
            query=CheckOptions,
            body=CheckRequest,
            takes_text=True,
            answer=CheckAnswer,
        )
    )
    def post(self, request: Request) -> HttpResponse:
        """Return what may be hard to read in a text, may hurt, or may be a mistake.

        The text is at most 200 kB. It is not logged, stored or cached. How it is read
        can be said in the address or, with JSON, in the body, but not in both. Words
        that the glossary explains count as known: `/annotate/` finds those. A program
        cannot tell whether a text is true, kind or clear: people can.
        """
        asked = read_text(
            request, options=CheckOptions, body=CheckRequest, most=MAX_CHECKED
        )
        lang = "" if asked.lang == AUTO else asked.lang
        langs = languages_of(asked, request)
        with turn_for(asked.text):
            checked = check_given_text(asked.text, lang=lang)
            answer = _answer(checked, asked.offsets, langs)
        return self.public(answer, langs=langs)


def _answer(checked: CheckedText, offsets: str, langs: Sequence[str]) -> CheckAnswer:
    counts = Counter(finding.severity for finding in checked.findings)
    measures = checked.measures
    return CheckAnswer(
        items=tuple(_findings(checked, offsets, langs)),
        total=sum(1 for finding in checked.findings if finding.span),
        lang=checked.lang,
        offsets=offsets,
        counts=SeverityCounts(**{str(one): counts[one] for one in Severity}),
        measures=TextMeasures(
            words=measures.words,
            sentences=measures.sentences,
            average=measures.average,
            long_sentences=measures.long,
        ),
        not_checked=tuple(
            Told(**_told(finding, langs)) for finding in checked.unchecked
        ),
    )


def _findings(
    checked: CheckedText, offsets: str, langs: Sequence[str]
) -> Iterator[FoundInText]:
    """Yield what was found, with places as they were asked for."""
    listed = [one for one in checked.findings if one.span][:MOST_FINDINGS]
    places = _places(checked.text, offsets, listed)
    for finding in listed:
        start, end = finding.span or (0, 0)
        yield FoundInText(
            severity=finding.severity,
            start=places[start],
            end=places[end],
            excerpt=finding.excerpt,
            **_told(finding, langs),
        )


def _places(text: str, offsets: str, findings: Sequence[Finding]) -> Mapping[int, int]:
    """Return where each place is, counted as ``offsets`` says."""
    places = sorted({place for finding in findings for place in finding.span or ()})
    move = MOVED.get(offsets)
    if not move:
        return dict(zip(places, places, strict=True))
    empty = [Match(place, place, (), "", "") for place in places]
    moved = (match.start for match in move(text, empty))
    return dict(zip(places, moved, strict=True))


def _told(finding: Finding, langs: Sequence[str]) -> dict[str, Any]:
    """Return what there is to say about ``finding``, in each of ``langs``."""
    return {
        "code": finding.code,
        "reasons": _in_languages(finding.reason, langs),
        "advice": _in_languages(finding.suggestion, langs),
    }


def _in_languages(say: Callable[[str], Said], langs: Sequence[str]) -> dict[str, str]:
    """Return a sentence by its languages, which it may have fewer of."""
    return {said.lang: said.text for said in map(say, langs)}
