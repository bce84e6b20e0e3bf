"""Finding entries by a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson

from glossary import reading
from glossary.api.base import PublicView, languages_of
from glossary.api.bodies import entry_bodies
from glossary.api.errors import told_in_part
from glossary.api.finding.found import by_language, shown_match, shown_names
from glossary.api.openapi import Operation, describe
from glossary.api.openapi.tags import FINDING
from glossary.api.requests.finding import (
    LookupItem,
    LookupQuery,
    LookupRequest,
)
from glossary.api.requests.reading import read_body, read_query
from glossary.api.requests.refusals import pointer
from glossary.api.responses.base import join
from glossary.api.responses.finding import (
    LookupAnswer,
    LookupAnswers,
    LookupHit,
)
from glossary.errors import InvalidBodyError
from glossary.turns import LARGE_BATCHES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpResponse
    from rest_framework.request import Request


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
    def get(self, request: Request) -> HttpResponse:
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
    def post(self, request: Request) -> HttpResponse:
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
