"""What the shapes of all answers are made from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Generic, TypeAlias, TypeVar

import orjson
from pydantic import BaseModel, Field

from glossary.api.openapi.parts import one_of
from glossary.closed_lists import MatchForm, ProvenanceStatus, SignOffRole
from glossary.public_form import PublicShape

if TYPE_CHECKING:
    from pydantic import GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import core_schema

T = TypeVar("T")


def _is_none(value: object) -> bool:
    return value is None


class _NeverNull:
    """Says of a member that can be left out that it is never null."""

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Leave ``null`` out of the description."""
        kinds: list[JsonSchemaValue] = handler(schema)["anyOf"]
        return next(one for one in kinds if one != {"type": "null"})


Maybe: TypeAlias = Annotated[T | None, _NeverNull(), Field(exclude_if=_is_none)]
"""What is left out where there is none."""

Address: TypeAlias = Annotated[str, Field(json_schema_extra={"format": "uri"})]
Id: TypeAlias = Annotated[str, Field(description="The id of the entry.")]
Count: TypeAlias = Annotated[int, Field(ge=0)]
Place: TypeAlias = Annotated[int, Field(ge=0)]
Form: TypeAlias = Annotated[
    str, one_of("MatchForm", MatchForm.values(), "In which form a term is written.")
]
"""A string and no member of the list: languages of other places can add to it."""
NotCheckedBy: TypeAlias = Annotated[
    tuple[SignOffRole, ...],
    Field(description="The roles that have not signed the text off."),
]
Langs: TypeAlias = tuple[str, ...]


class Page(PublicShape, Generic[T]):
    """A list, or a part of one. A null ``next`` is the only sign of its end."""

    items: Annotated[tuple[T, ...], Field(description="What is listed, in order.")]
    next: Annotated[
        Address | None, Field(description="Where the list goes on; null: here it ends.")
    ] = None
    previous: Annotated[
        Address | None, Field(description="The part before; null: here it begins.")
    ] = None
    total: Annotated[Count, Field(description="How many there are on all pages.")]


class PublicName(PublicShape):
    """A name and its language. One that is `proposed` is not official."""

    text: Annotated[str, Field(description="The name.")]
    lang: Annotated[str, Field(description="The language of the name (BCP 47).")]
    provenance: Annotated[
        ProvenanceStatus | None, Field(description="Null: the name is the body's own.")
    ] = None


def join(shape: type[BaseModel], **members: Any) -> bytes:
    """Return an answer of this shape; what is bytes is JSON already.

    Its members come in the order of the shape. Raises ``TypeError`` where one lacks
    or is not known.
    """
    fields = shape.model_fields
    lacking = {name for name, field in fields.items() if field.is_required()}
    if not lacking <= members.keys() <= fields.keys():
        message = f"{shape.__name__} has other members than {sorted(members)}"
        raise TypeError(message)
    return b"{%b}" % b",".join(
        b'"%b":%b' % ((field.alias or name).encode(), _written(members[name]))
        for name, field in fields.items()
        if name in members
    )


def _written(value: object) -> bytes:
    if isinstance(value, bytes):
        return value
    return orjson.dumps(value, default=_model)


def _model(value: object) -> Any:
    if isinstance(value, BaseModel):
        return orjson.Fragment(to_json(value))
    raise TypeError


def to_json(answer: BaseModel) -> bytes:
    """Return an answer as JSON."""
    return answer.__pydantic_serializer__.to_json(answer, by_alias=True)
