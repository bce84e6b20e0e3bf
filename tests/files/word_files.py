"""Word documents as Word saves them: parts that lead to one another."""

from __future__ import annotations

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = {
    "w": W,
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "r": _OFFICE,
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "o": "urn:schemas-microsoft-com:office:office",
    "v": "urn:schemas-microsoft-com:vml",
}
_DECLARED = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in _SPACES.items())
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def run(words: str, look: str = "") -> str:
    """Return words that look alike."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(*runs: str, look: str = "") -> str:
    """Return a paragraph of runs; words alone are one."""
    inner = "".join(one if one.startswith("<") else run(one) for one in runs)
    return f"<w:p><w:pPr>{look}</w:pPr>{inner}</w:p>"


def part(tag: str, inner: str) -> str:
    """Return a part with this root."""
    return f'<?xml version="1.0"?><{tag} {_DECLARED}>{inner}</{tag}>'


def relations(*rows: tuple[str, str, str], mode: str = "") -> str:
    """Return a part of relations: their ids, what they are, and where they lead."""
    inner = "".join(
        f'<Relationship Id="{one}" Type="{_OFFICE}/{kind}" Target="{target}"{mode}/>'
        for one, kind, target in rows
    )
    return f'<Relationships xmlns="{_PACKAGE}">{inner}</Relationships>'


def folder(parts: dict[str, str | bytes]) -> bytes:
    """Return parts packed as Word packs them."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, inner in parts.items():
            archive.writestr(name, inner)
    return file.getvalue()


def word(
    body: str,
    *related: tuple[str, str, str | bytes],
    main: str = "word/document.xml",
    types: str = "",
) -> bytes:
    """Return a document with this body, and with parts that it leads to.

    Each of these is what it is to the document, its name, and what it holds; its id
    is its name.
    """
    place, _, file = main.rpartition("/")
    rows = [(name, kind, name) for kind, name, _ in related]
    return folder(
        {
            "[Content_Types].xml": f"<Types>{types}</Types>",
            "_rels/.rels": relations(("rId1", "officeDocument", main)),
            main: part("w:document", f"<w:body>{body}</w:body>"),
            f"{place}/_rels/{file}.rels": relations(*rows),
            **{f"{place}/{name}": inner for _, name, inner in related},
        }
    )
