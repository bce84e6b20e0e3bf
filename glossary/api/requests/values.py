"""The kinds of value: what each takes, and how it refuses everything else.

In an address everything is text: a number is written in plain figures, yes and no are
``true`` and ``false``, and a list has commas, or its name comes again. In JSON each is
what it is.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import TYPE_CHECKING, Annotated, TypeVar

from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from pydantic import AfterValidator, BeforeValidator, Field

from glossary.api.requests.refusals import refusal, too_long, wrong_kind

if TYPE_CHECKING:
    from pydantic import ValidationInfo

T = TypeVar("T")

IN_ADDRESS = "in the address"
"""The context in which a shape reads text, where JSON would have other kinds."""
MAX_QUERY = 200
MAX_IDS = 1000
_SIGNS = r"\ue000-\uf8ff"
_CONTROLS = r"\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f"
_WHITE_SPACE = re.compile(rf"[ \t\n\v\f\r\x85\xa0\u2028\u2029{_SIGNS}]+")
_FIGURES = re.compile(r"-?[0-9]{1,9}", re.ASCII)
_YES_OR_NO = {"true": True, "false": False}


def _is_written(value: object, info: ValidationInfo) -> bool:
    """Tell whether a value is the text of an address."""
    return info.context == IN_ADDRESS and isinstance(value, str)


def _number(value: object, info: ValidationInfo) -> object:
    if not _is_written(value, info):
        return value
    if not _FIGURES.fullmatch(str(value)):
        raise wrong_kind()
    return int(str(value))


NUMBER = BeforeValidator(_number)


def _flag(value: object, info: ValidationInfo) -> object:
    return _YES_OR_NO.get(str(value), value) if _is_written(value, info) else value


Flag = Annotated[bool, BeforeValidator(_flag)]


def _time(value: object) -> object:
    """Return a time (RFC 3339) in UTC; one without a zone is in UTC already."""
    try:
        time = parse_datetime(value) if isinstance(value, str) else None
        if time is not None:
            return (
                time.astimezone(dt.UTC) if time.tzinfo else time.replace(tzinfo=dt.UTC)
            )
    except (ValueError, OverflowError):
        pass
    detail = _("This must be a time such as %(example)s.")
    raise wrong_kind(detail % {"example": "2026-11-21T12:00:00Z"})


Time = Annotated[dt.datetime, BeforeValidator(_time)]


def _parts(value: object, info: ValidationInfo) -> object:
    """Return the parts of a list; in an address its name can come again, too."""
    if info.context != IN_ADDRESS:
        return value
    written = value if isinstance(value, list) else [value]
    return [part for one in written for part in str(one).split(",")]


def _once(values: list[T]) -> list[T]:
    return list(dict.fromkeys(values))


Listed = Annotated[
    list[T], Field(min_length=1), AfterValidator(_once), BeforeValidator(_parts)
]
"""Some values, at least one: an array in JSON."""

Slug = Annotated[str, Field(pattern=r"^[-a-zA-Z0-9_]{1,120}$")]
EntryName = Annotated[str, Field(pattern=r"^[-\w]{1,120}$")]
"""What an entry can be called in an address: an id, a slug in any script, a code."""
Id = Annotated[str, Field(pattern=r"^[a-z0-9-]{1,80}$")]
Ids = Annotated[list[Id], Field(max_length=MAX_IDS), BeforeValidator(_parts)]
"""Ids. They need not be of an entry."""


def _words(value: str) -> str:
    """Return something to look for.

    Line ends, tabs and the signs of word processors come along when somebody copies a
    word: they are spaces.
    """
    words = _WHITE_SPACE.sub(" ", value).strip(" ")
    if any(unicodedata.category(char) in {"Cc", "Cs"} for char in words):
        raise refusal("control-characters", _("This holds control characters."))
    if not words:
        raise refusal("blank", _("This must not be empty."))
    if len(words) > MAX_QUERY:
        raise too_long(MAX_QUERY)
    return words


Words = Annotated[
    str,
    AfterValidator(_words),
    Field(
        json_schema_extra={
            "minLength": 1,
            "maxLength": MAX_QUERY,
            "pattern": f"^[^{_CONTROLS}]*[^\\s{_CONTROLS}{_SIGNS}][^{_CONTROLS}]*$",
        }
    ),
]
"""Something to look for, on one line."""
