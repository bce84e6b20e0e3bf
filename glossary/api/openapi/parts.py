"""Parts of a description that stand apart under names of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import Field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic.config import JsonDict

PART = "x-part"
"""Where a description has another one, by the name under which it is to stand."""


def one_of(name: str, values: Sequence[str], said: str) -> Any:
    """Return what describes a string as one of a list that has a name of its own."""
    listed: JsonDict = {"type": "string", "enum": [*values], "description": said}
    return Field(json_schema_extra=lambda schema: schema.update({PART: {name: listed}}))
