"""PDFs drawn letter by letter, as programs write them, and what they hold beside."""

from __future__ import annotations

import io
from typing import Any

from pypdf import PageObject, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DecodedStreamObject,
    NameObject,
    NumberObject,
    TextStringObject,
)
from pypdf.generic import DictionaryObject as Dictionary

from tests.files.office import fill

WIDTH, HEIGHT = 595, 842
LEFT = ("The force has a problem", "profile for child sexual", "exploitation.")
RIGHT = ("Each area for improvement", "has a date. The police", "force must report.")


def at(x: float, y: float, words: str, size: float = 11) -> str:
    """Return what draws words at a place."""
    return f"BT /F {size} Tf 1 0 0 1 {x} {y} Tm ({words}) Tj ET\n"


def lines(*lines: str, x: float = 60, y: float = 760, room: float = 14) -> str:
    """Return what draws lines below each other."""
    return "".join(
        at(x, y - room * at_line, line) for at_line, line in enumerate(lines)
    )


def document(*pages: str) -> PdfWriter:
    """Return a document whose pages are drawn so."""
    writer = PdfWriter()
    for drawing in pages:
        stream = DecodedStreamObject()
        stream.set_data(drawing.encode("cp1252"))
        fill(writer.add_blank_page(WIDTH, HEIGHT), writer._add_object(stream))
    return writer


def saved(writer: PdfWriter) -> bytes:
    """Return the file."""
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def drawn(*pages: str) -> bytes:
    """Return the file of a document whose pages are drawn so."""
    return saved(document(*pages))


def value(given: Any) -> Any:
    """Return what a file writes for a value: "/x" is a name."""
    match given:
        case dict():
            keys = ((NameObject(key), value(one)) for key, one in given.items())
            written: Any = Dictionary(dict(keys))
        case list():
            written = ArrayObject([value(one) for one in given])
        case bool():
            written = BooleanObject(given)
        case int():
            written = NumberObject(given)
        case str():
            written = NameObject(given) if given[:1] == "/" else TextStringObject(given)
        case _:
            written = given
    return written


def lose(writer: PdfWriter, number: int) -> None:
    """Put something in the place of a page that is none."""
    pages: Any = writer.root_object["/Pages"].get_object()
    writer._objects[pages["/Kids"][number].idnum - 1] = value("nonsense")


def annotate(writer: PdfWriter, page: PageObject, **keys: Any) -> Any:
    """Put something beside the text of a page, and return where it is kept."""
    own = {"/Type": "/Annot", "/Rect": [60, 700, 260, 720]}
    kept = writer._add_object(
        value(own | {f"/{key}": given for key, given in keys.items()})
    )
    page[NameObject("/Annots")] = ArrayObject([*page.get("/Annots", []), kept])
    return kept


def form(writer: PdfWriter, *fields: dict[str, Any], **keys: Any) -> PdfWriter:
    """Give the first page of a document a form with these fields."""
    page = writer.pages[0]
    kept = [annotate(writer, page, Subtype="/Widget", **field) for field in fields]
    writer.root_object[NameObject("/AcroForm")] = value(
        {"/Fields": kept, **{f"/{key}": given for key, given in keys.items()}}
    )
    return writer


def ticked(name: str, state: str, **keys: Any) -> dict[str, Any]:
    """Return a box to tick, which is in a state: "/Yes" or "/Off"."""
    shown: dict[str, Any] = {"/N": {"/Yes": {}, "/Off": {}}}
    return {"FT": "/Btn", "T": name, "V": state, "AS": state, "AP": shown, **keys}


def picture(
    writer: PdfWriter,
    page: PageObject,
    *,
    drawn: str = "q 500 0 0 700 50 50 cm /I Do Q",
) -> None:
    """Put a picture over most of a page, as a scanner does."""
    image = DecodedStreamObject()
    image.set_data(b"\x80")
    image.update(
        value(
            {
                "/Type": "/XObject",
                "/Subtype": "/Image",
                "/Width": 1,
                "/Height": 1,
                "/ColorSpace": "/DeviceGray",
                "/BitsPerComponent": 8,
            }
        )
    )
    resources: Any = page["/Resources"].get_object()
    resources[NameObject("/XObject")] = Dictionary(
        {NameObject("/I"): writer._add_object(image)}
    )
    stream = DecodedStreamObject()
    stream.set_data(page.get_contents().get_data() + drawn.encode())
    page[NameObject("/Contents")] = writer._add_object(stream)


def ruled(columns: list[int], heights: list[int]) -> str:
    """Return what draws lines down and across, around the cells of a table."""
    down = (f"{x} {heights[-1]} m {x} {heights[0]} l S " for x in columns)
    across = (f"{columns[0]} {y} m {columns[-1]} {y} l S " for y in heights)
    return "".join((*down, *across))


def shape(writer: PdfWriter, drawing: str) -> Any:
    """Return where a drawing is kept that can be shown as a stamp."""
    stream = DecodedStreamObject()
    stream.set_data(drawing.encode("cp1252"))
    font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    stream.update(
        value(
            {
                "/Type": "/XObject",
                "/Subtype": "/Form",
                "/BBox": [0, 0, 200, 20],
                "/Resources": {"/Font": {"/F": font}},
            }
        )
    )
    return writer._add_object(stream)
