"""The data files of the checks: rows of plain values, read once.

They are reviewed like content. ``docs/content.md`` says what each is for.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

_DATA = Path(__file__).with_name("data")


@lru_cache
def read_table(name: str) -> tuple[dict[str, Any], ...]:
    """Return the rows of ``data/<name>.yaml``."""
    text = (_DATA / f"{name}.yaml").read_text(encoding="utf-8")
    return tuple(yaml.load(text, yaml.CSafeLoader))
