"""What the other shapes are made from."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers


class Shape(serializers.Serializer[Any]):
    """A part of an answer."""


class Page(Shape):
    """Where a list goes on. A null `next` is the only sign of its end."""

    next = serializers.URLField(allow_null=True)
    previous = serializers.URLField(allow_null=True)


class Narrowed(Shape):
    """A request that can ask for fewer languages."""

    def get_fields(self) -> dict[str, Any]:
        """Add ``in``, which Python does not allow as an attribute."""
        codes = serializers.ListField(child=serializers.CharField(), required=False)
        return {**super().get_fields(), "in": codes}
