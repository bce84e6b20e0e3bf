"""The one exception handler: every failure becomes problem details (RFC 9457)."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from django.core.exceptions import (
    BadRequest,
    PermissionDenied,
    RequestDataTooBig,
    SuspiciousOperation,
    TooManyFieldsSent,
)
from django.db import InterfaceError, OperationalError
from django.http import Http404
from django.utils.translation import gettext as _
from rest_framework import exceptions
from rest_framework.response import Response

from glossary.errors import BusyError, GlossaryError
from glossary.failures import trace
from glossary.problems import PROBLEM, PROBLEMS, problem_details, problem_headers
from glossary.turns import RETRY_AFTER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from rest_framework.request import Request

logger = logging.getLogger(__name__)

_CODES: dict[type[Exception], str] = {
    exceptions.ParseError: "malformed-body",
    BadRequest: "malformed-body",
    SuspiciousOperation: "malformed-body",
    TooManyFieldsSent: "invalid-query",
    exceptions.ValidationError: "invalid-query",
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


def problem_response(error: Exception, context: Mapping[str, Any]) -> Response:
    """Turn any exception of a view into problem details."""
    code = _code(error)
    if code is None:
        logger.error("Unexpected error in the API\n%s", trace(error))
        return problem(context["request"], "server-error")
    return problem(
        context["request"],
        code,
        detail=error.detail if isinstance(error, GlossaryError) else "",
        errors=list(_errors(error)),
        headers=_headers(error),
    )


def _code(error: Exception) -> str | None:
    """Return the problem that an error is; none if it is a fault of ours.

    An error of a rule says it itself.
    """
    if isinstance(error, GlossaryError):
        return error.code if error.code in PROBLEMS else None
    if _is_in_body(error):
        return "invalid-body"
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
) -> Response:
    """Return the answer for the problem ``code``, in the language asked for."""
    body = problem_details(
        code, instance=request.path, detail=detail, errors=errors, more=more
    )
    return Response(
        body,
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
    if isinstance(error, exceptions.ValidationError):
        in_body = _is_in_body(error)
        for path, found in _with_paths(error.detail):
            place = {"pointer": _pointer(path)} if in_body else {"parameter": path[0]}
            code = str(found.code).replace("_", "-")
            yield {**place, "code": code, "detail": explain(code, str(found))}


def _is_in_body(error: Exception) -> bool:
    """Tell whether it is the body in which something is wrong."""
    return getattr(error, "in_body", False)


def _with_paths(
    details: Any, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], exceptions.ErrorDetail]]:
    """Yield the single errors, each with the names that lead to it."""
    if isinstance(details, exceptions.ErrorDetail):
        yield path, details
    elif isinstance(details, dict):
        for name, inner in details.items():
            yield from _with_paths(inner, (*path, str(name)))
    else:
        for inner in details:
            yield from _with_paths(inner, path)


def _pointer(path: Iterable[str]) -> str:
    """Return the names as a JSON pointer (RFC 6901)."""
    return "".join(f"/{name.replace('~', '~0').replace('/', '~1')}" for name in path)


def explain(code: str, fallback: str) -> str:
    """Return our own sentence for a field's error.

    The framework's sentences exist in no Welsh, so ours stand in for them.
    """
    sentences = {
        "required": _("This is needed."),
        "blank": _("This must not be empty."),
        "null": _("This must not be null."),
        "invalid": _("This value is not of the right kind."),
        "not-a-list": _("This must be a list."),
        "not-a-dict": _("This must be an object."),
        "max-length": _("This is too long."),
        "max-string-length": _("This is too long."),
        "min-length": _("This is too short."),
        "control-characters": _("This holds control characters."),
        "null-characters-not-allowed": _("This holds control characters."),
        "surrogate-characters-not-allowed": _("This holds control characters."),
        "overflow": _("This value is not of the right kind."),
        "make-aware": _("This value is not of the right kind."),
        "min-value": _("This number is too small."),
        "max-value": _("This number is too large."),
        "empty": _("This must not be empty."),
        "invalid-cursor": _("This is not a cursor that this address gave."),
    }
    return sentences.get(code, fallback)
