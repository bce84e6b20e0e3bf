"""The plain-language checks of our own texts, for a text of somebody else's."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema

from glossary.api.base import PublicView, languages_of
from glossary.api.parameters.check import CheckBody, CheckQuery
from glossary.api.parameters.fields import AUTO
from glossary.api.responses import WITH_BODY, answers
from glossary.api.shapes.check import CheckAnswer, CheckRequest
from glossary.api.texts import MOVED, TEXT_PARSERS, read_text, turn_for
from glossary.matching import Match
from glossary.plain_language import Severity
from glossary.text_checks import check_given_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from rest_framework.request import Request
    from rest_framework.response import Response

    from glossary.plain_language import Finding
    from glossary.plain_language.said import Said
    from glossary.text_checks import CheckedText

MOST_BYTES = 200_000
"""About 80 pages, as on the site: checking costs far more than finding terms."""
MOST_FINDINGS = 1000
"""A text can have tens of thousands; the counts tell of them all."""


class CheckView(PublicView):
    """Check a text."""

    parser_classes = TEXT_PARSERS

    @extend_schema(
        operation_id="check",
        parameters=[CheckQuery],
        request={
            "application/json": CheckRequest,
            "text/plain": OpenApiTypes.STR,
        },
        responses=answers(CheckAnswer, *WITH_BODY),
    )
    def post(self, request: Request) -> Response:
        """Return what may be hard to read in a text, may hurt, or may be a mistake.

        The text is at most 200 kB. It is not logged, stored or cached. With JSON,
        everything is a member of the body; parameters are for `text/plain`. Words that
        the glossary explains count as known: `/annotate/` finds those. A program cannot
        tell whether a text is true, kind or clear: people can.
        """
        asked = read_text(request, query=CheckQuery, body=CheckBody, most=MOST_BYTES)
        lang = "" if asked["lang"] == AUTO else asked["lang"]
        langs = languages_of(asked, request)
        with turn_for(asked):
            checked = check_given_text(asked["text"], lang=lang)
            answer = _answer(checked, asked["offsets"], langs)
        return self.public(answer, langs=langs)


def _answer(checked: CheckedText, offsets: str, langs: Sequence[str]) -> dict[str, Any]:
    counts = Counter(finding.severity for finding in checked.findings)
    measures = checked.measures
    return {
        "lang": checked.lang,
        "offsets": offsets,
        "counts": {str(severity): counts[severity] for severity in Severity},
        "findings": list(_findings(checked, offsets, langs)),
        "measures": {
            "words": measures.words,
            "sentences": measures.sentences,
            "average": measures.average,
            "long_sentences": measures.long,
        },
        "not_checked": [_told(finding, langs) for finding in checked.unchecked],
    }


def _findings(
    checked: CheckedText, offsets: str, langs: Sequence[str]
) -> Iterator[dict[str, Any]]:
    """Yield what was found, with places as they were asked for."""
    listed = [one for one in checked.findings if one.span][:MOST_FINDINGS]
    places = _places(checked.text, offsets, listed)
    for finding in listed:
        start, end = finding.span or (0, 0)
        yield {
            "severity": finding.severity,
            "start": places[start],
            "end": places[end],
            "excerpt": finding.excerpt,
            **_told(finding, langs),
        }


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
        "reason": _in_languages(finding.reason, langs),
        "suggestion": _in_languages(finding.suggestion, langs),
    }


def _in_languages(say: Callable[[str], Said], langs: Sequence[str]) -> dict[str, str]:
    """Return a sentence by its languages, which it may have fewer of."""
    return {said.lang: said.text for said in map(say, langs)}
