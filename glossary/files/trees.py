"""XML as trees, within bounds.

A document type, which no office program writes, is refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from glossary.files.faults import Fault, FileError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_MOST_TAGS = 1_000_000
_TYPE = "<!DOCTYPE"
_TYPES = (_TYPE.encode(), _TYPE.encode("utf-16-le")[:-1])  # in both orders of bytes


def tree_of(data: bytes) -> Element:
    """Return the root; raises ``FileError`` where it is none, or has too many tags."""
    if data.count(b"<") > _MOST_TAGS:
        raise FileError(Fault.TOO_MUCH)
    if any(sign in data for sign in _TYPES):
        raise FileError(Fault.BROKEN)
    try:
        return ET.fromstring(data)  # noqa: S314 (without a type there are no entities)
    except (ET.ParseError, LookupError, ValueError):
        raise FileError(Fault.BROKEN) from None
