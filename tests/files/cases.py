"""Cases that the server and the browser share: kinds of file, and plain texts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

_FOLDER = Path(__file__).parent


def _read(name: str) -> list[dict[str, Any]]:
    rows = json.loads((_FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return [row | {"bytes": bytes.fromhex(row["bytes"])} for row in rows]


KINDS = _read("kinds")
PLAIN_TEXTS = _read("plain_texts")


def each(rows: list[dict[str, Any]]) -> list[Any]:
    """Return the rows as parameters with their names."""
    return [pytest.param(row, id=row["name"]) for row in rows]
