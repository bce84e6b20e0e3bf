"""Finding entries by a name, by words, or by the beginning of a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.renderers import BaseRenderer

from glossary import reading
from glossary.api import cursors
from glossary.api.base import PublicView, languages_of, read_body, read_query
from glossary.api.entries import entry_bodies, link_header, page_links
from glossary.api.found import shown_hits, shown_match, shown_names
from glossary.api.parameters.finding import (
    LookupBody,
    LookupQuery,
    SearchQuery,
    SuggestQuery,
)
from glossary.api.renderers import OrjsonRenderer
from glossary.api.responses import WITH_BODY, answers
from glossary.api.shapes.finding import (
    LookupAnswer,
    LookupAnswers,
    LookupRequest,
    SearchAnswer,
    SearchRequest,
    Suggestions,
)
from glossary.turns import LARGE_BATCHES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rest_framework.request import Request
    from rest_framework.response import Response

    from glossary.search import Index, LabelMatch, SearchPage

LOOKUP_LIMIT = 50


class LookupView(PublicView):
    """Look a name up."""

    answers_words = True

    @extend_schema(
        operation_id="lookup",
        parameters=[LookupQuery],
        responses=answers(LookupAnswer),
    )
    def get(self, request: Request) -> Response:
        """Return the entries that have this name, by the first tier that finds any.

        The answer is always a list: names can have several meanings. Where no
        entry has the name the list is empty, and `suggestions` has names like it:
        guesses, to be asked and not to be taken. Codes and short words are never
        guessed at, and no older name is ever suggested. Close spellings are among
        the results only with `all_tiers`.
        """
        query = read_query(LookupQuery, request)
        langs = languages_of(query, request)
        found = _look_up(query, query["all_tiers"])
        return self.public(_answer(found, query, query, langs, self.base), langs=langs)

    @extend_schema(
        operation_id="lookup_many",
        request=LookupRequest,
        responses=answers(LookupAnswers, *WITH_BODY),
    )
    def post(self, request: Request) -> Response:
        """Look up to 200 names up; the results come under the caller's keys."""
        query = read_body(LookupBody, request)
        langs = languages_of(query, request)
        queries = query["queries"]
        with LARGE_BATCHES.turn(len(queries)):
            answers = [
                orjson.dumps(name)
                + b":"
                + _answer(
                    _look_up(item, query["all_tiers"]), item, query, langs, self.base
                )
                for name, item in queries.items()
            ]
        return self.public(b'{"results":{' + b",".join(answers) + b"}}", langs=langs)


class SearchView(PublicView):
    """Search in both languages."""

    answers_words = True

    @extend_schema(
        operation_id="search",
        parameters=[SearchQuery],
        responses=answers(SearchAnswer),
    )
    def get(self, request: Request) -> Response:
        """Return entries, best first: by their names, then by their text."""
        query = read_query(SearchQuery, request)
        return self._answer(query, languages_of(query, request))

    @extend_schema(
        operation_id="search_privately",
        request=SearchRequest,
        responses=answers(SearchAnswer, *WITH_BODY),
    )
    def post(self, request: Request) -> Response:
        """The same, with the words in the body: they stay out of addresses.

        `next` and `previous` are cursors here, to be sent in the body.
        """
        query = read_body(SearchQuery, request)
        return self._answer(query, languages_of(query, request))

    def _answer(self, query: dict[str, Any], langs: Sequence[str]) -> Response:
        cursor = query.get("cursor")
        index = reading.shelf().index
        page = index.search(
            query["q"],
            lang=query.get("lang"),
            topic=query.get("topic"),
            kind=query.get("kind"),
            limit=query["limit"],
            after=tuple(cursor["after"]) if cursor else None,
        )
        links = _search_links(self, page)
        data = {
            "q": query["q"],
            "hits": shown_hits(index, page, langs, self.base),
            "did_you_mean": _meant(index, page, self.base),
            **links,
        }
        headers = link_header(links) if self.request.method == "GET" else None
        return self.public(data, langs=langs, headers=headers)


class OpenSearchRenderer(BaseRenderer):
    """Suggestions as browsers ask for them (OpenSearch Suggestions 1.1)."""

    media_type = "application/x-suggestions+json"
    format = "opensearch"
    charset = None

    def render(
        self,
        data: Any,
        accepted_media_type: str | None = None,
        renderer_context: Mapping[str, Any] | None = None,
    ) -> bytes:
        """Return query, names, descriptions and addresses in four lists."""
        rows = data["suggestions"]
        return orjson.dumps(
            [
                data["q"],
                [row["label"] for row in rows],
                [row["preferred"] for row in rows],
                [row["url"] for row in rows],
            ]
        )


class SuggestView(PublicView):
    """Names that begin like this."""

    answers_words = True

    renderer_classes = (OrjsonRenderer, OpenSearchRenderer)

    @extend_schema(
        operation_id="suggest",
        parameters=[SuggestQuery],
        responses={
            **answers(Suggestions),
            (200, OpenSearchRenderer.media_type): OpenApiResponse({"type": "array"}),
        },
    )
    def get(self, request: Request) -> Response:
        """Return names that begin like `q`, from one character on, best first."""
        query = read_query(SuggestQuery, request)
        index = reading.shelf().index
        lang = query.get("lang")
        found = index.suggest(query["q"], lang=lang, limit=query["limit"])
        data = {
            "q": query["q"],
            "suggestions": shown_names(index, found, self.base),
        }
        return self.public(data)


def _look_up(item: Mapping[str, Any], all_tiers: bool) -> list[LabelMatch]:
    """Return the best match of each entry that has the name, best first."""
    index = reading.shelf().index
    lang = item.get("lang")
    found = index.lookup(
        item["term"], lang=lang, all_tiers=all_tiers, limit=LOOKUP_LIMIT
    )
    return list({row.entry_id: row for row in reversed(found)}.values())[::-1]


def _answer(
    found: Sequence[LabelMatch],
    item: Mapping[str, Any],
    query: Mapping[str, Any],
    langs: Sequence[str],
    base: str,
) -> bytes:
    """Return the answer to one look-up as JSON."""
    ids = [row.entry_id for row in found]
    bodies = entry_bodies(ids, langs, query.get("fields"), base)
    results = b",".join(
        b'{"match":'
        + orjson.dumps(shown_match(row))
        + b',"entry":'
        + bodies[row.entry_id]
        + b"}"
        for row in found
        if row.entry_id in bodies
    )
    head = {"term": item["term"], "lang": item.get("lang")}
    tail = {"suggestions": [] if found else _suggestions(item, base)}
    return (
        orjson.dumps(head)[:-1]
        + b',"results":['
        + results
        + b"],"
        + orjson.dumps(tail)[1:]
    )


def _suggestions(item: Mapping[str, Any], base: str) -> list[dict[str, Any]]:
    """Return names that somebody may have meant."""
    index = reading.shelf().index
    found = index.propose(item["term"], lang=item.get("lang"))
    return shown_names(index, found, base)


def _meant(index: Index, page: SearchPage, base: str) -> dict[str, Any] | None:
    found = [page.did_you_mean] if page.did_you_mean else []
    return next(iter(shown_names(index, found, base)), None)


def _search_links(view: PublicView, page: SearchPage) -> dict[str, str | None]:
    """Return the way to the next page; search goes forward only."""
    after = {"after": list(page.following)} if page.following else None
    if view.request.method == "POST":
        return {"next": cursors.write(after) if after else None, "previous": None}
    return page_links(view, None, after)
