"""Lengths as documents write them, with a unit."""

from __future__ import annotations

import re

_LENGTH = re.compile(r"([0-9]{1,6}(?:\.[0-9]{0,9})?)(cm|mm|in|pt|px)")
_CENTIMETRES = {
    "cm": 1.0,
    "mm": 0.1,
    "in": 2.54,
    "pt": 2.54 / 72,
    "px": 2.54 / 96,
}


def centimetres(length: str) -> float:
    """Return a length in centimetres; 0 where it is none."""
    found = _LENGTH.fullmatch(length.strip())
    return float(found[1]) * _CENTIMETRES[found[2]] if found else 0.0
