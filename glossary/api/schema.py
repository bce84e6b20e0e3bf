"""The OpenAPI document, as it is served."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import orjson
import yaml
from rest_framework.renderers import BaseRenderer

from glossary.api.base import PublicView
from glossary.api.openapi import DOCUMENT, Operation, describe
from glossary.api.openapi.tags import GLOSSARY
from glossary.api.renderers import OrjsonRenderer
from glossary.api.requests.base import Nothing
from glossary.api.requests.reading import read_query

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.http import HttpResponse
    from rest_framework.request import Request


WRITTEN_IN = "en"
_ANYTHING = {"type": "object", "additionalProperties": True}


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

    @describe(
        Operation(
            name="schema",
            summary="Get this document",
            tag=GLOSSARY,
            representations={
                "application/vnd.oai.openapi+json": _ANYTHING,
                "application/json": _ANYTHING,
                "application/vnd.oai.openapi": {"type": "string"},
            },
        )
    )
    def get(self, request: Request) -> HttpResponse:
        """Return the OpenAPI 3.1 document as JSON or YAML."""
        read_query(Nothing, request)
        return self.public(_openapi(), langs=[WRITTEN_IN])


@cache
def _openapi() -> bytes:
    return orjson.dumps(orjson.loads(DOCUMENT.read_bytes()))
