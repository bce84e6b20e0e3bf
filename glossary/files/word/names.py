"""The names of elements and attributes in Word documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_OFFICE = "http://schemas.openxmlformats.org"
_NAMESPACES = {
    "w": f"{_OFFICE}/wordprocessingml/2006/main",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "r": f"{_OFFICE}/officeDocument/2006/relationships",
    "m": f"{_OFFICE}/officeDocument/2006/math",
    "a": f"{_OFFICE}/drawingml/2006/main",
    "c": f"{_OFFICE}/drawingml/2006/chart",
    "dgm": f"{_OFFICE}/drawingml/2006/diagram",
    "pic": f"{_OFFICE}/drawingml/2006/picture",
    "wp": f"{_OFFICE}/drawingml/2006/wordprocessingDrawing",
    "mc": f"{_OFFICE}/markup-compatibility/2006",
    "o": "urn:schemas-microsoft-com:office:office",
    "v": "urn:schemas-microsoft-com:vml",
}
_OFF = frozenset({"0", "false", "off"})
YES = frozenset({"1", "true", "on"})


def name(short: str) -> str:
    """Return ``w:p`` as trees have it: the namespace and the local name."""
    prefix, _, local = short.partition(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}"


def names(short: str) -> tuple[str, ...]:
    """Return several names, written with spaces between them."""
    return tuple(map(name, short.split()))


DOCUMENT = name("w:document")
VALUE = name("w:val")
ID = name("r:id")


def path(short: str) -> str:
    """Return a path of names, written with ``/`` between them."""
    return "/".join(map(name, short.split("/")))


def value(element: Element | None, default: str = "") -> str:
    """Return the value that an element has as an attribute."""
    return default if element is None else element.get(VALUE, default)


def is_on(element: Element | None) -> bool | None:
    """Tell whether a property is switched on or off; None where nothing is said."""
    return None if element is None else value(element) not in _OFF
