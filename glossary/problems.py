"""What can go wrong: problem details for apps (RFC 9457), and words for people.

Each code has an HTTP status, a title, an explanation, and one address that is its
``type``: the same in every language and by whatever name of ours somebody asks. It
leads to a page about the problem in the reader's language.
"""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from glossary.addresses import problem_path

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from django.utils.functional import _StrPromise

PROBLEM = "application/problem+json"


@dataclass(frozen=True, slots=True)
class ProblemType:
    """One kind of problem: its HTTP status, its title and what to do about it."""

    status: HTTPStatus
    title: _StrPromise
    explanation: _StrPromise


PROBLEMS: dict[str, ProblemType] = {
    "invalid-query": ProblemType(
        HTTPStatus.BAD_REQUEST,
        _("The request cannot be understood"),
        _(
            "This address does not know a parameter, or does not allow its value. "
            "“errors” names each of them."
        ),
    ),
    "invalid-body": ProblemType(
        HTTPStatus.BAD_REQUEST,
        _("The body cannot be understood"),
        _(
            "The body has a part that this address does not know, or whose value it "
            "does not allow. “errors” names each place."
        ),
    ),
    "unknown-host": ProblemType(
        HTTPStatus.BAD_REQUEST,
        _("This is not our address"),
        _("The header “Host” names a site that is not this one."),
    ),
    "malformed-body": ProblemType(
        HTTPStatus.BAD_REQUEST,
        _("The body cannot be read"),
        _("The body of the request must be one JSON object in UTF-8."),
    ),
    "not-found": ProblemType(
        HTTPStatus.NOT_FOUND,
        _("There is nothing at this address"),
        _("No entry, source or page has this address. Look for it by name instead."),
    ),
    "method-not-allowed": ProblemType(
        HTTPStatus.METHOD_NOT_ALLOWED,
        _("This address does not take that method"),
        _("The “Allow” header of the answer lists the methods that it takes."),
    ),
    "not-acceptable": ProblemType(
        HTTPStatus.NOT_ACCEPTABLE,
        _("There is no such representation"),
        _("This address cannot answer in any of the media types asked for."),
    ),
    "permission-denied": ProblemType(
        HTTPStatus.FORBIDDEN,
        _("You may not do this"),
        _("Somebody who looks after this site has to allow it first."),
    ),
    "wrong-state": ProblemType(
        HTTPStatus.CONFLICT,
        _("This cannot be done now"),
        _(
            "What is here does not allow it: it may have been done already, or "
            "somebody may have changed it meanwhile. Look at it again."
        ),
    ),
    "invalid-document": ProblemType(
        HTTPStatus.UNPROCESSABLE_ENTITY,
        _("What was sent cannot be taken in"),
        _("It has not the shape that it must have. “errors” names each place."),
    ),
    "withdrawn": ProblemType(
        HTTPStatus.GONE,
        _("This has been withdrawn"),
        _(
            "The answer says when and why, and what to read instead if there is "
            "anything."
        ),
    ),
    "erased": ProblemType(
        HTTPStatus.GONE,
        _("This has been removed for ever"),
        _(
            "Nothing of it is kept here, and nobody else may keep it. Delete what you "
            "hold of it, also of its history: “tombstone.erased” has the sequences."
        ),
    ),
    "too-large": ProblemType(
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        _("The request is too large"),
        _("The body is longer than this address takes. Send it in parts."),
    ),
    "unsupported-media-type": ProblemType(
        HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
        _("The body has the wrong media type"),
        _(
            "Send JSON that is not compressed, with the header "
            "“Content-Type: application/json”."
        ),
    ),
    "too-many-requests": ProblemType(
        HTTPStatus.TOO_MANY_REQUESTS,
        _("Too many requests"),
        _("Wait for as many seconds as the “Retry-After” header says."),
    ),
    "unauthorized": ProblemType(
        HTTPStatus.UNAUTHORIZED,
        _("The key is not known"),
        _("The key is wrong or was revoked. Reading needs no key."),
    ),
    "incomplete": ProblemType(
        HTTPStatus.BAD_REQUEST,
        _("The body broke off"),
        _("The connection ended before the whole body had come. Send it again."),
    ),
    "too-slow": ProblemType(
        HTTPStatus.REQUEST_TIMEOUT,
        _("The body took too long"),
        _("The body did not come in time. Send it again, or send less at once."),
    ),
    "address-too-long": ProblemType(
        HTTPStatus.REQUEST_URI_TOO_LONG,
        _("The address is too long"),
        _("Send what you look for in the body of a request with “POST” instead."),
    ),
    "head-too-large": ProblemType(
        HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
        _("The headers are too large"),
        _("Send fewer headers, or shorter ones."),
    ),
    "precondition-failed": ProblemType(
        HTTPStatus.PRECONDITION_FAILED,
        _("It is not what you have"),
        _("“If-Match” names none of the tags that this address has now."),
    ),
    "not-implemented": ProblemType(
        HTTPStatus.NOT_IMPLEMENTED,
        _("We do not know how to do that"),
        _("The method or the coding of the body is one that we do not know."),
    ),
    "unavailable": ProblemType(
        HTTPStatus.SERVICE_UNAVAILABLE,
        _("We cannot answer that just now"),
        _("Wait for as many seconds as the “Retry-After” header says."),
    ),
    "busy": ProblemType(
        HTTPStatus.SERVICE_UNAVAILABLE,
        _("We are too busy for that just now"),
        _(
            "We do only so much at once of what costs much. Wait for as many seconds "
            "as the “Retry-After” header says, then ask again."
        ),
    ),
    "server-error": ProblemType(
        HTTPStatus.INTERNAL_SERVER_ERROR,
        _("Something went wrong here"),
        _("The fault is ours. Try again later."),
    ),
}

