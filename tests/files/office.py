"""Small files of the kinds that people have."""

from __future__ import annotations

import io
import zipfile

from pypdf import PageObject, PdfWriter
from pypdf.generic import (
    DecodedStreamObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    StreamObject,
)

_WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word(*paragraphs: str, body: str = "") -> bytes:
    """Return a Word document with these paragraphs."""
    runs = "".join(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" for words in paragraphs)
    return packed(
        f'<w:document xmlns:w="{_WORDS}"><w:body>{runs}{body}</w:body></w:document>'
    )


def packed(document: str | bytes, name: str = "word/document.xml") -> bytes:
    """Return a folder packed as Word packs it, with one part."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, document)
    return file.getvalue()


def pdf(
    *pages: str, password: str = "", owner: str = "", algorithm: str = "RC4-128"
) -> bytes:
    """Return a PDF whose pages hold these words; without any, one that holds none.

    With an ``owner`` alone, everybody may read it and nobody may change it.
    """
    writer = PdfWriter()
    for words in pages or ("",):
        _add_page(writer, words)
    if password or owner:
        writer.encrypt(password, owner or None, algorithm=algorithm)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def _add_page(writer: PdfWriter, words: str) -> None:
    page = writer.add_blank_page(300, 300)
    if words:
        stream = DecodedStreamObject()
        stream.set_data(f"BT /F 12 Tf 20 200 Td ({words}) Tj ET".encode())
        fill(page, writer._add_object(stream))


def fill(page: PageObject, stream: StreamObject | IndirectObject) -> None:
    """Let a page have a font, and this stream as what is on it."""
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    fonts = DictionaryObject({NameObject("/F"): font})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    page[NameObject("/Contents")] = stream
