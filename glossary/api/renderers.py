"""JSON out: UTF-8, by orjson, or bytes that are JSON already."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson
from pydantic import BaseModel
from rest_framework.renderers import BaseRenderer

from glossary.api.responses.base import to_json

if TYPE_CHECKING:
    from collections.abc import Mapping


class OrjsonRenderer(BaseRenderer):
    """Renders answers, and passes on bytes that are JSON already."""

    media_type = "application/json"
    format = "json"
    charset = None

    def render(
        self,
        data: Any,
        accepted_media_type: str | None = None,
        renderer_context: Mapping[str, Any] | None = None,
    ) -> bytes:
        """Return ``data`` as JSON."""
        if isinstance(data, BaseModel):
            return to_json(data)
        return data if isinstance(data, bytes) else orjson.dumps(data)
