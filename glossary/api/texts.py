"""A text that somebody sends: how it is read, and how places in it are counted."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar, cast

from django.utils.translation import gettext as _

from glossary.api.errors import BodyTooLargeError, UnreadableTextError
from glossary.api.parsers import MAX_BODY, StrictJSONParser, TextParser
from glossary.api.requests.base import Asked
from glossary.api.requests.reading import read_body, read_query
from glossary.api.requests.texts import MAX_TEXT
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
    """Return the text and how it is to be read; a plain text has that in its query.

    ``most`` is how many bytes of UTF-8 it may have. Raises ``BodyTooLargeError``
    where it has more, and ``UnreadableTextError`` where no text arrived: a server
    may read no body without a length, and that is not the same as an empty one.
    """
    asked: ShapeT
    if request.content_type.lower().startswith("text/"):
        given = cast("dict[str, str]", request.data)
        if not given:
            detail = _("There is no text in the body, or its length is not given.")
            raise UnreadableTextError(detail)
        values: dict[str, Any] = {**dict(read_query(options, request)), **given}
        asked = cast("ShapeT", body.model_construct(None, **values))
    else:
        asked = read_body(body, request)
    if len(text_in(asked).encode()) > most:
        raise BodyTooLargeError
    return asked


def turn_for(text: str) -> AbstractContextManager[None]:
    """Return the turn for a text that was read; a short one needs none."""
    return LONG_TEXTS.turn(len(text))


def text_in(asked: Asked) -> str:
    """Return the text that was sent, as HTML or as it is."""
    text: str = getattr(asked, "html", None) or getattr(asked, "text", None) or ""
    return text
