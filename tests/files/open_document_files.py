"""OpenDocument texts as LibreOffice saves them, packed and as one file."""

from __future__ import annotations

import io
import zipfile

TEXT = "application/vnd.oasis.opendocument.text"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_SPACES = {
    "office": f"{_OASIS}:office:1.0",
    "text": f"{_OASIS}:text:1.0",
    "table": f"{_OASIS}:table:1.0",
    "style": f"{_OASIS}:style:1.0",
    "draw": f"{_OASIS}:drawing:1.0",
    "fo": f"{_OASIS}:xsl-fo-compatible:1.0",
    "svg": f"{_OASIS}:svg-compatible:1.0",
    "form": f"{_OASIS}:form:1.0",
    "chart": f"{_OASIS}:chart:1.0",
    "manifest": f"{_OASIS}:manifest:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "math": "http://www.w3.org/1998/Math/MathML",
    "field": "urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0",
}
_DECLARED = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in _SPACES.items())


def part(tag: str, inner: str, attributes: str = "") -> str:
    """Return a part with this root."""
    return f'<?xml version="1.0"?><{tag} {_DECLARED} {attributes}>{inner}</{tag}>'


def style(name: str, look: str = "", family: str = "text", base: str = "") -> str:
    """Return a style that says this of words."""
    return (
        f'<style:style style:name="{name}" style:family="{family}"'
        f' style:parent-style-name="{base}">'
        f"<style:text-properties {look}/></style:style>"
    )


def content(body: str, automatic: str = "") -> str:
    """Return the part that holds the text, and the styles that it alone has."""
    return part(
        "office:document-content",
        f"<office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body>",
    )


def sheet(common: str = "", automatic: str = "", pages: str = "") -> str:
    """Return the part that holds styles, and what stands at the head of pages."""
    return part(
        "office:document-styles",
        f"<office:styles>{common}</office:styles>"
        f"<office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:master-styles>{pages}</office:master-styles>",
    )


def folder(parts: dict[str, str]) -> bytes:
    """Return parts packed as LibreOffice packs them."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, inner in parts.items():
            packing = zipfile.ZIP_STORED if name == "mimetype" else None
            archive.writestr(name, inner, packing)
    return file.getvalue()


def open_document(
    body: str, automatic: str = "", styles: str = "", kind: str = TEXT, **parts: str
) -> bytes:
    """Return a text with this body."""
    return folder(
        {"mimetype": kind, "content.xml": content(body, automatic)}
        | ({"styles.xml": styles} if styles else {})
        | parts
    )
