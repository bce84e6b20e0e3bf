"""The parameters of an address, from the shape that reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from glossary.api.openapi.shapes import described

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from glossary.api.requests.base import Asked

_KEYS = {
    "entry_id": "The id of an entry. A slug or a short code of one leads on with 308.",
    "source_id": "The id of a source.",
    "topic_id": "The id of a topic.",
    "helpline_id": "The id of a helpline.",
}
_SEVERAL = " Several have commas between them, or the name comes again."
_SLUG = {"type": "string", "pattern": "^[-a-zA-Z0-9_]+$", "minLength": 1}


def of_path(
    names: Iterable[str], values: Mapping[str, Any]
) -> Iterator[dict[str, Any]]:
    """Yield the parameters that are parts of a path, with the values of an example."""
    for name in names:
        yield {
            "name": name,
            "in": "path",
            "required": True,
            "description": _KEYS[name],
            "schema": _SLUG,
            "example": values[name],
        }


def of_query(
    shape: type[Asked], formats: Iterable[str], values: Mapping[str, Any]
) -> Iterator[dict[str, Any]]:
    """Yield the parameters of a query string, with the values of an example.

    Enumerations stand where they are, so that each parameter can be
    read by itself.
    """
    whole, parts = described(shape, is_asked=True)
    for name, schema in whole.get("properties", {}).items():
        description = schema.pop("description")
        found = _whole(schema, parts)
        if "items" in found:
            description += _SEVERAL
        yield {
            "name": name,
            "in": "query",
            "required": name in whole.get("required", ()),
            "description": description,
            "schema": found,
            **({"example": values[name]} if name in values else {}),
        }
    yield {
        "name": "format",
        "in": "query",
        "required": False,
        "description": "The representation, instead of `Accept`. New values may come.",
        "schema": {"type": "string", "enum": list(dict.fromkeys(formats))},
        **({"example": values["format"]} if "format" in values else {}),
    }


def _whole(schema: dict[str, Any], parts: Mapping[str, Any]) -> dict[str, Any]:
    """Return a schema with what it refers to in its place."""
    reference = schema.pop("$ref", "").rpartition("/")[2]
    return {**parts[reference], **schema} if reference else schema
