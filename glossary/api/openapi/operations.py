"""What the document says of one method of an address."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from glossary.api.requests.base import Asked, Nothing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pydantic import BaseModel

JSON = "application/json"
PLAIN = "text/plain"
_NONE: Mapping[str, Any] = MappingProxyType({})

ViewT = TypeVar("ViewT", bound="Callable[..., Any]")


@dataclass(frozen=True, kw_only=True)
class Operation:
    """What cannot be seen from a view's method itself.

    ``query`` is the shape of the query string, ``body`` that of a JSON body; with
    ``takes_text`` the body can be a plain text, whose parameters are in ``query``.
    ``representations`` are other forms of the answer, by media type; ``headers`` those
    that the answer has beside what every answer has. ``gone`` is the answer of what
    was withdrawn.
    """

    name: str
    summary: str
    tag: str
    answer: type[BaseModel] | None = None
    query: type[Asked] = Nothing
    body: type[Asked] | None = None
    takes_text: bool = False
    representations: Mapping[str, Any] = field(default_factory=lambda: _NONE)
    headers: tuple[str, ...] = ()
    gone: type[BaseModel] | None = None


def describe(operation: Operation) -> Callable[[ViewT], ViewT]:
    """Mark a view's method as this operation; its docstring says the rest."""

    def mark(method: ViewT) -> ViewT:
        vars(method)["operation"] = operation
        return method

    return mark
