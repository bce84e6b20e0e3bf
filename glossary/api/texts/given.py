"""A text that somebody sends: how it is read, and how places in it are counted."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar, cast

from django.utils.translation import gettext as _

from glossary.api.errors import BodyTooLargeError, UnreadableTextError
from glossary.api.parsers import MAX_BODY, StrictJSONParser, TextParser
from glossary.api.requests.base import Asked
from glossary.api.requests.reading import read_data, read_query
from glossary.api.requests.refusals import twice
from glossary.api.requests.texts import MAX_TEXT
from glossary.errors import InvalidQueryError, Problem
from glossary.matching import to_utf8, to_utf16
from glossary.turns import LONG_TEXTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from contextlib import AbstractContextManager

    from rest_framework.request import Request

    from glossary.matching import Match

ShapeT = TypeVar("ShapeT", bound=Asked)

MOVED: Mapping[str, Callable[[str, Iterable[Match]], list[Match]]] = MappingProxyType(
    {"utf-16": to_utf16, "utf-8": to_utf8}
)
"""What moves places from code points to the other units."""


class LongJSONParser(StrictJSONParser):
    """Reads a body that holds a whole text."""

    max_bytes = MAX_BODY


TEXT_PARSERS = (LongJSONParser, TextParser)


def read_text(
    request: Request,
    *,
    options: type[Asked],
    body: type[ShapeT],
    most: int = MAX_TEXT,
) -> ShapeT:
    """Return the text and how it is to be read, which the address can say, too.

    ``most`` is how many bytes of UTF-8 it may have. Raises ``BodyTooLargeError``
    where it has more, and ``UnreadableTextError`` where no text arrived: a server
    may read no body without a length, and that is not the same as an empty one.
    """
    said = read_query(options, request)
    if request.content_type.lower().startswith("text/"):
        given = cast("dict[str, str]", request.data)
        if not given:
            detail = _("There is no text in the body, or its length is not given.")
            raise UnreadableTextError(detail)
        asked = read_data(body, given)
    else:
        asked = read_data(body, request.data)
    if len(text_in(asked).encode()) > most:
        raise BodyTooLargeError
    return _with(asked, said)


def _with(asked: ShapeT, said: Asked) -> ShapeT:
    """Return what a body asks for with what the address says besides."""
    names = {
        name: field.alias or name for name, field in type(said).model_fields.items()
    }
    both = said.model_fields_set & asked.model_fields_set
    if both:
        problems = (Problem(names[name], *twice()) for name in sorted(both))
        raise InvalidQueryError("", *problems)
    return asked.model_copy(
        update={name: getattr(said, name) for name in said.model_fields_set}
    )


def turn_for(text: str) -> AbstractContextManager[None]:
    """Return the turn for a text that was read; a short one needs none."""
    return LONG_TEXTS.turn(len(text))


def text_in(asked: Asked) -> str:
    """Return the text that was sent, as HTML or as it is."""
    text: str = getattr(asked, "html", None) or getattr(asked, "text", None) or ""
    return text
