"""Finding entries by a name, by words, or by the beginning of a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.renderers import BaseRenderer

from glossary import languages, reading
from glossary.api import cursors
from glossary.api.base import PublicView, languages_of, read_body, read_query
from glossary.api.entries import entry_bodies, link_header, page_links
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
from glossary.models import Publication
from glossary.presentation import BASE, entry_path
from glossary.search import SearchHit, highlight

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rest_framework.request import Request
    from rest_framework.response import Response

    from glossary.search import LabelMatch, SearchPage

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
        entry has the name the list is empty and `suggestions` may help.
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
        answers = [
            orjson.dumps(name)
            + b":"
            + _answer(_look_up(item, query["all_tiers"]), item, query, langs, self.base)
            for name, item in query["queries"].items()
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
        page = reading.shelf().index.search(
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
            "hits": _hits(page, langs, self.base),
            "did_you_mean": page.did_you_mean.label if page.did_you_mean else None,
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
            "suggestions": list(_suggested(found, self.base)),
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
        + orjson.dumps(_match(row))
        + b',"entry":'
        + bodies[row.entry_id]
        + b"}"
        for row in found
        if row.entry_id in bodies
    )
    head = {"term": item["term"], "lang": item.get("lang")}
    tail = {"suggestions": [] if found else _suggestions(item)}
    return (
        orjson.dumps(head)[:-1]
        + b',"results":['
        + results
        + b"],"
        + orjson.dumps(tail)[1:]
    )


def _suggestions(item: Mapping[str, Any]) -> list[str]:
    """Return names that somebody may have meant."""
    index = reading.shelf().index
    page = index.search(item["term"], lang=item.get("lang"), limit=5)
    labels = [row.label for row in page.hits]
    meant = [page.did_you_mean.label] if page.did_you_mean else []
    return list(dict.fromkeys([*meant, *labels]))


def _match(row: LabelMatch) -> dict[str, Any]:
    return {
        "tier": row.match.value,
        "lang": row.lang,
        "label": row.label,
        "type": row.type,
        "status": row.status,
        "form": row.form,
        "score": round(row.score, 3),
    }


def _hits(page: SearchPage, langs: Sequence[str], base: str) -> list[dict[str, Any]]:
    """Return the hits with their entries in brief, best first."""
    ids = [row.entry_id for row in page.hits]
    rows = Publication.objects.readable().of(ids).values_list("entry_id", "body")
    entries = {entry_id: orjson.loads(body) for entry_id, body in rows}
    return [
        _hit(row, entries[row.entry_id], langs, base)
        for row in page.hits
        if row.entry_id in entries
    ]


def _hit(
    row: SearchHit, entry: Mapping[str, Any], langs: Sequence[str], base: str
) -> dict[str, Any]:
    return {
        "id": row.entry_id,
        "kind": entry["kind"],
        "topics": entry["topics"],
        "match": {
            "where": "text" if row.is_in_text else "label",
            "tier": row.match.value,
            "lang": row.lang,
            "label": row.label,
            "form": None if row.is_in_text else row.form,
        },
        "languages": {
            lang: _summary(entry["languages"][lang], lang, row.words, base)
            for lang in langs
        },
    }


def _summary(
    block: Mapping[str, Any], lang: str, words: Sequence[str], base: str
) -> dict[str, Any]:
    """Return one language of an entry in brief, with the places to mark."""
    if "terms" not in block:
        return {"state": block["state"]}
    term = block["terms"][0]["text"]
    return {
        "state": block["state"],
        "term": term,
        "short": block["short"],
        "url": block["url"].replace(BASE, base),
        "term_highlights": _spans(term, lang, words),
        "highlights": _spans(block["short"], lang, words),
    }


def _spans(text: str, lang: str, words: Sequence[str]) -> list[dict[str, int]]:
    places = highlight(text, words, languages.get(lang))
    return [{"start": start, "end": end} for start, end in places]


def _search_links(view: PublicView, page: SearchPage) -> dict[str, str | None]:
    """Return the way to the next page; search goes forward only."""
    after = {"after": list(page.following)} if page.following else None
    if view.request.method == "POST":
        return {"next": cursors.write(after) if after else None, "previous": None}
    return page_links(view, None, after)


def _suggested(found: Sequence[LabelMatch], base: str) -> Iterator[dict[str, Any]]:
    """Yield the names with where they lead."""
    index = reading.shelf().index
    for row in found:
        section = index.section(row.entry_id, row.lang)
        if section is not None:
            yield {
                "label": row.label,
                "lang": row.lang,
                "type": row.type,
                "id": row.entry_id,
                "preferred": section.preferred,
                "url": base + entry_path(row.lang, section.slug),
            }
