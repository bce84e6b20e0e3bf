"""A text that somebody sends: how it is read, and how places in it are counted."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, cast

from django.utils.translation import gettext as _

from glossary.api.base import read_body, read_query
from glossary.api.errors import BodyTooLargeError, UnreadableTextError
from glossary.api.parsers import MAX_BODY, StrictJSONParser, TextParser
from glossary.matching import to_utf8, to_utf16
from glossary.turns import LONG_TEXTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from contextlib import AbstractContextManager

    from rest_framework.request import Request
    from rest_framework.serializers import Serializer

    from glossary.matching import Match

MAX_TEXT = 1024 * 1024
"""How many bytes of UTF-8 a text may have."""
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
    query: type[Serializer[Any]],
    body: type[Serializer[Any]],
    most: int = MAX_TEXT,
) -> dict[str, Any]:
    """Return the text and how it is to be read; a plain text has that in its query.

    ``most`` is how many bytes of UTF-8 it may have. Raises ``BodyTooLargeError``
    where it has more, and ``UnreadableTextError`` where no text arrived: a server
    may read no body without a length, and that is not the same as an empty one.
    """
    if request.content_type.lower().startswith("text/"):
        given = cast("dict[str, str]", request.data)
        if not given:
            detail = _("There is no text in the body, or its length is not given.")
            raise UnreadableTextError(detail)
        asked = {**read_query(query, request), **given}
    else:
        asked = read_body(body, request)
    if len(_given(asked).encode()) > most:
        raise BodyTooLargeError
    return asked


def turn_for(asked: Mapping[str, Any]) -> AbstractContextManager[None]:
    """Return the turn for a text that was read; a short one needs none."""
    return LONG_TEXTS.turn(len(_given(asked)))


def _given(asked: Mapping[str, Any]) -> str:
    text: str = asked.get("html", asked.get("text", ""))
    return text
