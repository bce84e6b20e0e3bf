"""Finding entries by words, in names and in texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary import reading
from glossary.api import cursors
from glossary.api.base import PublicView, languages_of
from glossary.api.finding.found import shown_hits, shown_names
from glossary.api.links import link_header, page_links
from glossary.api.openapi import Operation, describe
from glossary.api.openapi.tags import FINDING
from glossary.api.requests.finding import SearchRequest
from glossary.api.requests.positions import marked
from glossary.api.requests.reading import read_body, read_query
from glossary.api.responses.finding import (
    PrivateSearchAnswer,
    SearchAnswer,
    Suggestion,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpResponse
    from rest_framework.request import Request

    from glossary.search import Index, SearchPage


class SearchView(PublicView):
    """Search in both languages."""

    answers_words = True

    @describe(
        Operation(
            name="search",
            summary="Search",
            tag=FINDING,
            query=SearchRequest,
            answer=SearchAnswer,
            headers=("Link",),
        )
    )
    def get(self, request: Request) -> HttpResponse:
        """Return entries, best first: by their names, then by their text."""
        query = read_query(SearchRequest, request)
        return self._answer(query, languages_of(query, request))

    @describe(
        Operation(
            name="search_privately",
            summary="Search, with the words kept out of the address",
            tag=FINDING,
            body=SearchRequest,
            answer=PrivateSearchAnswer,
        )
    )
    def post(self, request: Request) -> HttpResponse:
        """The same, with the words in the body: they stay out of addresses.

        `next` and `previous` are cursors here, to be sent in the body.
        """
        query = read_body(SearchRequest, request)
        return self._answer(query, languages_of(query, request))

    def _answer(self, query: SearchRequest, langs: Sequence[str]) -> HttpResponse:
        after = query.cursor.get("after")
        index = reading.shelf().index
        page = index.search(
            query.q,
            lang=query.lang,
            topic=query.topic,
            kind=query.kind,
            limit=query.limit,
            after=tuple(after) if after else None,
        )
        is_private = self.request.method == "POST"
        links = _search_links(self, query, page)
        answer = (PrivateSearchAnswer if is_private else SearchAnswer)(
            items=tuple(shown_hits(index, page, langs, self.base)),
            total=_total(page, after),
            q=query.q,
            did_you_mean=_meant(index, page, self.base),
            **links,
        )
        headers = None if is_private else link_header(links)
        return self.public(answer, langs=langs, headers=headers)


def _total(page: SearchPage, after: object) -> int | None:
    """Return how many entries were found, where one page holds them all."""
    return len(page.hits) if page.following is None and not after else None


def _meant(index: Index, page: SearchPage, base: str) -> Suggestion | None:
    found = [page.did_you_mean] if page.did_you_mean else []
    return next(iter(shown_names(index, found, base)), None)


def _search_links(
    view: PublicView, query: SearchRequest, page: SearchPage
) -> dict[str, str | None]:
    """Return the way to the next page; search goes forward only."""
    after = {"after": list(page.following)} if page.following else None
    if view.request.method != "POST":
        return page_links(view, query, None, after)
    path = view.request.path
    cursor = cursors.write(marked(after, query, path)) if after else None
    return {"next": cursor, "previous": None}
