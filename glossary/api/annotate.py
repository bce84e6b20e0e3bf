"""Which terms are in a text: asked of us, or found on the reader's own device."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema

from glossary import languages, reading
from glossary.annotation import annotate
from glossary.api.base import PublicView, languages_of, read_query
from glossary.api.parameters.annotate import AnnotateBody, AnnotateQuery, TermPackQuery
from glossary.api.parameters.fields import AUTO
from glossary.api.responses import WITH_BODY, answers
from glossary.api.shapes.annotate import AnnotateAnswer, AnnotateRequest, TermPack
from glossary.api.texts import MOVED, TEXT_PARSERS, read_text, turn_for
from glossary.briefs import in_brief, page
from glossary.explain import current_vocabulary, find_terms
from glossary.matching import first_occurrences, pack
from glossary.plain_language import likely_language

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rest_framework.request import Request
    from rest_framework.response import Response

    from glossary.matching import Match

MOST_MATCHES = 5000
"""A text of short words can hold a quarter of a million; the answer says how many."""

_TELLING = 1000  # characters tell which language a text is in


class AnnotateView(PublicView):
    """Find the terms in a text."""

    parser_classes = TEXT_PARSERS

    @extend_schema(
        operation_id="annotate",
        parameters=[AnnotateQuery],
        request={
            "application/json": AnnotateRequest,
            "text/plain": OpenApiTypes.STR,
        },
        responses=answers(AnnotateAnswer, *WITH_BODY),
    )
    def post(self, request: Request) -> Response:
        """Return which terms are in a text, where, and what they mean.

        The text is at most 1 MB. It is not logged, stored or cached. With JSON,
        everything is a member of the body; parameters are for `text/plain`.

        At most 5,000 terms are listed, the first ones; `found` says how many there
        are. `entries` has every entry that was met, and all of the HTML is linked.
        """
        asked = read_text(request, query=AnnotateQuery, body=AnnotateBody)
        langs = languages_of(asked, request)
        with turn_for(asked):
            answer = _answer(asked, langs, self.base)
        return self.public(answer, langs=langs)


class TermPackView(PublicView):
    """All that a device needs to find the terms in a text by itself."""

    @extend_schema(
        operation_id="term_pack",
        parameters=[TermPackQuery],
        responses=answers(TermPack),
    )
    def get(self, request: Request) -> Response:
        """Return every form of every term with its entry, so that no text is sent."""
        query = read_query(TermPackQuery, request)
        langs = languages_of(query, request)
        found = pack(current_vocabulary(), query.get("lang"))
        data = {"sequence": reading.version(), **found}
        if query.get("include"):
            index = reading.shelf().index
            data["briefs"] = in_brief(
                index, found["entries"], langs=langs, base=self.base
            )
        return self.public(data, langs=langs)


def _answer(
    asked: Mapping[str, Any], langs: Sequence[str], base: str
) -> dict[str, Any]:
    index, find = reading.shelf().index, _Finder(asked)
    if "html" in asked:
        lead = cache(partial(page, index, langs=langs, base=base))
        done = annotate(asked["html"], find=find, page=lead)
        text, matches = done.text, done.matches
        more = {"text": text, "html": done.html}
    else:
        text, matches, more = asked["text"], find(asked["text"]), {}
    ids = (entry_id for match in matches for entry_id in match.candidates)
    if asked["occurrences"] == "first":
        matches = first_occurrences(matches)
    listed = matches[:MOST_MATCHES]
    return {
        "lang": find.lang,
        "offsets": asked["offsets"],
        "found": len(matches),
        "matches": list(_matches(text, listed, asked["offsets"])),
        "entries": in_brief(index, ids, langs=langs, base=base),
        **more,
    }


class _Finder:
    """Finds terms as a request asks for them; ``lang`` is the language of the last."""

    def __init__(self, asked: Mapping[str, Any]) -> None:
        self.lang = ""
        self._lang = asked["lang"]
        self._exclude = asked["exclude"]

    def __call__(self, text: str) -> list[Match]:
        """Return the terms in ``text``."""
        langs = [self._lang]
        if self._lang == AUTO:
            own = likely_language(text[:_TELLING], languages.codes())
            langs = sorted(languages.codes(), key=lambda code: code != own)
        self.lang = langs[0]
        return find_terms(text, langs=langs, exclude=self._exclude)


def _matches(
    text: str, matches: Sequence[Match], offsets: str
) -> Iterator[dict[str, Any]]:
    """Yield the terms found, with places as they were asked for."""
    move = MOVED.get(offsets)
    places = move(text, matches) if move else matches
    for match, place in zip(matches, places, strict=True):
        yield {
            "start": place.start,
            "end": place.end,
            "quote": text[match.start : match.end],
            "lang": match.lang,
            "form": match.form,
            "candidates": match.candidates,
        }
