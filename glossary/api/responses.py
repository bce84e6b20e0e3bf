"""What an address can answer, for the OpenAPI document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from glossary.api.shapes.problems import ProblemDetails
from glossary.problems import PROBLEM

if TYPE_CHECKING:
    from rest_framework.serializers import Serializer

ALWAYS = (400, 401, 406, 429, 500, 503)
"""What every address can answer: a bad parameter, a bad key, an unknown ``Accept``,
too many requests, our own fault, more to do than we can or no database."""
WITH_BODY = (413, 415)


def answers(
    shape: type[Serializer[Any]],
    *statuses: int,
    gone: type[Serializer[Any]] | None = None,
) -> dict[Any, Any]:
    """Return 200 with ``shape``, and problem details for each further status."""
    found: dict[Any, Any] = {(200, "application/json"): shape}
    if gone is not None:
        found[410, PROBLEM] = gone
    for status in sorted({*ALWAYS, *statuses}):
        found[status, PROBLEM] = ProblemDetails
    return found
