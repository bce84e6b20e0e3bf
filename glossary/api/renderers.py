"""JSON out: UTF-8, by orjson, or bytes that are JSON already."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson
from rest_framework.renderers import BaseRenderer

if TYPE_CHECKING:
    from collections.abc import Mapping


class OrjsonRenderer(BaseRenderer):
    """Renders values, and passes on bytes that a publication holds ready."""

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
        return data if isinstance(data, bytes) else orjson.dumps(data)
