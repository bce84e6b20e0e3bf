"""Files that are small and cost whoever reads them much."""

from __future__ import annotations

import io
import zlib
from typing import Any

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    EncodedStreamObject,
    NameObject,
    NumberObject,
)
from pypdf.generic import DictionaryObject as Dictionary

from tests.files.office import fill, packed

_WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def open_tags() -> bytes:
    """Return a page of 150 kB whose tags never end."""
    return b'<a href="' * (150_000 // 9)


def many_paragraphs() -> bytes:
    """Return a Word document of 56 kB with six million paragraphs."""
    start = f'<w:document xmlns:w="{_WORDS}"><w:body>'.encode()
    return packed(start + b"<w:p/>" * 6_400_000 + b"</w:body></w:document>")


def one_stream_on_many_pages() -> bytes:
    """Return a PDF of few kB whose 299 pages are all the same megabyte."""
    writer = PdfWriter()
    stream = DecodedStreamObject()
    stream.set_data(b"BT /F 12 Tf 20 200 Td " + b"(x) Tj " * 200_000 + b"ET")
    shared = writer._add_object(stream.flate_encode(9))
    for _ in range(299):
        fill(writer.add_blank_page(300, 300), shared)
    return _written(writer)


def predicted() -> bytes:
    """Return a PDF whose stream is undone row by row, with Paeth's predictor."""
    writer = PdfWriter()
    rows = (b"\x04" + b" " * 100) * 300_000
    stream = EncodedStreamObject()
    stream._data = zlib.compress(rows, 9)
    stream[NameObject("/Filter")] = NameObject("/FlateDecode")
    stream[NameObject("/DecodeParms")] = Dictionary(
        {
            NameObject("/Predictor"): NumberObject(15),
            NameObject("/Columns"): NumberObject(100),
        }
    )
    for _ in range(20):
        fill(writer.add_blank_page(300, 300), writer._add_object(stream))
    return _written(writer)


def nested_drawings() -> bytes:
    """Return a PDF that draws ten times what draws ten times, and so on."""
    writer = PdfWriter()
    below = None
    for depth in range(12):
        drawing = DecodedStreamObject()
        drawing.set_data(b"/X Do " * 10 if depth else b"BT /F 9 Tf (x) Tj ET")
        drawing.update(
            {
                NameObject("/Type"): NameObject("/XObject"),
                NameObject("/Subtype"): NameObject("/Form"),
                NameObject("/BBox"): ArrayObject(
                    [NumberObject(at) for at in (0, 0, 9, 9)]
                ),
            }
        )
        if below:
            within = Dictionary({NameObject("/X"): below})
            drawing[NameObject("/Resources")] = Dictionary(
                {NameObject("/XObject"): within}
            )
        below = writer._add_object(drawing)
    page = writer.add_blank_page(300, 300)
    fill(page, writer._add_object(drawing))
    resources: Any = page["/Resources"]
    resources[NameObject("/XObject")] = Dictionary({NameObject("/X"): below})
    return _written(writer)


def unpacked() -> bytes:
    """Return a PDF of some hundred kB whose one stream unpacks to a gigabyte."""
    writer = PdfWriter()
    packer = zlib.compressobj(9)
    spaces = b" " * 1_000_000
    stream = EncodedStreamObject()
    stream._data = b"".join(packer.compress(spaces) for _ in range(1000))
    stream._data += packer.flush()
    stream[NameObject("/Filter")] = NameObject("/FlateDecode")
    fill(writer.add_blank_page(300, 300), writer._add_object(stream))
    return _written(writer)


def one_long_line() -> bytes:
    """Return a PDF of few kB with two lines of 360,000 letters above each other."""
    writer = PdfWriter()
    stream = DecodedStreamObject()
    small = b"BT /F 1 Tf 1 0 0 1 20 %d Tm " + b"(xx ) Tj " * 120_000 + b"ET "
    stream.set_data(small % 200 + small.replace(b"/F 1 ", b"/F 2 ") % 199)
    fill(
        writer.add_blank_page(400_000, 300), writer._add_object(stream.flate_encode(9))
    )
    return _written(writer)


def _written(writer: PdfWriter) -> bytes:
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


BOMBS = {
    "a.html": open_tags,
    "a.docx": many_paragraphs,
    "a.pdf": one_stream_on_many_pages,
    "b.pdf": predicted,
    "c.pdf": nested_drawings,
    "d.pdf": unpacked,
    "e.pdf": one_long_line,
}
