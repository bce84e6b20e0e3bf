"""What every address can answer: the failures, and the headers of each answer."""

from __future__ import annotations

from typing import Any

from glossary.problems import PROBLEM, PROBLEMS

_TEXT = {"type": "string"}
HEADERS: dict[str, dict[str, Any]] = {
    "ETag": {
        "description": "The strong tag of this answer (RFC 9110). Send it back in "
        "`If-None-Match`: you get 304 and no body while nothing has changed.",
        "schema": _TEXT,
    },
    "Last-Modified": {
        "description": "When what is shown was published (RFC 9110).",
        "schema": _TEXT,
    },
    "Link": {
        "description": "Links of the answer (RFC 8288): `next` and `prev` of a list, "
        "of the root its description and licence, of a term pack what reads it.",
        "schema": _TEXT,
    },
    "Content-Language": {
        "description": "The languages of the answer (BCP 47), with commas.",
        "schema": _TEXT,
    },
    "Vary": {
        "description": "The request headers that the answer depends on (RFC 9110).",
        "schema": _TEXT,
    },
    "Cache-Control": {
        "description": "How long anybody may keep the answer (RFC 9111).",
        "schema": _TEXT,
    },
    "RateLimit": {
        "description": "What you may still ask for: `r` so much, and all of it again "
        "in `t` seconds.",
        "schema": _TEXT,
    },
    "RateLimit-Policy": {
        "description": "What you may ask for: `q` so much in `w` seconds.",
        "schema": _TEXT,
    },
    "Retry-After": {
        "description": "For how many seconds to wait before you ask again.",
        "schema": {"type": "integer", "minimum": 0},
    },
    "WWW-Authenticate": {
        "description": "How a key is sent (RFC 6750).",
        "schema": _TEXT,
    },
    "Allow": {
        "description": "The methods that the address takes, with commas.",
        "schema": _TEXT,
    },
    "Location": {
        "description": "The address that was meant.",
        "schema": {"type": "string", "format": "uri-reference"},
    },
}

_EVERYWHERE = (
    "Allow",
    "Cache-Control",
    "Content-Language",
    "Vary",
    "RateLimit",
    "RateLimit-Policy",
)
_BESIDES: dict[int, tuple[str, ...]] = {
    304: ("ETag",),
    401: ("WWW-Authenticate",),
    429: ("Retry-After",),
    503: ("Retry-After",),
}
_EVERY = (400, 401, 405, 406, 414, 429, 431, 500, 503)
_READ = (304, 308, 412)
_SENT = (308, 408, 413, 415)
_NOT_FOUND = 404
_NAMES = {
    304: "NotChanged",
    308: "LedOn",
    400: "NotUnderstood",
    401: "KeyNotKnown",
    404: "NotFound",
    405: "MethodNotTaken",
    406: "NotAcceptable",
    408: "TooSlow",
    412: "PreconditionFailed",
    413: "TooLarge",
    414: "AddressTooLong",
    415: "WrongMediaType",
    429: "TooManyRequests",
    431: "HeadersTooLarge",
    500: "FaultOfOurs",
    503: "Unavailable",
}
_SENT_ELSEWHERE = {308: ("Location",)}
_BODILESS = {
    304: "What you have is what there is.",
    308: "The address lacks its closing slash, or names an entry by another name than "
    "its id; “Location” has the address that was meant.",
    412: "“If-Match” names none of the tags that this address has now.",
}


def headers(*names: str) -> dict[str, Any]:
    """Return these headers, and those that every answer has, as references."""
    every = sorted({*_EVERYWHERE, *names}, key=[*HEADERS].index)
    return {name: {"$ref": f"#/components/headers/{name}"} for name in every}


def failures(*, is_read: bool, has_key: bool) -> dict[str, Any]:
    """Return what else an address can answer, by status, as references."""
    keyed = (_NOT_FOUND,) if has_key else ()
    statuses = sorted({*_EVERY, *(_READ if is_read else _SENT), *keyed})
    return {
        str(status): {"$ref": f"#/components/responses/{_NAMES[status]}"}
        for status in statuses
    }


def responses() -> dict[str, Any]:
    """Return what addresses can answer alike, by name."""
    statuses = sorted({*_EVERY, *_READ, *_SENT, _NOT_FOUND})
    return {_NAMES[status]: _response(status) for status in statuses}


def _response(status: int) -> dict[str, Any]:
    """Return the answer with this status; what can go wrong is in one table."""
    if status in _SENT_ELSEWHERE:
        names = _SENT_ELSEWHERE[status]
        found = {name: {"$ref": f"#/components/headers/{name}"} for name in names}
    else:
        found = headers(*_BESIDES.get(status, ()))
    if status in _BODILESS:
        return {"description": _BODILESS[status], "headers": found}
    kinds = [(code, one) for code, one in PROBLEMS.items() if one.status == status]
    said = " ".join(f"`{code}`: {one.title}. {one.explanation}" for code, one in kinds)
    schema = {"$ref": "#/components/schemas/ProblemDetails"}
    return {
        "description": said,
        "headers": found,
        "content": {PROBLEM: {"schema": schema}},
    }
