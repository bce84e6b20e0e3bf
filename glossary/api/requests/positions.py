"""Where a page begins, and how long it is."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Annotated, Any

from django.utils.translation import gettext as _
from pydantic import Field
from pydantic_core import core_schema

from glossary.api import cursors
from glossary.api.requests.refusals import refusal
from glossary.api.requests.values import NUMBER

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import BaseModel, GetCoreSchemaHandler


_LONGEST = 2000
_MARK = "of"
_SHOWN = {"cursor", "limit", "languages", "fields", "view"}
"""How items are shown, and how many: a cursor is good for all of it."""


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
            raise refusal(*no_cursor()) from None
        shape = {name: _types(value) for name, value in position.items()}
        if shape.pop(_MARK, None) is not str or shape not in self.positions:
            raise refusal(*no_cursor())
        return position


def _types(value: Any) -> type | list[type]:
    return [type(part) for part in value] if isinstance(value, list) else type(value)


def marked(position: Mapping[str, Any], query: BaseModel, path: str) -> dict[str, Any]:
    """Return a position in what ``query`` lists at ``path``, with that question's mark.

    In another list the same position would begin somewhere else, or nowhere.
    """
    return {**position, _MARK: _mark(query, path)}


def is_at_home(query: BaseModel, path: str) -> bool:
    """Tell whether the cursor of a query, if it has one, belongs to that question."""
    position = getattr(query, "cursor", None)
    return not position or position[_MARK] == _mark(query, path)


def _mark(query: BaseModel, path: str) -> str:
    asked = query.model_dump(mode="json", exclude=_SHOWN, exclude_defaults=True)
    text = json.dumps([path, asked], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def no_cursor() -> tuple[str, str]:
    """Return the code and the sentence for a cursor of another address or question."""
    return "invalid-cursor", _("This is not a cursor that this address gave.")


FROM_ANOTHER_PAGE = "From `next` or `previous` of another page of the same list."
Limit = Annotated[
    int, Field(ge=1, le=200), NUMBER, Field(description="How many at most.")
]
