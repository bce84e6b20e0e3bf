"""Cursors: where a page begins, in a form that callers only hand back."""

from __future__ import annotations

import base64
import binascii
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


def write(position: Mapping[str, Any]) -> str:
    """Return ``position`` as an opaque string that needs no escaping."""
    text = json.dumps(position, separators=(",", ":"), ensure_ascii=False)
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def read(cursor: str) -> dict[str, Any]:
    """Return the position in ``cursor``; raise ``ValueError`` where there is none."""
    padded = cursor + "=" * (-len(cursor) % 4)
    try:
        position = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
    except (binascii.Error, UnicodeDecodeError, RecursionError) as error:
        raise ValueError(cursor) from error
    if not isinstance(position, dict):
        raise ValueError(cursor)
    return position
