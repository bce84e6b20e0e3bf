"""JSON in: one object, UTF-8, within its limit, no key twice, no NaN."""

from __future__ import annotations

import json
from typing import IO, TYPE_CHECKING, Any

from rest_framework.exceptions import ParseError
from rest_framework.parsers import BaseParser

from glossary.api.errors import BodyTooLargeError

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_BYTES = 1024 * 1024


class StrictJSONParser(BaseParser):
    """Reads a body of at most 1 MB (RFC 8259; duplicate keys are refused)."""

    media_type = "application/json"

    def parse(
        self,
        stream: IO[bytes],
        media_type: str | None = None,
        parser_context: Mapping[str, Any] | None = None,
    ) -> dict[str, Any]:
        """Return the object in the body.

        Raises ``ParseError``, or ``BodyTooLargeError`` over the limit.
        """
        raw = stream.read(MAX_BYTES + 1)
        if len(raw) > MAX_BYTES:
            raise BodyTooLargeError
        try:
            data = json.loads(
                raw.decode("utf-8"),
                object_pairs_hook=_object,
                parse_constant=_refuse_constant,
            )
        except (ValueError, RecursionError) as error:
            raise ParseError from error
        if not isinstance(data, dict):
            raise ParseError
        return data


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(pairs)
    if len(data) != len(pairs):
        message = "a key comes twice"
        raise ValueError(message)
    return data


def _refuse_constant(name: str) -> None:
    message = f"{name} is not JSON"
    raise ValueError(message)
