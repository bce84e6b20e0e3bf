"""Finding entries by a name or by words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson

from glossary import reading
from glossary.api import cursors
from glossary.api.base import PublicView, languages_of
from glossary.api.bodies import entry_bodies
from glossary.api.errors import told_in_part
from glossary.api.found import by_language, shown_hits, shown_match, shown_names
from glossary.api.links import link_header, page_links
from glossary.api.openapi import Operation, describe
from glossary.api.openapi.tags import FINDING
from glossary.api.requests.finding import (
    LookupItem,
    LookupQuery,
    LookupRequest,
    SearchRequest,
)
from glossary.api.requests.reading import read_body, read_query
from glossary.api.requests.refusals import pointer
from glossary.api.responses.base import join
from glossary.api.responses.finding import (
    LookupAnswer,
    LookupAnswers,
    LookupHit,
    PrivateSearchAnswer,
    SearchAnswer,
    Suggestion,
)
from glossary.errors import InvalidBodyError
from glossary.turns import LARGE_BATCHES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rest_framework.request import Request
    from rest_framework.response import Response

    from glossary.search import Index, SearchPage

LOOKUP_LIMIT = 50


class LookupView(PublicView):
    """Look a name up."""

    answers_words = True

    @describe(
        Operation(
            name="lookup",
            summary="Look a name up",
            tag=FINDING,
            query=LookupQuery,
            answer=LookupAnswer,
        )
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
        answer = _look_up(query, query, langs, self.base)
        return self.public(answer, langs=langs)

    @describe(
        Operation(
            name="lookup_many",
            summary="Look many names up",
            tag=FINDING,
            body=LookupRequest,
            answer=LookupAnswers,
        )
    )
    def post(self, request: Request) -> Response:
        """Look up to 200 names up; the answers come under the caller's keys.

        What is wrong with one name is told under its key, as problem details with the
        `pointer` of its place. The others are answered.
        """
        query = read_body(LookupRequest, request)
        langs = languages_of(query, request)
        with LARGE_BATCHES.turn(len(query.queries)):
            found = [
                b"%b:%b" % (orjson.dumps(key), self._one_of(query, key, langs))
                for key in query.queries
            ]
        answer = join(LookupAnswers, answers=b"{%b}" % b",".join(found))
        return self.public(answer, langs=langs)

    def _one_of(self, query: LookupRequest, key: str, langs: Sequence[str]) -> bytes:
        """Return the answer to one of several questions as JSON, or its problem."""
        place = ["queries", key]
        try:
            item = query.queries[key].asked(place)
        except InvalidBodyError as error:
            return orjson.dumps(told_in_part(error, self.request, pointer(place)))
        return _look_up(item, query, langs, self.base)


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
    def get(self, request: Request) -> Response:
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
    def post(self, request: Request) -> Response:
        """The same, with the words in the body: they stay out of addresses.

        `next` and `previous` are cursors here, to be sent in the body.
        """
        query = read_body(SearchRequest, request)
        return self._answer(query, languages_of(query, request))

    def _answer(self, query: SearchRequest, langs: Sequence[str]) -> Response:
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
        links = _search_links(self, page)
        answer = (PrivateSearchAnswer if is_private else SearchAnswer)(
            items=tuple(shown_hits(index, page, langs, self.base)),
            total=_total(page, after),
            q=query.q,
            did_you_mean=_meant(index, page, self.base),
            **links,
        )
        headers = None if is_private else link_header(links)
        return self.public(answer, langs=langs, headers=headers)


def _look_up(
    item: LookupQuery | LookupItem,
    query: LookupQuery | LookupRequest,
    langs: Sequence[str],
    base: str,
) -> bytes:
    """Return the answer to one look-up as JSON: the best match of each entry."""
    index = reading.shelf().index
    rows = index.lookup(
        item.term, lang=item.lang, all_tiers=query.all_tiers, limit=LOOKUP_LIMIT
    )
    found = list({row.entry_id: row for row in reversed(rows)}.values())[::-1]
    ids = [row.entry_id for row in found]
    bodies = entry_bodies(ids, query, langs, base)
    sections = by_language(index, ids)
    items = [
        join(
            LookupHit,
            match=shown_match(row, sections[row.entry_id, row.lang]),
            entry=bodies[row.entry_id],
        )
        for row in found
        if row.entry_id in bodies
    ]
    meant = () if found else index.propose(item.term, lang=item.lang)
    return join(
        LookupAnswer,
        items=b"[%b]" % b",".join(items),
        next=None,
        previous=None,
        total=len(items),
        term=item.term,
        lang=item.lang,
        suggestions=list(shown_names(index, meant, base)),
    )


def _total(page: SearchPage, after: object) -> int | None:
    """Return how many entries were found, where one page holds them all."""
    return len(page.hits) if page.following is None and not after else None


def _meant(index: Index, page: SearchPage, base: str) -> Suggestion | None:
    found = [page.did_you_mean] if page.did_you_mean else []
    return next(iter(shown_names(index, found, base)), None)


def _search_links(view: PublicView, page: SearchPage) -> dict[str, str | None]:
    """Return the way to the next page; search goes forward only."""
    after = {"after": list(page.following)} if page.following else None
    if view.request.method == "POST":
        return {"next": cursors.write(after) if after else None, "previous": None}
    return page_links(view, None, after)
