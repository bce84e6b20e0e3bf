"""The glossary as a whole: the root, letters, sources and the schema."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson
import yaml
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework.renderers import BaseRenderer

from glossary import languages, reading
from glossary.addresses import api_path, letter_path, page_path
from glossary.api.base import PublicView, read_query
from glossary.api.entries import link_header, page_links
from glossary.api.parameters.base import Plain
from glossary.api.parameters.dataset import LettersQuery, SourcesQuery
from glossary.api.renderers import OrjsonRenderer
from glossary.api.responses import answers
from glossary.api.shapes.dataset import Letters, Root
from glossary.api.shapes.sources import SourceDetail, SourcePage
from glossary.closed_lists import LanguageState
from glossary.errors import NotFoundError
from glossary.models import Publication
from glossary.paging import SortedKeys, part_by_key, positions_around
from glossary.public_form import LICENCE, public_source

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rest_framework.request import Request
    from rest_framework.response import Response

TITLE = {"en": "Plain Words", "cy": "Geiriau Plaen"}
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"
OPENAPI_FILE = Path(__file__).with_name("openapi.json")


class RootView(PublicView):
    """What there is, and where."""

    @extend_schema(
        operation_id="root",
        parameters=[Plain],
        responses=answers(Root),
    )
    def get(self, request: Request) -> Response:
        """Return links, the sequence of the newest publication, and counts."""
        read_query(Plain, request)
        shelf = reading.shelf()
        guide = page_path(languages.codes()[0], "api")
        data = {
            "title": TITLE,
            "sequence": shelf.sequence,
            "entries": shelf.index.count(),
            "languages": [_language(shelf, code) for code in languages.codes()],
            "topics": _topics(shelf),
            "licence": LICENCE,
            "links": {
                name: self.base + api_path(route) for name, route in _LINKS.items()
            },
        }
        link = (
            f'<{self.base}{api_path("schema")}>; rel="service-desc"; '
            'type="application/vnd.oai.openapi+json", '
            f'<{self.base}{guide}>; rel="service-doc"; type="text/html", '
            f'<{LICENCE_URL}>; rel="license"'
        )
        return self.public(data, headers={"Link": link})


_LINKS = {
    "self": "root",
    "entries": "entries",
    "lookup": "lookup",
    "search": "search",
    "suggest": "suggest",
    "annotate": "annotate",
    "check": "check",
    "term-pack": "term-pack",
    "letters": "letters",
    "sources": "sources",
    "schema": "schema",
}


class LettersView(PublicView):
    """The alphabet of a language."""

    @extend_schema(
        operation_id="letters",
        parameters=[LettersQuery],
        responses=answers(Letters),
    )
    def get(self, request: Request) -> Response:
        """Return the letters of a language in their order, with counts."""
        lang = read_query(LettersQuery, request)["lang"]
        counts = reading.shelf().index.letters(lang)
        data = {
            "lang": lang,
            "letters": [
                {
                    "letter": letter,
                    "count": count,
                    "url": self.base + letter_path(lang, letter),
                }
                for letter, count in counts
            ],
        }
        return self.public(data, langs=[lang])


class SourcesView(PublicView):
    """The public documents and pages."""

    @extend_schema(
        operation_id="sources_list",
        parameters=[SourcesQuery],
        responses=answers(SourcePage),
    )
    def get(self, request: Request) -> Response:
        """Return a page of the sources, in the order of their ids."""
        query = read_query(SourcesQuery, request)
        shelf = reading.shelf()
        ids = SortedKeys(sorted(shelf.sources))
        part = part_by_key(ids, query.get("cursor", {}), query["limit"])
        links = page_links(self, *positions_around(part))
        data = {"sources": [_source_in_list(shelf, one) for one in part.rows], **links}
        return self.public(data, headers=link_header(links))


class SourceView(PublicView):
    """One public document or page."""

    @extend_schema(
        operation_id="sources_retrieve",
        parameters=[SourcesQuery],
        responses=answers(SourceDetail, 404),
    )
    def get(self, request: Request, source_id: str) -> Response:
        """Return a source with the entries that rest on it and what they quote.

        They come a page at a time, in the order of their ids.
        """
        query = read_query(SourcesQuery, request)
        shelf = reading.shelf()
        source = shelf.sources.get(source_id)
        if source is None:
            detail = _("There is no source “%(id)s”.") % {"id": source_id}
            raise NotFoundError(detail)
        ids = shelf.index.entries(source=source_id)
        part = part_by_key(ids, query.get("cursor", {}), query["limit"])
        links = page_links(self, *positions_around(part))
        data = {
            **public_source(source).model_dump(mode="json"),
            "kind": source.kind,
            "note": source.note,
            "entries": part.total,
            "cited_by": _citing(part.rows, source_id),
            **links,
        }
        return self.public(data, headers=link_header(links))


class YamlRenderer(BaseRenderer):
    """The schema as YAML."""

    media_type = "application/vnd.oai.openapi"
    format = "yaml"
    charset = "utf-8"

    def render(
        self,
        data: Any,
        accepted_media_type: str | None = None,
        renderer_context: Mapping[str, Any] | None = None,
    ) -> bytes:
        """Return a document that is JSON already as YAML."""
        values = orjson.loads(data)
        return yaml.safe_dump(values, sort_keys=False, allow_unicode=True).encode()


class OpenApiRenderer(OrjsonRenderer):
    """The schema as JSON, under its own media type."""

    media_type = "application/vnd.oai.openapi+json"


class SchemaView(PublicView):
    """The OpenAPI document of this API."""

    renderer_classes = (OpenApiRenderer, OrjsonRenderer, YamlRenderer)

    @extend_schema(exclude=True)
    def get(self, request: Request) -> Response:
        """Return the OpenAPI 3.1 document as JSON or YAML."""
        read_query(Plain, request)
        return self.public(_openapi())


@cache
def _openapi() -> bytes:
    return OPENAPI_FILE.read_bytes()


def _language(shelf: reading.Shelf, code: str) -> dict[str, Any]:
    found = shelf.index.states(code)
    counts = {state: found.get(state, 0) for state in LanguageState.values()}
    return {"code": code, "name": languages.get(code).name, **counts}


def _topics(shelf: reading.Shelf) -> list[dict[str, Any]]:
    counts = shelf.index.topic_counts()
    return [
        {
            "id": topic,
            "label": {lang: row.label for lang, row in document.languages.items()},
            "count": counts.get(topic, 0),
        }
        for topic, document in shelf.topics.items()
    ]


def _source_in_list(shelf: reading.Shelf, source_id: str) -> dict[str, Any]:
    source = shelf.sources[source_id]
    return {
        **public_source(source).model_dump(mode="json"),
        "kind": source.kind,
        "entries": shelf.index.source_counts().get(source_id, 0),
    }


def _citing(ids: Sequence[str], source_id: str) -> list[dict[str, Any]]:
    rows = Publication.objects.entries().readable().of(ids).order_by("key")
    bodies = rows.values_list("body", flat=True)
    return [_citing_entry(body, source_id) for body in bodies]


def _citing_entry(body: str, source_id: str) -> dict[str, Any]:
    entry = orjson.loads(body)
    sections = entry["languages"]
    return {
        "id": entry["id"],
        "label": {
            lang: part["terms"][0]["text"]
            for lang, part in sections.items()
            if "terms" in part
        },
        "quotations": [
            row
            for row in entry["citations"]
            if row["source"]["id"] == source_id and row["quotation"]
        ],
    }
