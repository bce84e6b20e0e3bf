"""The names of elements and attributes in OpenDocument."""

from __future__ import annotations

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_NAMESPACES = {
    "office": f"{_OASIS}:office:1.0",
    "text": f"{_OASIS}:text:1.0",
    "table": f"{_OASIS}:table:1.0",
    "style": f"{_OASIS}:style:1.0",
    "draw": f"{_OASIS}:drawing:1.0",
    "dr3d": f"{_OASIS}:dr3d:1.0",
    "fo": f"{_OASIS}:xsl-fo-compatible:1.0",
    "svg": f"{_OASIS}:svg-compatible:1.0",
    "form": f"{_OASIS}:form:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "xml": "http://www.w3.org/XML/1998/namespace",
    "math": "http://www.w3.org/1998/Math/MathML",
    "field": "urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0",
}


def name(short: str) -> str:
    """Return ``text:p`` as trees have it: the namespace and the local name."""
    prefix, _, local = short.partition(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}"


def names(short: str) -> tuple[str, ...]:
    """Return several names, written with spaces between them."""
    return tuple(map(name, short.split()))


UNSEEN = names(
    "text:tracked-changes text:script office:annotation office:forms"
    " office:event-listeners office:binary-data svg:title svg:desc math:annotation"
)
"""What is no text."""
BOXES = names(
    "draw:frame draw:custom-shape draw:rect draw:ellipse draw:circle draw:polygon"
    " draw:polyline draw:path draw:line draw:connector draw:caption"
    " draw:regular-polygon draw:measure draw:page-thumbnail"
)
"""What is drawn, and may have words in it."""
