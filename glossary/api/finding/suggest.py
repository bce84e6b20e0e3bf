"""Completing a name from its beginning."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson
from rest_framework.renderers import BaseRenderer

from glossary import reading
from glossary.api.base import PublicView
from glossary.api.finding.found import shown_names
from glossary.api.openapi import Operation, describe
from glossary.api.openapi.tags import FINDING
from glossary.api.renderers import OrjsonRenderer
from glossary.api.requests.finding import SuggestRequest
from glossary.api.requests.reading import read_body, read_query
from glossary.api.responses.finding import Suggestion, Suggestions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.http import HttpResponse
    from rest_framework.request import Request


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
        rows: tuple[Suggestion, ...] = data.items
        return orjson.dumps(
            [
                data.q,
                [row.name.text for row in rows],
                [row.label.text for row in rows],
                [row.url for row in rows],
            ]
        )


OPEN_SEARCH = {
    "type": "array",
    "description": "What was asked; names; their entries' preferred names; addresses.",
    "minItems": 4,
    "maxItems": 4,
    "items": {
        "anyOf": [
            {"type": "string"},
            {"type": "array", "items": {"type": "string"}},
        ]
    },
}


class SuggestView(PublicView):
    """Names that begin like this."""

    answers_words = True

    renderer_classes = (OrjsonRenderer, OpenSearchRenderer)

    @describe(
        Operation(
            name="suggest",
            summary="Complete a name",
            tag=FINDING,
            query=SuggestRequest,
            answer=Suggestions,
            representations={OpenSearchRenderer.media_type: OPEN_SEARCH},
        )
    )
    def get(self, request: Request) -> HttpResponse:
        """Return names that begin like `q`, from one character on, best first."""
        return self._answer(read_query(SuggestRequest, request))

    @describe(
        Operation(
            name="suggest_privately",
            summary="Complete a name that is kept out of the address",
            tag=FINDING,
            body=SuggestRequest,
            answer=Suggestions,
            representations={OpenSearchRenderer.media_type: OPEN_SEARCH},
        )
    )
    def post(self, request: Request) -> HttpResponse:
        """The same, with what was typed in the body: it stays out of addresses."""
        return self._answer(read_body(SuggestRequest, request))

    def _answer(self, query: SuggestRequest) -> HttpResponse:
        index = reading.shelf().index
        found = index.suggest(query.q, lang=query.lang, limit=query.limit)
        items = tuple(shown_names(index, found, self.base))
        answer = Suggestions(items=items, total=len(items), q=query.q)
        return self.public(answer)
