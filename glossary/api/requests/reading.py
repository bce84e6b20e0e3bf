"""Reads a request as its shape says."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar
from urllib.parse import unquote_to_bytes

from django.utils.translation import gettext as _
from pydantic import ValidationError

from glossary.api.requests.base import Nothing
from glossary.api.requests.refusals import FORMAT, invalid
from glossary.api.requests.values import IN_ADDRESS
from glossary.errors import InvalidQueryError, Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic import BaseModel
    from rest_framework.request import Request

ShapeT = TypeVar("ShapeT", bound="BaseModel")


def read_query(shape: type[ShapeT], request: Request) -> ShapeT:
    """Return the query string as ``shape`` reads it.

    Raises ``InvalidQueryError`` for whatever is unknown, twice or not allowed.
    """
    given = _pairs(request)
    given.pop(FORMAT, None)  # negotiation has read it by now
    try:
        return shape.model_validate(given, context=IN_ADDRESS)
    except ValidationError as error:
        raise invalid(error, shape, in_body=False) from None


def read_body(shape: type[ShapeT], request: Request) -> ShapeT:
    """Return the body as ``shape`` reads it; problems carry JSON pointers.

    ``format`` is of the query string, which has nothing else; all the rest is of the
    body. Raises ``InvalidQueryError`` for whatever is unknown or not allowed in either.
    """
    read_query(Nothing, request)
    try:
        return shape.model_validate(request.data)
    except ValidationError as error:
        raise invalid(error, shape, in_body=True) from None


def _pairs(request: Request) -> dict[str, str]:
    """Return the query string by name."""
    try:
        unquote_to_bytes(request.META.get("QUERY_STRING", "")).decode("utf-8")
    except UnicodeDecodeError:
        raise _refused([""], "not-utf-8", _("The query string is not UTF-8.")) from None
    pairs = dict(request.query_params.lists())
    twice = sorted(name for name, values in pairs.items() if len(values) > 1)
    if twice:
        raise _refused(twice, "twice", _("This is given more than once."))
    return {name: values[0] for name, values in pairs.items()}


def _refused(names: Sequence[str], code: str, detail: str) -> InvalidQueryError:
    return InvalidQueryError("", *(Problem(name, code, detail) for name in names))
