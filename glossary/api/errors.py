"""The one exception handler: every failure becomes problem details (RFC 9457)."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

import orjson
from django.core.exceptions import (
    BadRequest,
    PermissionDenied,
    RequestDataTooBig,
    SuspiciousOperation,
    TooManyFieldsSent,
)
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from rest_framework import exceptions

from glossary.errors import BusyError, GlossaryError
from glossary.failures import trace
from glossary.problems import PROBLEM, PROBLEMS, problem_details, problem_headers
from glossary.turns import RETRY_AFTER

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rest_framework.request import Request

logger = logging.getLogger(__name__)

_CODES: dict[type[Exception], str] = {
    exceptions.ParseError: "malformed-body",
    BadRequest: "malformed-body",
    SuspiciousOperation: "malformed-body",
    TooManyFieldsSent: "invalid-query",
    Http404: "not-found",
    exceptions.NotFound: "not-found",
    exceptions.MethodNotAllowed: "method-not-allowed",
    exceptions.NotAcceptable: "not-acceptable",
    RequestDataTooBig: "too-large",
    exceptions.UnsupportedMediaType: "unsupported-media-type",
    exceptions.AuthenticationFailed: "unauthorized",
    PermissionDenied: "permission-denied",
    exceptions.PermissionDenied: "permission-denied",
    exceptions.NotAuthenticated: "unauthorized",
    OperationalError: "unavailable",
    InterfaceError: "unavailable",
}


class BodyTooLargeError(exceptions.APIException):
    """The body is longer than this address takes."""

    status_code = 413


class UnreadableTextError(GlossaryError):
    """The body is no text in UTF-8."""

    code = "malformed-body"


_CODES[BodyTooLargeError] = "too-large"


def problem_response(error: Exception, context: Mapping[str, Any]) -> HttpResponse:
    """Turn any exception of a view into problem details."""
    code = _code(error)
    if code is None:
        logger.error("Unexpected error in the API\n%s", trace(error))
        return problem(context["request"], "server-error")
    return problem(
        context["request"],
        code,
        detail=_detail(error, context),
        errors=list(_errors(error)),
        headers=_headers(error),
    )


def _detail(error: Exception, context: Mapping[str, Any]) -> str:
    """Return what is to be said of this error, if more than of all of its kind."""
    if isinstance(error, GlossaryError):
        return error.detail
    if isinstance(error, exceptions.UnsupportedMediaType):
        kinds = (one.media_type for one in context["view"].parser_classes)
        said = _("This address takes, in UTF-8 and not compressed: %(list)s.")
        return said % {"list": ", ".join(kinds)}
    return ""


def told_in_part(
    error: GlossaryError, request: Request, pointer: str
) -> dict[str, Any]:
    """Return the problem that a part of a request is, where the rest is answered.

    ``pointer`` is the place of the part in the body.
    """
    return problem_details(
        error.code,
        instance=request.path,
        detail=error.detail,
        errors=list(_errors(error)),
        more={"pointer": pointer},
    )


def _code(error: Exception) -> str | None:
    """Return the problem that an error is; none if it is a fault of ours.

    An error of a rule says it itself.
    """
    if isinstance(error, GlossaryError):
        return error.code if error.code in PROBLEMS else None
    kinds = type(error).__mro__
    return next((_CODES[kind] for kind in kinds if kind in _CODES), None)


def problem(
    request: Request,
    code: str,
    *,
    detail: str = "",
    errors: Sequence[Mapping[str, str]] = (),
    headers: Mapping[str, str] | None = None,
    more: Mapping[str, Any] | None = None,
) -> HttpResponse:
    """Return the answer for the problem ``code``, in the language asked for."""
    body = problem_details(
        code, instance=request.path, detail=detail, errors=errors, more=more
    )
    return HttpResponse(
        orjson.dumps(body),
        status=body["status"],
        headers={**problem_headers(), **(headers or {})},
        content_type=PROBLEM,
    )


def _headers(error: Exception) -> dict[str, str]:
    """Return the headers that RFC 9110 asks for beside certain statuses."""
    if isinstance(error, (OperationalError, InterfaceError, BusyError)):
        return {"Retry-After": str(RETRY_AFTER)}
    if isinstance(
        error, (exceptions.AuthenticationFailed, exceptions.NotAuthenticated)
    ):
        return {"WWW-Authenticate": "Bearer"}
    return {}


def _errors(error: Exception) -> Iterator[dict[str, str]]:
    """Yield what is wrong, one parameter or one place in the body at a time."""
    if isinstance(error, GlossaryError):
        for one in error.problems:
            name = "pointer" if one.place[:1] in {"", "/"} else "parameter"
            yield {name: one.place, "code": one.code, "detail": one.detail}
