"""XML as trees, within bounds.

A document type may be named, as old programs do, but not told: who tells one can make
a small file large.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from glossary.files.faults import Fault, FileError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_MOST_TAGS = 1_500_000
_TOLD = ("<!ENTITY", "<!ATTLIST")
_SIGNS = tuple(
    sign
    for told in _TOLD
    for sign in (told.encode(), told.encode("utf-16-le")[:-1])  # in either order
)


def tree_of(data: bytes) -> Element:
    """Return the root; raises ``FileError`` where it is none, or has too many tags."""
    if data.count(b"<") > _MOST_TAGS:
        raise FileError(Fault.TOO_MUCH)
    if any(sign in data for sign in _SIGNS):
        raise FileError(Fault.BROKEN)
    try:
        return ET.fromstring(data)  # noqa: S314 (no entities, see above)
    except (ET.ParseError, LookupError, ValueError):
        raise FileError(Fault.BROKEN) from None
