"""The shapes of requests and answers as the document has them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from drf_spectacular.contrib.pydantic import PydanticExtension
from drf_spectacular.plumbing import ResolvedComponent

from glossary.api.openapi.parts import PART

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drf_spectacular.openapi import AutoSchema
    from pydantic import BaseModel

MORE = "New values may come."
"""What is said of every closed list: a program must not break when one does."""

_REFERENCE = "#/components/schemas/"


class ShapeExtension(PydanticExtension):  # type: ignore[no-untyped-call]  # the library's registration has no types
    """Lets a shape stand for itself, under the name that readers of the API know."""

    priority = 1

    def get_name(self, auto_schema: AutoSchema, direction: str) -> str:
        """Return the name of the shape in the document."""
        super().get_name(auto_schema, direction)  # type: ignore[no-untyped-call]
        return public_name(self.target.__name__)

    def map_serializer(self, auto_schema: AutoSchema, direction: str) -> dict[str, Any]:
        """Return the description of the shape; keep those of its parts beside it."""
        is_asked = direction == "request"
        whole, parts = described(self.target, is_asked=is_asked)
        for name, part in parts.items():
            component = ResolvedComponent(  # type: ignore[no-untyped-call]
                name=name, type=ResolvedComponent.SCHEMA, object=name, schema=part
            )
            auto_schema.registry.register_on_missing(component)
        return whole


def public_name(name: str) -> str:
    """Return what the document calls a shape: without what all names begin with."""
    return re.sub(r"^Public(?=[A-Z])", "", name)


def described(
    shape: type[BaseModel], *, is_asked: bool
) -> tuple[dict[str, Any], dict[str, dict[str, Any]]]:
    """Return the JSON Schema of a shape, and those of its parts by their names."""
    whole = shape.model_json_schema(
        mode="validation" if is_asked else "serialization",
        ref_template=_REFERENCE + "{model}",
    )
    parts = {public_name(name): part for name, part in whole.pop("$defs", {}).items()}
    for one in (whole, *parts.copy().values()):
        for schema in schemas_in(one):
            _put_apart(schema, parts)
    for one in (whole, *parts.values()):
        for schema in schemas_in(one):
            _tidy(schema, is_asked=is_asked)
    return whole, parts


def _put_apart(schema: dict[str, Any], parts: dict[str, dict[str, Any]]) -> None:
    """Put what stands under a name of its own among the parts."""
    for name, part in schema.pop(PART, {}).items():
        parts[name] = dict(part)
        schema.pop("type", None)
        schema["$ref"] = _REFERENCE + name


def schemas_in(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield a schema and all that are in it."""
    yield schema
    inner = [*schema.get("properties", {}).values()]
    for name in ("anyOf", "oneOf", "allOf", "prefixItems"):
        inner += schema.get(name, [])
    for name in ("items", "additionalProperties"):
        inner += [schema[name]] if isinstance(schema.get(name), dict) else []
    for one in inner:
        yield from schemas_in(one)


def _tidy(schema: dict[str, Any], *, is_asked: bool) -> None:
    """Say in words what programs that read a schema take too literally.

    From a default some make a parameter that is always sent, or a member that is
    always there; a title repeats a name.
    """
    schema.pop("title", None)
    default = schema.pop("default", None)
    if is_asked and default is not None and default not in ([], {}):
        said = str(default).lower() if isinstance(default, bool) else str(default)
        _add(schema, f"Left out, it is `{said}`.")
    if "enum" in schema:
        _add(schema, MORE)
    if "$ref" in schema:
        schema["$ref"] = _renamed(schema["$ref"])
    mapping = schema.get("discriminator", {}).get("mapping", {})
    mapping.update({state: _renamed(name) for state, name in mapping.items()})


def _add(schema: dict[str, Any], sentence: str) -> None:
    schema["description"] = f"{schema.get('description', '')} {sentence}".strip()


def _renamed(reference: str) -> str:
    name = reference.removeprefix(_REFERENCE)
    return _REFERENCE + public_name(name)
