"""Reads a request as its shape says."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar
from urllib.parse import unquote_to_bytes

from django.utils.translation import gettext as _
from pydantic import ValidationError

from glossary.api.requests.base import Nothing
from glossary.api.requests.positions import is_at_home, no_cursor
from glossary.api.requests.refusals import FORMAT, invalid, twice
from glossary.api.requests.values import IN_ADDRESS
from glossary.errors import InvalidBodyError, InvalidQueryError, Problem

if TYPE_CHECKING:
    from pydantic import BaseModel
    from rest_framework.request import Request

ShapeT = TypeVar("ShapeT", bound="BaseModel")


def read_query(shape: type[ShapeT], request: Request) -> ShapeT:
    """Return the query string as ``shape`` reads it.

    Raises ``InvalidQueryError`` for whatever is unknown, twice or not allowed.
    """
    try:
        found = shape.model_validate(_given(request), context=IN_ADDRESS)
    except ValidationError as error:
        raise invalid(error, shape, in_body=False) from None
    if not is_at_home(found, request.path):
        raise InvalidQueryError("", Problem("cursor", *no_cursor()))
    return found


def read_body(shape: type[ShapeT], request: Request) -> ShapeT:
    """Return the body as ``shape`` reads it; problems carry JSON pointers.

    ``format`` is of the query string, which has nothing else; all the rest is of the
    body. Raises ``InvalidQueryError`` or ``InvalidBodyError`` for whatever is unknown
    or not allowed in either.
    """
    read_query(Nothing, request)
    found = read_data(shape, request.data)
    if not is_at_home(found, request.path):
        raise InvalidBodyError("", Problem("/cursor", *no_cursor()))
    return found


def read_data(shape: type[ShapeT], data: object) -> ShapeT:
    """Return what came in a body as ``shape`` reads it, wherever the address leads.

    Raises ``InvalidBodyError`` for whatever is unknown or not allowed in it.
    """
    try:
        return shape.model_validate(data)
    except ValidationError as error:
        raise invalid(error, shape, in_body=True) from None


def _given(request: Request) -> dict[str, str | list[str]]:
    """Return the query string by name; what comes more than once is a list.

    ``format`` is left out: negotiation has read it by now.
    """
    try:
        unquote_to_bytes(request.META.get("QUERY_STRING", "")).decode("utf-8")
    except UnicodeDecodeError:
        problem = Problem("", "not-utf-8", _("The query string is not UTF-8."))
        raise InvalidQueryError("", problem) from None
    given = dict(request.query_params.lists())
    if len(given.pop(FORMAT, ())) > 1:
        raise InvalidQueryError("", Problem(FORMAT, *twice()))
    return {
        name: values if len(values) > 1 else values[0] for name, values in given.items()
    }