IN_QUERY: dict[str, _StrPromise] = {
    "unknown-parameter": _("There is no such name here."),
    "unknown-…": _(
        "The value is none of those that are allowed. The code ends in the name, as in "
        "“unknown-lang”."
    ),
    "required": _("This is needed."),
    "blank": _("This must not be empty."),
    "null": _("This must not be null."),
    "invalid": _("This value is not of the right kind."),
    "min-value": _("The number is too small."),
    "max-value": _("The number is too large."),
    "max-length": _("The text is too long."),
    "too-many": _("There are too many of these in one request."),
    "empty": _("There has to be one of these at least."),
    "control-characters": _("This holds control characters."),
    "both": _("Two things are given that do not go together."),
    "invalid-cursor": _("This is not a cursor that this address gave."),
    "needs-lang": _("“letter” needs “lang”: each language has its own letters."),
    "twice": _("This is given more than once."),
    "not-utf-8": _("The query string is not UTF-8."),
}
"""The codes of single things that are wrong with an address, and what each means."""

_ADDRESS_ALONE = {"twice", "not-utf-8", "needs-lang"}
IN_BODY = {code: said for code, said in IN_QUERY.items() if code not in _ADDRESS_ALONE}
IN_BODY |= {
    "not-a-list": _("This must be a list."),
    "not-a-dict": _("This must be an object."),
}
"""The same of a body."""

ERRORS: Mapping[str, Mapping[str, _StrPromise]] = {
    "invalid-query": IN_QUERY,
    "invalid-body": IN_BODY,
}
"""What `errors` of a problem can have for codes, by the problem's own code."""


def problem_type(code: str) -> str:
    """Return the address that names a problem, and leads to its page."""
    return f"{settings.SITE_ADDRESS}{problem_path(code)}"


def problem_details(
    code: str,
    *,
    instance: str,
    detail: str = "",
    errors: Sequence[Mapping[str, str]] = (),
    more: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Return what an app is told of a problem at the path ``instance``.

    The words are in the language in force: ``detail``, or else what holds of all
    problems of this kind. ``errors`` are the single things that are wrong.
    """
    kind = PROBLEMS[code]
    return {
        "type": problem_type(code),
        "title": str(kind.title),
        "status": int(kind.status),
        "detail": detail or str(kind.explanation),
        "instance": instance,
        "code": code,
        "errors": list(errors),
        **(more or {}),
    }


def problem_headers() -> dict[str, str]:
    """Return what goes with problem details in the language in force."""
    return {
        "Content-Language": get_language() or settings.LANGUAGE_CODE,
        "Cache-Control": "no-store",
    }
