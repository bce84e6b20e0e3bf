"""Several questions in one request: each is read, and refused, by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import core_schema

from glossary.api.requests.refusals import invalid

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pydantic import GetCoreSchemaHandler

ShapeT = TypeVar("ShapeT", bound=BaseModel)


class Question(Generic[ShapeT]):
    """One of several: what it asks, or else what is wrong with it."""

    def __init__(self, shape: type[ShapeT], found: ShapeT | ValidationError) -> None:
        """Keep what was read by the shape, or why it cannot be."""
        self._shape = shape
        self._found = found

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        """Read it; keep what is wrong with it, so that the others are answered."""
        (shape,) = get_args(source)

        def read(value: Any, reader: Callable[[Any], ShapeT]) -> Question[ShapeT]:
            try:
                return cls(shape, reader(value))
            except ValidationError as error:
                return cls(shape, error)

        inner = handler.generate_schema(shape)
        return core_schema.no_info_wrap_validator_function(read, inner)

    def asked(self, at: Sequence[str]) -> ShapeT:
        """Return what it asks; ``at`` is its place in the body.

        Raises ``InvalidBodyError`` for whatever is unknown or not allowed in it.
        """
        if isinstance(self._found, ValidationError):
            raise invalid(self._found, self._shape, in_body=True, at=at)
        return self._found
