"""What an OpenDocument text is made of: its text, and the heads and feet of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from glossary.files.blocks import Blocks
from glossary.files.open_document.forms import controls
from glossary.files.open_document.names import name
from glossary.files.open_document.pages import used_pages
from glossary.files.open_document.place import CONTENT, Place
from glossary.files.open_document.story import Story
from glossary.files.open_document.styles import Styles

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from glossary.files.blocks import Letter
    from glossary.files.packed import Folder

_BODY = name("office:body")
_COMMON, _OWN = name("office:styles"), name("office:automatic-styles")
_DISPLAY = name("style:display")
_HEADS = ("header", "footer")


class Parts(NamedTuple):
    """The trees of a document, and the folder that they are from, if it has one."""

    content: Element
    styles: Element
    folder: Folder | None


def read_parts(parts: Parts, letter: Letter) -> None:
    """Read a document."""
    seen = {CONTENT}
    body = parts.content.find(_BODY)
    styles = _styles(parts, parts.content)
    pages = Place(letter, _styles(parts, parts.styles), parts.folder, seen, {})
    for page in used_pages(parts.styles, body, styles):
        for margin in page:
            local = margin.tag.rpartition("}")[2]
            if local.startswith(_HEADS) and margin.get(_DISPLAY) != "false":
                blocks = Blocks()
                Story(pages, blocks).read(margin)
                is_head = local.startswith(_HEADS[0])
                (letter.head if is_head else letter.foot)(blocks.text())
    if body is not None:
        place = Place(letter, styles, parts.folder, seen, controls(body))
        Story(place, letter.body).read(body)


def _styles(parts: Parts, root: Element) -> Styles:
    """Return the styles of one part: those with the same names elsewhere differ."""
    return Styles(
        [
            *parts.styles.iterfind(_COMMON),
            *root.iterfind(_COMMON),
            *root.iterfind(_OWN),
        ]
    )
