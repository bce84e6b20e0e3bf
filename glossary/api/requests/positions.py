"""Where a page begins, and how long it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from django.utils.translation import gettext as _
from pydantic import Field
from pydantic_core import core_schema

from glossary.api import cursors
from glossary.api.requests.refusals import refusal
from glossary.api.requests.values import NUMBER

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import PydanticCustomError


_LONGEST = 2000


class Cursor:
    """Where a page begins, as ``next`` and ``previous`` give it.

    ``positions`` are the shapes of the positions that the address itself gives:
    by name the type of the value, or of each value of a list.
    """

    def __init__(self, *positions: dict[str, type | list[type]]) -> None:
        self.positions = positions

    def __get_pydantic_core_schema__(
        self, _source: Any, _handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        """Read a string, whatever a position is."""
        text = core_schema.str_schema(strict=True, min_length=1, max_length=_LONGEST)
        return core_schema.no_info_after_validator_function(self._position, text)

    def _position(self, value: str) -> dict[str, Any]:
        """Return the position inside the cursor."""
        try:
            position = cursors.read(value)
        except ValueError:
            raise _no_cursor() from None
        shape = {name: _types(value) for name, value in position.items()}
        if shape not in self.positions:
            raise _no_cursor()
        return position


def _types(value: Any) -> type | list[type]:
    return [type(part) for part in value] if isinstance(value, list) else type(value)


def _no_cursor() -> PydanticCustomError:
    detail = _("This is not a cursor that this address gave.")
    return refusal("invalid-cursor", detail)


FROM_ANOTHER_PAGE = "From `next` or `previous` of another page."
Limit = Annotated[
    int, Field(ge=1, le=200), NUMBER, Field(description="How many at most.")
]
